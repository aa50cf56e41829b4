#include "indexer/changes/task_steps.h"

#include <algorithm>
#include <set>

#include "indexer/changes/day_pairs.h"
#include "indexer/changes/units.h"
#include "indexer/changes/wording.h"

namespace kto::changes {
namespace {

// What the task is on the day after its last, where nothing happened to it but that an act gave it again.
const law::TaskPoint* kept(const law::Catalogue& catalogue, const law::TaskPoint& task, law::Date day) {
  for (const law::TaskPoint* other : tasks_on(catalogue, day))
    if (place_of(*other) == place_of(task) && same_wording(wording_of(*other)) == same_wording(wording_of(task)))
      return other;
  return nullptr;
}

law::Certainty certainty_of(const Pair& pair) {
  const bool same_words = same_wording(pair.before->text) == same_wording(pair.after->text);
  return same_words || place_of(*pair.before) == place_of(*pair.after) ? law::Certainty::certain
                                                                       : law::Certainty::likely;
}

TaskStep step_on(const law::Catalogue& catalogue, const law::TaskPoint& task, law::Date day) {
  TaskStep step{
      day, Kind::went, &task, nullptr, law::Certainty::certain, enders_of(task.ended_by, task.validity, catalogue)};
  const Pairing pairing = pairs_on(catalogue, day);
  const auto pair =
      std::find_if(pairing.pairs.begin(), pairing.pairs.end(), [&](const Pair& one) { return one.before == &task; });
  if (pair == pairing.pairs.end()) return step;
  step.kind = pair->kind;
  step.after = pair->after;
  step.certainty = certainty_of(*pair);
  const bool made_that_day = pair->after->validity.from == day && place_of(*pair->after) != place_of(task);
  if (made_that_day && std::find(step.by.begin(), step.by.end(), pair->after->made_by) == step.by.end())
    step.by.push_back(pair->after->made_by);
  return step;
}

}  // namespace

std::vector<TaskStep> later_steps(const law::Catalogue& catalogue, const law::TaskPoint& task) {
  std::vector<TaskStep> steps;
  std::set<const law::TaskPoint*> seen;  // days only grow, but data of an office's own may hold anything
  for (const law::TaskPoint* at = &task; at != nullptr && at->validity.to && seen.insert(at).second;) {
    const law::Date day = *at->validity.to;
    TaskStep step = step_on(catalogue, *at, day);
    if (step.after == nullptr) step.after = kept(catalogue, *at, day);
    at = step.after;
    if (step.kind != Kind::went || at == nullptr) steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace kto::changes
