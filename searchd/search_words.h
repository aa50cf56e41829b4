// Words: a question as the index understands it. Stop words are gone, marks are set aside, and each word left has the
// readings that occur in the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/reader.h"
#include "searchd/search_marks.h"

namespace kto::searchd {

struct QueryWord {
  std::string typed;
  std::vector<std::string> lemmas;    // as typed; or, where it means nothing as typed, with diacritics put back
  std::vector<std::string> folded;    // only if diacritics were left out, beside a reading as typed
  std::vector<std::string> surfaces;  // words no dictionary knows, numbers
  double rarity = 0;                  // how much the word tells: ln(documents / documents with it), at least 0
  bool counts = true;                 // a number that the index does not have says nothing

  bool known() const { return !lemmas.empty() || !folded.empty() || !surfaces.empty(); }
};

struct Question {
  Marks marks;
  std::vector<QueryWord> words;  // in order, no word twice
};

// `office`: whose codes are meant; empty: those of all.
Question understand(const store::Reader& index, const std::string& q, const std::string& office);

// The word as it is searched: in the texts, and weaker in the names of units.
store::Group group_of(const QueryWord& word);

}  // namespace kto::searchd
