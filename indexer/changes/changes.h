// Changes: what the law did to responsibility between two days. A pure function of a catalogue and two days.
//
//   § 3 pkt 2 of IT-A on Monday, § 7 pkt 1 of IT-B on Tuesday, the same wording           moved
//   § 3 pkt 2 of IT-A, another pkt of IT-A on Tuesday, the same wording                   renumbered
//   § 3 pkt 2 of IT-A, other words on Tuesday                                             reworded
//   nothing on Monday, and the law of Monday is known                                     came
//   nothing known on Monday, for no act read gives the words of that day                  first known
//   nothing on Tuesday                                                                    went
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/changes/wording.h"
#include "indexer/law/catalogue.h"

namespace kto::changes {

enum class Kind : std::uint8_t { moved, reworded, renumbered, came, first_known, went };
std::string_view to_string(Kind kind);

struct TaskChange {
  Kind kind = Kind::came;
  std::optional<law::TaskPoint> before, after;  // as law on the first, on the second day
  std::vector<Piece> words;                     // reworded: what was done to them
  double likeness = 1;                          // of the two wordings, lead-ins included
  // Who did it. Where a catalogue does not say what ended a task, these are the acts that entered into force on that
  // day, without a place; none when a part of an act entered later than the act.
  std::vector<law::Provenance> by;
  // first_known: what ended without its words being known; none when the first day lies before all that is known.
  std::optional<law::UnknownEnd> former;
  bool operator==(const TaskChange&) const = default;
};

enum class UnitChangeKind : std::uint8_t { came, first_known, went, renamed, recoded, moved };
std::string_view to_string(UnitChangeKind kind);

// Units are the same by code, head posts by the code they head; recoded: the same name under another code.
struct UnitChange {
  UnitChangeKind kind = UnitChangeKind::came;
  std::optional<law::Unit> before, after;
  std::vector<law::Provenance> by;  // as above
  std::optional<law::UnknownEnd> former;
  bool operator==(const UnitChange&) const = default;
};

struct Changes {
  std::string office;
  law::Date from, to;                    // from <= to
  std::optional<law::Date> known_from;   // the first day of which anything is known; none: nothing is known
  std::vector<std::string> acts;         // in force from a day after `from` and not after `to`
  std::vector<UnitChange> units;         // in order of listing
  std::vector<TaskChange> tasks;         // by citation, of the later day where there is one
  std::vector<law::UnknownEnd> unknown;  // repealed or replaced between the days without its words being known
  bool operator==(const Changes&) const = default;
};

// Days in either order. Nothing is said of a task whose wording, unit and post are the same on both days and whose
// citation is too.
Changes between(const law::Catalogue& catalogue, law::Date from, law::Date to);

// One holder with all that happened to it. A task that moved stands in the chapter of the unit it left and in that of
// the unit that has it now.
struct Chapter {
  std::string code;      // empty: no act names the unit
  std::string name;      // empty when not known
  std::string position;  // where the code is empty: the provision that holds the list
  std::vector<UnitChange> units;
  std::vector<TaskChange> tasks;
};

// In order of the office's listing, then by citation.
std::vector<Chapter> by_unit(const Changes& changes, const law::Catalogue& catalogue);

}  // namespace kto::changes
