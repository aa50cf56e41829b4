// Task ids: which task point of a shard has an id. A term for each would be a fifth of the file; here they stand in
// metadata, some sixty together by their hash, in six bytes each:
//
//   ids\n7, hash of the id modulo how many there are  →  for each: 24 other bits of the hash, and the task point's
//   number
//
// Inside this room only.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/store/law_record.h"
#include "indexer/store/open_shard.h"
#include "indexer/store/query.h"

namespace kto::store {

// Names and values of the metadata.
Records id_records(const std::vector<StoredTask>& tasks);

// The task point with this id; nullopt: the shard has no such. Throws the errors of the search library and law::Error
// record-damaged.
std::optional<StoredTask> task_of(const OpenShard& shard, std::string_view id);

}  // namespace kto::store
