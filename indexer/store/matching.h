// Matching: a query, asked of one file of the index. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/store/coded_text.h"
#include "indexer/store/query.h"
#include "indexer/store/recent.h"

namespace kto::store {

// Task points read lately, by file and document: the same ones answer most questions to an office, and reading one
// costs more than matching it. Some 4 MB a thread when full.
using RecentTasks = Recent<std::uint64_t, TaskHandle, 2048>;

// An office's file with the strings of its records (record.h).
struct OpenShard {
  Xapian::Database database;
  std::shared_ptr<const StringList> names;  // never null
};

// The task point of a document of the shard. Throws the errors of the search library and law::Error record-damaged.
StoredTask read_task(const OpenShard& shard, Xapian::docid document);

// One shard, or several searched as one: their documents take turns. `place` tells those of one reader apart.
struct Matched {
  Xapian::Database database;  // of all the shards
  std::vector<OpenShard> shards;
  std::size_t place = 0;
  RecentTasks& recent;
};

// Throws the errors of the search library and law::Error record-damaged.
Matches match(const Matched& file, const Query& query);

}  // namespace kto::store
