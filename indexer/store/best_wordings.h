// Best wordings: which documents of the files of wordings weigh most for a question, as the search library would weigh
// and order them, found in a tenth of its time.
//
// The library walks all lists of a question at once, document by document, through a tree of calls a posting. Here
// documents are taken in windows, and within a window list after list is added up. What comes out is the same: the
// weights of BM25 without lengths, equal ones in order of documents. A question to other machines, or with conditions,
// is still the library's (reader_wordings.cc). Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "indexer/store/posting_lists.h"
#include "indexer/store/query.h"
#include "indexer/store/weighed_documents.h"

namespace kto::store {

// The lists of one question.
class BestWordings {
 public:
  // Of the query its groups alone count. Throws Xapian::Error.
  BestWordings(const Xapian::Database& database, PostingLists& lists, const Query& query);

  // The `most` weightiest, best first; fewer only where no others hold any word.
  std::vector<WeighedDocument> best(std::size_t most) const;
  // The layers that a document has a term of, in order.
  std::vector<MatchedLayer> layers_of(Xapian::docid document) const;

 private:
  // A layer of the query: its terms count as one word.
  struct Word {
    MatchedLayer layer;
    std::vector<std::shared_ptr<const PostingList>> lists;  // never empty
    double weight = 0;                                      // of a word that stands in a text for ever
    double by_times[kMostTimes + 1] = {};
  };
  class Windows;

  std::vector<Word> words_;
  std::size_t windows_ = 0;
};

}  // namespace kto::store
