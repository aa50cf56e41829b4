#include "indexer/store/manifest.h"

#include <algorithm>

#include "indexer/store/folder.h"

namespace kto::store {

std::string name_of(const Remote& remote) {
  return remote.host + ":" + std::to_string(remote.port);
}

std::vector<NamedShard> files_of(const Manifest& manifest) {
  std::vector<NamedShard> files;
  for (std::size_t i = 0; i < manifest.offices.size(); ++i)
    if (!manifest.shards[i].hash.empty()) files.push_back({manifest.offices[i].id, manifest.shards[i]});
  if (!manifest.wordings.hash.empty()) files.push_back({std::string(kWordings), manifest.wordings});
  if (!manifest.since.hash.empty()) files.push_back({std::string(kSince), manifest.since});
  return files;
}

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
