#include "indexer/store/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

constexpr char kHint[] = "Build it again with kto-indexer build, or go back with kto-indexer rollback.";

law::Error unreadable(const fs::path& file, const std::string& why) {
  return {"index-unreadable", "The index " + file.string() + " cannot be opened: " + why + ".", kHint};
}

std::string read_all(int file) {
  std::string text;
  std::array<char, std::size_t{64} * 1024> block{};
  for (;;) {
    const ssize_t count = ::read(file, block.data(), block.size());
    if (count <= 0) return text;  // what could not be read is missed by the seal
    text.append(block.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

std::shared_ptr<const Generation> Generation::open_current(const fs::path& index_dir) {
  std::optional<unsigned> number = current_generation(index_dir);
  while (number) {
    try {
      return open(index_dir, *number);
    } catch (const law::Error&) {
      // A builder may have swept this generation between the two look-ups: then there is a newer one.
      const std::optional<unsigned> now = current_generation(index_dir);
      if (now == number) throw;
      number = now;
    }
  }
  throw law::Error("index-missing", "There is no index in " + index_dir.string() + ".",
                   "Build one: kto-indexer build --index " + index_dir.string() + " --corpus DIR.");
}

std::shared_ptr<const Generation> Generation::open(const fs::path& index_dir, unsigned number) {
  const std::shared_ptr<Generation> opened(new Generation(index_dir, number));
  opened->read();
  return opened;
}

Generation::Generation(fs::path index_dir, unsigned number) : index_dir_(std::move(index_dir)), number_(number) {}

Generation::~Generation() {
  if (file_ >= 0) ::close(file_);
}

void Generation::read() {
  const fs::path file = generation_file(index_dir_, number_);
  file_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0 && is_one_file_generation(index_dir_, number_))
    throw law::Error("index-schema",
                     "The index in " + index_dir_.string() + " was built by an earlier version, all in one file.",
                     "Build it again: kto-indexer build --index DIR --corpus DIR.");
  if (file_ < 0) throw unreadable(file, std::strerror(errno));
  struct stat about {};
  if (::flock(file_, LOCK_SH) != 0 || ::fstat(file_, &about) != 0) throw unreadable(file, std::strerror(errno));
  if (about.st_nlink == 0) throw unreadable(file, "it has just been swept away");
  const std::string text = read_all(file_);
  if (!is_sealed(text))
    throw law::Error("index-damaged", "The index " + file.string() + " is not what was built: the file is damaged.",
                     kHint);
  manifest_ = manifest_from_text(text);
  built_ = std::chrono::system_clock::from_time_t(about.st_mtime);
  for (const OfficeSummary& office : manifest_.offices) documents_ += office.tasks;
}

std::optional<std::size_t> Generation::place_of(std::string_view office) const {
  const auto& all = manifest_.offices;
  const auto found = std::lower_bound(all.begin(), all.end(), office,
                                      [](const OfficeSummary& one, std::string_view id) { return one.id < id; });
  if (found == all.end() || found->id != office) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

fs::path Generation::shard_file(std::size_t place) const {
  return store::shard_file(index_dir_, manifest_.offices[place].id, manifest_.shards[place]);
}

}  // namespace kto::store
