// Which words of a question a document holds. Inside this room only.
#pragma once

#include <xapian.h>

#include <vector>

#include "indexer/store/query.h"

namespace kto::store {

// Of each of `documents`, in their order, the layers of the query that have a term in it. The terms are asked, for
// documents have no list of theirs (shard_writer.h): one walk over the postings of each, past the documents.
std::vector<std::vector<MatchedLayer>> matched_layers(const Xapian::Database& database,
                                                      const std::vector<Xapian::docid>& documents, const Query& query);

}  // namespace kto::store
