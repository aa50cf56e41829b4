// Chain: from who held something on a day to who holds it today, one step a day on which an act changed that.
//
//   OR-IV, listed until 2020-06-30   succeeded on 2020-07-01 by IC-I (4 of 5 tasks, likely) and IC-II (1 of 5,
//   possible),
//                                    by 48/2020 § 1 pkt 4 lit. a, § 1 pkt 6 lit. b, § 1 pkt 9
//
// How successors are found and how sure they are: indexer/changes/successors.h, task_steps.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::api {

// Where something stands: a unit, or a task with its unit.
struct Waypoint {
  std::optional<law::UnitRef> unit;
  std::optional<law::TaskPoint> task;
};

struct Onward {
  Waypoint at;
  law::Certainty certainty = law::Certainty::certain;
  std::vector<law::SuccessionReason> reasons;  // of units that took over
  unsigned tasks = 0, of = 0;                  // likewise: of its `of` tasks, `tasks` are here
};

enum class StepKind : std::uint8_t {
  renamed,     // the unit goes on under another name
  placed,      // the unit goes on as part of another
  succeeded,   // the unit ended
  moved,       // the task has another holder
  reworded,    // the task has other words
  renumbered,  // the task has another number
  went,        // the task is no more
};
std::string_view to_string(StepKind kind);

struct ChainStep {
  law::Date on;
  StepKind kind = StepKind::succeeded;
  Waypoint from;
  std::vector<Onward> to;  // surest first; empty: nobody took over that an act would show
  std::vector<law::Provenance> by;
};

struct Chain {
  std::vector<ChainStep> steps;  // in order of days; every successor of a unit is followed
  std::vector<Waypoint> ends;    // where it stands on the last day followed; empty: nowhere
};

// Who bears a code, in order of first day: the unit itself, its head post where no act lists the unit.
std::vector<law::Unit> bearers(const std::vector<law::Unit>& units, const std::string& code);

// From the bearer of the code on `from` to `until`, both days; the code must be borne on `from`.
Chain follow_unit(const std::vector<law::Unit>& units, const std::vector<law::Succession>& successions,
                  const std::string& code, law::Date from, law::Date until);

// From a task of the catalogue to what it is on `until`.
Chain follow_task(const law::Catalogue& catalogue, const law::TaskPoint& task, law::Date until);

}  // namespace kto::api
