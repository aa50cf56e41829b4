// OpenShard: an office's file, with the lists that are read when it is opened. Inside this room only.
#pragma once

#include <xapian.h>

#include <memory>

#include "indexer/store/coded_text.h"
#include "indexer/store/task.h"
#include "indexer/store/task_heads.h"

namespace kto::store {

// Immutable; shared by threads, whose readers have the same file open.
struct OfficeLists {
  // Throws the errors of the search library and law::Error record-damaged.
  explicit OfficeLists(const Xapian::Database& database);

  const StringList names;  // of its records (record.h)
  const TaskHeads heads;   // of as many points as the file has documents
};

// Of one thread.
struct OpenShard {
  Xapian::Database database;
  std::shared_ptr<const OfficeLists> lists;  // never null
};
using ShardHandle = std::shared_ptr<const OpenShard>;  // never null

// The task point of a document of the shard. Throws the errors of the search library and law::Error record-damaged.
StoredTask read_task(const OpenShard& shard, Xapian::docid document);

}  // namespace kto::store
