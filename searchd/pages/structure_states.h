// States of units: what the last change of the structure brought and took, and when the structure changes before and
// after the day shown. A reader of one day's picture sees at once what is new in it and what is no longer there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::pages {

enum class UnitState : std::uint8_t { stands, appeared, gone };

struct StructureStates {
  // The units of the day and, with an open end, those the last change ended; ready for api::tree() on that day.
  std::vector<law::Unit> units;
  std::map<std::string, UnitState> of;  // by id of a unit; what is not in it stands
  std::optional<law::Date> changed;     // the last change on or before the day
  std::optional<law::Date> next;        // the first change after the day

  UnitState state(const std::string& id) const;
  // "wymieniona od 15.11.2023", "niewymieniana od 15.11.2023"; empty for a unit that stands. Not "new": a listing may
  // have replaced one whose text is not known, which may have named the unit too.
  std::string words(const std::string& id) const;
};

// `units`: of one office, of all times. A unit that bears the code of one that ended that day is the same to a reader:
// neither new nor gone. What begins on the first day any text is known did not appear then; it became known.
StructureStates structure_states(const std::vector<law::Unit>& units, law::Date day,
                                 std::optional<law::Date> covered_from);

}  // namespace kto::pages
