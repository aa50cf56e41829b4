// SuggestionTables: the tables of suggestions of one generation of the index, one an office, each made when its first
// question is completed: some 10 µs a task point, so a village's takes milliseconds and a city's a third of a second.
// Those used least recently go when all together hold too much.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "indexer/store/reader.h"
#include "searchd/suggest.h"

namespace kto::searchd {

// Any number of threads may ask.
class SuggestionTables {
 public:
  // Phrases kept, over all tables: some 400 bytes each. The latest table stays whatever it holds.
  static constexpr std::size_t kMost = 50000;

  explicit SuggestionTables(store::Reader index) : index_(std::move(index)) {}

  // The table of an office, or of all for an empty one. Never null. Throws as store::Reader does.
  std::shared_ptr<const Suggestions> of(const std::string& office) const;

 private:
  using Table = std::pair<std::string, std::shared_ptr<const Suggestions>>;

  std::shared_ptr<const Suggestions> known(const std::string& office) const;
  void keep(const std::string& office, std::shared_ptr<const Suggestions> table) const;

  store::Reader index_;              // guarded by making_
  mutable std::mutex making_;        // held while a table is made
  mutable std::mutex keeping_;       // guards tables_, for a look
  mutable std::list<Table> tables_;  // latest used first
};

}  // namespace kto::searchd
