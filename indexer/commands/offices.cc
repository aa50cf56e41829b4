#include "indexer/commands/offices.h"

#include "indexer/changes/pairs.h"
#include "indexer/law/error.h"

namespace kto::commands {

std::vector<corpus::OfficeLaw> read_offices(const std::filesystem::path& folder, const std::string& office) {
  std::vector<corpus::OfficeLaw> out;
  std::string known;
  for (const corpus::OfficeSource& source : corpus::read_corpus(folder)) {
    known += (known.empty() ? "" : ", ") + source.id;
    if (office.empty() || source.id == office) out.push_back(corpus::read_law(source));
  }
  if (out.empty())
    throw law::Error("unknown-office", folder.string() + ": there is no office " + office,
                     "the offices there are: " + known);
  return out;
}

std::map<std::string, const law::Act*> acts_by_id(const corpus::OfficeLaw& law) {
  std::map<std::string, const law::Act*> out;
  for (const law::Act& act : law.acts) out.emplace(act.id, &act);
  return out;
}

// A task may go on through versions that differ in a stop, and a version through a change of the unit: what they share
// is the id without its day.
Versions::Versions(const corpus::OfficeLaw& law) {
  for (const law::ProvisionVersion& version : law.timeline.versions)
    by_place_[version.id.substr(0, version.id.rfind('-'))].push_back(&version);
}

const law::ProvisionVersion* Versions::of(const law::TaskPoint& task, law::Date day) const {
  const auto found = by_place_.find(changes::place_of(task));
  if (found == by_place_.end()) return nullptr;
  for (const law::ProvisionVersion* version : found->second)
    if (version->validity.contains(day)) return version;
  return nullptr;
}

}  // namespace kto::commands
