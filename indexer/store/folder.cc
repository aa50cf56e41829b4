#include "indexer/store/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/reader.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kBefore = "generation-", kAfter = ".glass", kSeal = ".seal";

[[noreturn]] void write_failed(const fs::path& path, int error) {
  throw law::Error("index-write-failed", "Cannot write " + path.string() + ": " + std::strerror(error) + ".",
                   "Check the free space and the rights of the folder; the index in place is untouched.");
}

// generation-7.glass → 7
std::optional<unsigned> generation_of(std::string_view name, std::string_view after = kAfter) {
  if (!name.starts_with(kBefore) || !name.ends_with(after)) return std::nullopt;
  name.remove_prefix(kBefore.size());
  name.remove_suffix(after.size());
  unsigned generation = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), generation);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return generation;
}

void sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) write_failed(path, errno);
  const int failed = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (failed != 0) write_failed(path, failed);
}

void replace_by_rename(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) write_failed(to, errno);
}

void write_line(const fs::path& path, const std::string& line) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << line << '\n';
  out.close();
  if (!out) write_failed(path, errno);
  sync(path);
}

}  // namespace

fs::path generation_file(const fs::path& index_dir, unsigned generation) {
  return index_dir / (std::string(kBefore) + std::to_string(generation) + std::string(kAfter));
}

FolderLock::FolderLock(const fs::path& index_dir) {
  std::error_code error;
  fs::create_directories(index_dir, error);
  if (!error) {
    file_ = ::open((index_dir / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file_ < 0) error = std::error_code(errno, std::generic_category());
  }
  if (error)
    throw law::Error("index-not-writable",
                     "Cannot write in the index folder " + index_dir.string() + ": " + error.message() + ".",
                     "Choose a folder you may write in with --index.");
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(file_);
  throw law::Error("index-locked", "Another kto-indexer is building " + index_dir.string() + ".",
                   "Wait until it ends, or build into another folder with --index.");
}

FolderLock::~FolderLock() {
  ::close(file_);
}

fs::path fresh_building_folder(const fs::path& index_dir) {
  fs::path folder = index_dir / "building";
  std::error_code error;
  fs::remove_all(folder, error);
  if (!error) fs::create_directory(folder, error);
  if (error) write_failed(folder, error.value());
  return folder;
}

unsigned next_generation(const fs::path& index_dir) {
  unsigned highest = current_generation(index_dir).value_or(0);
  for (const fs::directory_entry& entry : fs::directory_iterator(index_dir))
    highest = std::max(highest, generation_of(entry.path().filename().string()).value_or(0));
  return highest + 1;
}

void put_in_place(const fs::path& index_dir, const fs::path& built, unsigned generation) {
  const fs::path seal = index_dir / "building" / "seal";
  sync(built);
  write_line(seal, seal_of(built));
  replace_by_rename(seal, seal_file(index_dir, generation));
  replace_by_rename(built, generation_file(index_dir, generation));
  sync(index_dir);
  name_current(index_dir, generation);
}

void name_current(const fs::path& index_dir, unsigned generation) {
  const fs::path line = index_dir / "building" / "current";
  write_line(line, generation_file(index_dir, generation).filename().string());
  replace_by_rename(line, index_dir / "current");
  sync(index_dir);
}

std::vector<unsigned> generations(const fs::path& index_dir) {
  std::vector<unsigned> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(index_dir, ignored))
    if (const auto generation = generation_of(entry.path().filename().string())) found.push_back(*generation);
  std::sort(found.begin(), found.end());
  return found;
}

void sweep(const fs::path& index_dir, unsigned keep, std::optional<unsigned> also_keep) {
  std::error_code ignored;
  fs::remove_all(index_dir / "building", ignored);
  std::vector<fs::path> old;
  for (const fs::directory_entry& entry : fs::directory_iterator(index_dir, ignored)) {
    const std::string name = entry.path().filename().string();
    const auto file = generation_of(name), generation = file ? file : generation_of(name, kSeal);
    if (generation && *generation != keep && generation != also_keep) old.push_back(entry.path());
  }
  for (const fs::path& path : old) fs::remove(path, ignored);
}

std::optional<unsigned> current_generation(const fs::path& index_dir) {
  std::ifstream in(index_dir / "current", std::ios::binary);
  std::string name;
  if (!std::getline(in, name)) return std::nullopt;
  return generation_of(name);
}

}  // namespace kto::store
