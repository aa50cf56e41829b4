#include "indexer/store/seal.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// Read at once: large enough that the calls do not count, small beside what a build takes. Eight divides it (hash.h).
constexpr std::size_t kBlock = std::size_t{256} * 1024;

constexpr char kHint[] = "Build it again with kto-indexer build, or go back with kto-indexer rollback.";

void require_whole(const fs::path& index_dir, std::string_view name, const Shard& shard) {
  const fs::path file = shard_file(index_dir, name, shard);
  const Shard found = seal_of(file);
  if (found.hash != shard.hash || found.bytes != shard.bytes)
    throw law::Error("index-damaged", "The index " + file.string() + " is not what was built: the file is damaged.",
                     kHint);
}

}  // namespace

Shard seal_of(const fs::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  const auto unreadable = [&file] {
    return law::Error("index-unreadable",
                      "The index " + file.string() + " cannot be read: " + std::strerror(errno) + ".", kHint);
  };
  if (!in) throw unreadable();
  std::vector<char> block(kBlock);
  Shard seal;
  std::uint64_t hash = kHashStart;
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto count = static_cast<std::size_t>(in.gcount());
    hash = hash_words({block.data(), count}, hash);
    seal.bytes += count;
  }
  if (in.bad()) throw unreadable();
  seal.hash = to_hex(hash);
  return seal;
}

bool is_whole(const fs::path& index_dir, std::string_view name, const Shard& shard) {
  try {
    require_whole(index_dir, name, shard);
    return true;
  } catch (const law::Error&) {  // what is not whole is built again
    return false;
  }
}

std::chrono::system_clock::time_point require_whole(const fs::path& index_dir, unsigned generation) {
  const auto opened = Generation::open(index_dir, generation);
  for (const NamedShard& file : files_of(opened->manifest())) require_whole(index_dir, file.name, file.shard);
  return opened->built();
}

}  // namespace kto::store
