#include "searchd/api/acts.h"

#include <algorithm>

#include "indexer/store/reader.h"

namespace kto::api {

ActNames::ActNames(const store::Office& office) {
  const std::vector<std::string> slugs = law::slugs(office.acts);
  for (std::size_t i = 0; i < office.acts.size(); ++i) {
    const law::ActSummary& act = office.acts[i];
    by_id_.emplace(act.id, CitedAct{act.number.empty() ? act.id : act.number, slugs[i], ""});
  }
}

CitedAct ActNames::cite(const law::Provenance& by) const {
  const auto known = by_id_.find(by.act);
  CitedAct out = known == by_id_.end() ? CitedAct{by.act, "", ""} : known->second;
  out.place = by.place;
  return out;
}

std::vector<const store::Office*> offices_of(const store::Reader& index, const std::string& office) {
  std::vector<const store::Office*> out;
  for (const auto& summary : index.manifest().offices)
    if (office.empty() || summary.id == office) out.push_back(index.office(summary.id));
  return out;
}

std::vector<ActEntry> acts(const store::Reader& index, const std::string& office) {
  std::vector<ActEntry> out;
  for (const store::Office* one : offices_of(index, office)) {
    std::vector<std::string> slugs = law::slugs(one->acts);
    for (std::size_t i = 0; i < one->acts.size(); ++i)
      out.push_back({one->summary.id, one->acts[i], std::move(slugs[i])});
  }
  return out;
}

std::optional<ActEntry> find_act(const std::vector<ActEntry>& acts, std::string_view name) {
  using Field = std::string_view (*)(const ActEntry&);
  constexpr Field kNames[] = {[](const ActEntry& one) { return std::string_view(one.slug); },
                              [](const ActEntry& one) { return std::string_view(one.act.number); },
                              [](const ActEntry& one) { return std::string_view(one.act.id); }};
  for (const Field field : kNames) {
    const auto found = std::find_if(acts.begin(), acts.end(), [&](const ActEntry& one) { return field(one) == name; });
    if (found != acts.end()) return *found;
  }
  return std::nullopt;
}

}  // namespace kto::api
