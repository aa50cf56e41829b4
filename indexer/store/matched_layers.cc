#include "indexer/store/matched_layers.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/store/document.h"
#include "indexer/store/terms.h"

namespace kto::store {
namespace {

// Where each term of a query stands in it.
using TermUses = std::multimap<std::string, MatchedLayer>;

TermUses uses_of(const Query& query) {
  TermUses uses;
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers)
      for (const std::string& value : layer.values)
        uses.emplace(term(layer.field, value), MatchedLayer{group, layer.field});
  return uses;
}

}  // namespace

std::vector<std::vector<MatchedLayer>> matched_layers(const Xapian::Database& database,
                                                      const std::vector<WeighedDocument>& documents,
                                                      const Query& query) {
  std::vector<std::vector<MatchedLayer>> layers(documents.size());
  std::vector<std::pair<Xapian::docid, std::vector<MatchedLayer>*>> by_document;
  for (std::size_t i = 0; i < documents.size(); ++i) by_document.emplace_back(documents[i].document, &layers[i]);
  std::sort(by_document.begin(), by_document.end());
  const TermUses uses = uses_of(query);
  for (auto use = uses.begin(); use != uses.end();) {
    const auto next = uses.upper_bound(use->first);
    const auto end = database.postlist_end(use->first);
    auto at = database.postlist_begin(use->first);
    for (const auto& [document, found] : by_document) {
      if (at != end) at.skip_to(document);
      if (at == end) break;
      if (*at == document)
        for (auto one = use; one != next; ++one) found->push_back(one->second);
    }
    use = next;
  }
  for (std::vector<MatchedLayer>& found : layers) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
  }
  return layers;
}

std::vector<MatchedLayer> layers_of_text(const Query& query, const WordingMatch& match,
                                         const text::Analyser& analyser) {
  const std::set<std::string> terms = terms_of(match, analyser);
  std::set<MatchedLayer> layers;
  for (const auto& [name, use] : uses_of(query))
    if (terms.contains(name)) layers.insert(use);
  return {layers.begin(), layers.end()};
}

}  // namespace kto::store
