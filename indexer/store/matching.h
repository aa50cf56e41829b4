// Matching: a query, asked of one file of the index. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>

#include "indexer/store/query.h"
#include "indexer/store/recent.h"

namespace kto::store {

// Task points read lately, by file and document: the same ones answer most questions to an office, and reading one
// costs more than matching it. Some 4 MB a thread when full.
using RecentTasks = Recent<std::uint64_t, TaskHandle, 2048>;

// A file with what was read of it. `place` tells the files of one reader apart.
struct Matched {
  Xapian::Database database;
  std::size_t place = 0;
  RecentTasks& recent;
};

// Throws the errors of the search library and law::Error record-damaged.
Matches match(const Matched& file, const Query& query);

}  // namespace kto::store
