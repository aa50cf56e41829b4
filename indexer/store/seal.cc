#include "indexer/store/seal.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// Read at once: large enough that the calls do not count, small beside what a build takes.
constexpr std::size_t kBlock = std::size_t{256} * 1024;

constexpr char kHint[] = "Build it again with kto-indexer build, or go back with kto-indexer rollback.";

[[noreturn]] void unreadable(const fs::path& file) {
  throw law::Error("index-unreadable", "The index " + file.string() + " cannot be read: " + std::strerror(errno) + ".",
                   kHint);
}

}  // namespace

fs::path seal_file(const fs::path& index_dir, unsigned generation) {
  return generation_file(index_dir, generation).replace_extension(".seal");
}

std::string seal_of(const fs::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) unreadable(file);
  std::vector<char> block(kBlock);
  std::uint64_t size = 0, hash = kHashStart;
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto count = static_cast<std::size_t>(in.gcount());
    hash = hash64({block.data(), count}, hash);
    size += count;
  }
  if (in.bad()) unreadable(file);
  return std::to_string(size) + " " + to_hex(hash);
}

std::chrono::system_clock::time_point require_whole(const fs::path& index_dir, unsigned generation) {
  const fs::path file = generation_file(index_dir, generation);
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) unreadable(file);
  std::string sealed;
  std::ifstream in(seal_file(index_dir, generation), std::ios::binary);
  if (!std::getline(in, sealed))
    throw law::Error("index-damaged",
                     "The index " + file.string() + " has no seal: it was copied in part or built by another version.",
                     kHint);
  if (seal_of(file) != sealed)
    throw law::Error("index-damaged", "The index " + file.string() + " is not what was built: the file is damaged.",
                     kHint);
  return std::chrono::system_clock::from_time_t(about.st_mtime);
}

}  // namespace kto::store
