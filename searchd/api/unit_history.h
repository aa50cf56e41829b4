// Unit history: what became of a code, day by day, from the first act that lists it to who took over. Values made of
// the index, which JSON is rendered from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/changes/changes.h"
#include "searchd/api/acts.h"

namespace kto::api {

// One day on which something happened to the unit or to its tasks.
struct HistoryDay {
  law::Date on;
  std::vector<changes::UnitChange> units;
  std::vector<changes::TaskChange> tasks;
};

struct UnitHistory {
  std::string office, code;
  std::vector<law::Unit> listings;  // of the unit itself, in order of first day; none: no act lists it
  std::vector<HistoryDay> days;     // in order
  std::vector<law::Succession> predecessors, successors;
};

// One for each office that has, or had, such a code, in any spelling.
std::vector<UnitHistory> unit_histories(const store::Reader& index, const std::string& office, const std::string& code);

// Reading a past with its tasks reads all tasks of the office, once a day of it: 2000 take half a second of a loaded
// machine. For more, a page shows the past of the listings alone.
inline constexpr unsigned kMostTold = 2'000;

// The same without tasks, in an office of any size.
std::vector<UnitHistory> listing_histories(const store::Reader& index, const std::string& office,
                                           const std::string& code);

}  // namespace kto::api
