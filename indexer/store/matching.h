// Matching: a query, asked of one file of the index. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>

#include "indexer/store/query.h"
#include "indexer/store/task_cache.h"

namespace kto::store {

// A file with what was read of it. `place` tells the files of one reader apart.
struct Matched {
  Xapian::Database database;
  std::size_t place = 0;
  TaskCache& cache;
};

// Throws the errors of the search library and law::Error record-damaged.
Matches match(const Matched& file, const Query& query);

}  // namespace kto::store
