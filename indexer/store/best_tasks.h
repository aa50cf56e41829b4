// Best tasks: which task points of an office, or of a few offices, weigh most for a question, as the search library
// would weigh and order them, found in half its time.
//
// The library walks all lists of a question at once, document by document, through a tree of calls a posting; which
// words a document holds takes a second walk. Here each list is read once, and the lists are added up two by two. What
// comes out is the same to the last bit, for they are added in the library's order (docs/decisions/0036). What else can
// be asked of offices is the library's (matching.cc). Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/weighed_documents.h"

namespace kto::store {

// What a question finds, of any day.
class BestTasks {
 public:
  // Of the query its groups alone count; their weights are above 0. `files` are searched as one: their documents take
  // turns, as the library numbers them. Throws Xapian::Error.
  BestTasks(const std::vector<Xapian::Database>& files, const Query& query);

  // The `most` weightiest, best first; fewer only where no others hold any word.
  std::vector<WeighedDocument> best(std::size_t most) const;
  // Of each of `documents`, in their order, the layers that it has a term of, in order.
  std::vector<std::vector<MatchedLayer>> layers_of(const std::vector<WeighedDocument>& documents) const;

 private:
  // A layer of the query: its terms count as one word.
  struct Word {
    MatchedLayer layer;
    double factor = 1;
    std::vector<double> documents = {};  // how many have each term
  };
  // A word in one file.
  struct List {
    std::vector<WeighedDocument> times = {};  // how often it stands in each document that has it
    std::vector<double> documents = {};       // of the file: how many have each term
  };
  // A file with the lists of all words, in their order; numbers of documents are its own.
  struct File {
    std::vector<List> lists;
    std::vector<WeighedDocument> weighed = {};  // in order of the file
  };
  struct Sum;

  // A document of a file, as it is numbered among all; and the file of one numbered so.
  Xapian::docid of_all(Xapian::docid document, std::size_t file) const {
    return static_cast<Xapian::docid>((document - 1) * files_.size() + file + 1);
  }
  std::size_t file_of(Xapian::docid document) const { return (document - 1) % files_.size(); }
  void read(const Xapian::Database& file, const Query& query);
  std::vector<Sum> weigh(const Xapian::Database& file, const Xapian::Database& all,
                         const std::vector<List>& lists) const;

  std::vector<Word> words_;  // in order of the query
  std::vector<File> files_;
};

}  // namespace kto::store
