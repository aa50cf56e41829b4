// The versions of one document, found by citation and day.
#pragma once

#include <map>
#include <vector>

#include "indexer/law/provision.h"

namespace kto::extract {

class Provisions {
 public:
  explicit Provisions(const std::vector<law::ProvisionVersion>& versions) {
    for (const law::ProvisionVersion& version : versions)
      by_place_[{version.document, version.citation}].push_back(&version);
  }

  // nullptr: no act read gives the words it has on that day.
  const law::ProvisionVersion* find(const law::Document& document, const law::Citation& citation, law::Date day) const {
    const auto found = by_place_.find({document, citation});
    if (found == by_place_.end()) return nullptr;
    for (const law::ProvisionVersion* version : found->second)
      if (version->validity.contains(day)) return version;
    return nullptr;
  }

  // All versions at and below a citation, of all days, in order.
  std::vector<const law::ProvisionVersion*> history(const law::Document& document,
                                                    const law::Citation& citation) const {
    std::vector<const law::ProvisionVersion*> out;
    for (auto it = by_place_.lower_bound({document, citation}); it != by_place_.end(); ++it) {
      if (it->first.first != document || !citation.contains(it->first.second)) break;
      out.insert(out.end(), it->second.begin(), it->second.end());
    }
    return out;
  }

  // The heading that a provision stands under: the last chapter or division before it in the same file. nullptr: none.
  const law::ProvisionVersion* heading_above(const law::ProvisionVersion& provision) const {
    const law::ProvisionVersion* best = nullptr;
    for (auto it = by_place_.lower_bound({provision.document, {}}); it != by_place_.end(); ++it) {
      if (it->first.first != provision.document || it->first.second.steps().front().level > law::Level::chapter) break;
      for (const law::ProvisionVersion* version : it->second)
        if (version->file == provision.file && version->lines.first < provision.lines.first &&
            (best == nullptr || best->lines.first < version->lines.first))
          best = version;
    }
    return best;
  }

  // The known versions of that day at and below a citation, in order.
  std::vector<const law::ProvisionVersion*> below(const law::Document& document, const law::Citation& citation,
                                                  law::Date day) const {
    std::vector<const law::ProvisionVersion*> out;
    for (auto it = by_place_.lower_bound({document, citation}); it != by_place_.end(); ++it) {
      if (it->first.first != document || !citation.contains(it->first.second)) break;
      if (const auto* version = find(document, it->first.second, day)) out.push_back(version);
    }
    return out;
  }

 private:
  std::map<std::pair<law::Document, law::Citation>, std::vector<const law::ProvisionVersion*>> by_place_;
};

}  // namespace kto::extract
