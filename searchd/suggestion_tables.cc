#include "searchd/suggestion_tables.h"

#include <algorithm>
#include <utility>

namespace kto::searchd {

std::shared_ptr<const Suggestions> SuggestionTables::of(const std::string& office) const {
  if (auto table = known(office)) return table;
  const std::lock_guard making(making_);
  if (auto table = known(office)) return table;  // somebody made it meanwhile
  auto table = std::make_shared<const Suggestions>(index_, office);
  index_.rest();
  keep(office, table);
  return table;
}

std::shared_ptr<const Suggestions> SuggestionTables::known(const std::string& office) const {
  const std::lock_guard keeping(keeping_);
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [&](const Table& one) { return one.first == office; });
  if (found == tables_.end()) return nullptr;
  tables_.splice(tables_.begin(), tables_, found);
  return found->second;
}

void SuggestionTables::keep(const std::string& office, std::shared_ptr<const Suggestions> table) const {
  const std::lock_guard keeping(keeping_);
  tables_.emplace_front(office, std::move(table));
  std::size_t phrases = 0;
  for (auto one = tables_.begin(); one != tables_.end();) {
    phrases += one->second->size();
    one = phrases > kMost && one != tables_.begin() ? tables_.erase(one) : std::next(one);
  }
}

}  // namespace kto::searchd
