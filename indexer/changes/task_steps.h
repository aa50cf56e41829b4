// Task steps: what became of a task after its last day, one step a day on which it changed.
//
//   § 12 ust. 6 pkt 1 of OR-IV   moved on 2020-07-01 to § 17a ust. 1 pkt 2 of IC-I, by 48/2020 § 1 pkt 9
#pragma once

#include <vector>

#include "indexer/changes/changes.h"

namespace kto::changes {

struct TaskStep {
  law::Date on;
  Kind kind = Kind::went;                  // moved, reworded, renumbered or went
  const law::TaskPoint* before = nullptr;  // of the catalogue, as what follows
  const law::TaskPoint* after = nullptr;   // nullptr: it went
  // The same words, or other words in the same place: certain. Words found alike elsewhere: likely.
  law::Certainty certainty = law::Certainty::certain;
  std::vector<law::Provenance> by;
};

// In order of days; none while the task is law. Days on which nothing happened to it but a new version are no steps.
// `task` is one of the catalogue's.
std::vector<TaskStep> later_steps(const law::Catalogue& catalogue, const law::TaskPoint& task);

}  // namespace kto::changes
