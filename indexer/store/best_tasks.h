// Best tasks: which task points of one office weigh most for a question, as the search library would weigh and order
// them, found in half its time.
//
// The library walks all lists of a question at once, document by document, through a tree of calls a posting; which
// words a document holds takes a second walk. Here each list is read once, and the lists are added up two by two. What
// comes out is the same to the last bit, for they are added in the library's order (docs/decisions/0036). What else can
// be asked of an office is the library's (matching.cc). Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/weighed_documents.h"

namespace kto::store {

// What a question finds in an office, of any day.
class BestTasks {
 public:
  // Of the query its groups alone count; their weights are above 0. `shard` is one file. Throws Xapian::Error.
  BestTasks(const Xapian::Database& shard, const Query& query);

  // The `most` weightiest, best first; fewer only where no others hold any word.
  std::vector<WeighedDocument> best(std::size_t most) const;
  // As Xapian::MSet::get_max_possible says it.
  double best_possible() const { return best_possible_; }
  // Of each of `documents`, in their order, the layers that it has a term of, in order.
  std::vector<std::vector<MatchedLayer>> layers_of(const std::vector<WeighedDocument>& documents) const;

 private:
  // A layer of the query: its terms count as one word.
  struct Word {
    MatchedLayer layer;
    double factor = 1;
    std::vector<WeighedDocument> times = {};  // how often it stands in each document that has it
    double most_times = 0;                    // in any document, as the library supposes
    double documents = 0;                     // how many have it, likewise
  };
  struct Sum;

  static Word read(const Xapian::Database& shard, const Layer& layer, unsigned group);
  std::vector<Sum> weigh(const Xapian::Database& shard) const;

  std::vector<Word> words_;               // in order of layers
  std::vector<WeighedDocument> weighed_;  // in order of the file
  double best_possible_ = 0;
};

}  // namespace kto::store
