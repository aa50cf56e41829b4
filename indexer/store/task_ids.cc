#include "indexer/store/task_ids.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/store/codec.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace {

constexpr std::size_t kIdsOfARecord = 64;

std::size_t records_for(std::size_t tasks) {
  return std::max<std::size_t>(1, tasks / kIdsOfARecord);
}

std::string record_of(std::uint64_t hash, std::size_t tasks) {
  return "ids\n" + std::to_string(hash % records_for(tasks));
}

// Those that the number of the record does not say.
std::uint64_t other_bits(std::uint64_t hash) {
  return hash >> 40;
}

}  // namespace

Records id_records(const std::vector<StoredTask>& tasks) {
  std::map<std::string, Encoder> records;
  for (const StoredTask& stored : tasks) {
    const std::uint64_t hash = hash64(stored.task.id);
    Encoder& out = records[record_of(hash, tasks.size())];
    out.number(other_bits(hash));
    out.number(stored.number);
  }
  Records named;
  for (auto& [name, out] : records) named.emplace_back(name, out.finish());
  return named;
}

std::optional<StoredTask> task_of(const OpenShard& shard, std::string_view id) {
  const std::uint64_t hash = hash64(id);
  const std::string record = shard.database.get_metadata(record_of(hash, shard.database.get_doccount()));
  if (record.empty()) return std::nullopt;
  for (Decoder in(record); in.left() > 0;) {
    const bool may_be = in.number() == other_bits(hash);
    const unsigned number = in.small_number();
    if (!may_be) continue;
    if (StoredTask stored = read_task(shard, number); stored.task.id == id) return stored;
  }
  return std::nullopt;
}

}  // namespace kto::store
