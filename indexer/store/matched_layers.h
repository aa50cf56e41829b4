// Which words of a question a document holds. Inside this room only.
#pragma once

#include <xapian.h>

#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/weighed_documents.h"
#include "indexer/store/wording.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// Of each of `documents`, in their order, the layers of the query that have a term in it. The terms are asked, for
// documents have no list of theirs (shard_writer.h): one walk over the postings of each, past the documents.
std::vector<std::vector<MatchedLayer>> matched_layers(const Xapian::Database& database,
                                                      const std::vector<WeighedDocument>& documents,
                                                      const Query& query);

// The same of one wording by its words and the names of its units, for documents of another machine: asked of the
// postings, whole lists would be sent. Of its units only those of holders
// that the filter let through are asked.
std::vector<MatchedLayer> layers_of_text(const Query& query, const WordingMatch& match, const text::Analyser& analyser);

}  // namespace kto::store
