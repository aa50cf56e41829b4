#include "indexer/store/together.h"

#include <xapian.h>

#include <algorithm>
#include <string>

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// Files open at once: a process may have 1024 without asking.
constexpr std::size_t kAtOnce = 256;

void merge_some(const fs::path* first, const fs::path* last, const fs::path& merged) {
  Xapian::Database all;
  for (const fs::path* shard = first; shard != last; ++shard) all.add_database(Xapian::Database(shard->string()));
  all.compact(merged.string(), Xapian::DBCOMPACT_SINGLE_FILE);
}

}  // namespace

void merge(const std::vector<fs::path>& shards, const fs::path& scratch, const fs::path& merged) {
  fs::remove_all(scratch);
  fs::create_directories(scratch);
  std::vector<fs::path> left = shards;
  for (unsigned round = 0; left.size() > kAtOnce; ++round) {
    std::vector<fs::path> parts;
    for (std::size_t at = 0; at < left.size(); at += kAtOnce) {
      parts.push_back(scratch / (std::to_string(round) + "-" + std::to_string(at)));
      merge_some(left.data() + at, left.data() + std::min(left.size(), at + kAtOnce), parts.back());
    }
    left = parts;
  }
  merge_some(left.data(), left.data() + left.size(), merged);
}

}  // namespace kto::store
