#include "indexer/store/manifest.h"

#include <algorithm>

namespace kto::store {

OfficeSummary summarise(const law::Catalogue& catalogue) {
  OfficeSummary summary;
  summary.id = catalogue.office;
  summary.name = catalogue.office_name;
  summary.example = catalogue.example;
  summary.tasks = static_cast<unsigned>(catalogue.tasks.size());
  summary.units = static_cast<unsigned>(catalogue.units.size());
  summary.acts = static_cast<unsigned>(catalogue.acts.size());
  for (const law::TaskPoint& task : catalogue.tasks)
    summary.covered_from = std::min(summary.covered_from.value_or(task.validity.from), task.validity.from);
  for (const law::ActSummary& act : catalogue.acts) {
    summary.not_applied += act.not_applied;
    if (!act.in_force || (summary.law_state_as_of && *act.in_force < *summary.law_state_as_of)) continue;
    summary.law_state_as_of = act.in_force;
    summary.last_act = act.number.empty() ? act.id : act.number;
  }
  return summary;
}

}  // namespace kto::store
