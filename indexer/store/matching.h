// Matching: a query, asked of one file of the index, or of several as one. Inside this room only.
#pragma once

#include <xapian.h>

#include <vector>

#include "indexer/store/open_shard.h"
#include "indexer/store/query.h"

namespace kto::store {

// One shard, or several searched as one: their documents take turns.
struct Matched {
  Xapian::Database database;  // of all the shards
  std::vector<ShardHandle> shards;
};

// Throws the errors of the search library and law::Error record-damaged.
Matches match(const Matched& file, const Query& query);

}  // namespace kto::store
