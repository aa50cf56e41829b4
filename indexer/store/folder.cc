#include "indexer/store/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kBefore = "generation-", kAfter = ".index";
// As versions before schema 5 left them.
constexpr std::string_view kOneFile = ".glass", kOneSeal = ".seal";
constexpr char kShards[] = "shards";
constexpr char kStub[] = "wordings";

[[noreturn]] void write_failed(const fs::path& path, int error) {
  throw law::Error("index-write-failed", "Cannot write " + path.string() + ": " + std::strerror(error) + ".",
                   "Check the free space and the rights of the folder; the index in place is untouched.");
}

// generation-7.index → 7
std::optional<unsigned> generation_of(std::string_view name, std::string_view after) {
  if (!name.starts_with(kBefore) || !name.ends_with(after)) return std::nullopt;
  name.remove_prefix(kBefore.size());
  name.remove_suffix(after.size());
  unsigned generation = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), generation);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return generation;
}

// The same of every kind of name that ever stood for one.
std::optional<unsigned> any_generation_of(std::string_view name) {
  for (const std::string_view after : {kAfter, kOneFile, kOneSeal})
    if (const auto generation = generation_of(name, after)) return generation;
  return std::nullopt;
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

// All that was written to the file system `folder` is on: thousands of shards at once, which one by one would wait for
// the disk each.
void sync_all(const fs::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) write_failed(folder, errno);
  const int failed = ::syncfs(file) == 0 ? 0 : errno;
  ::close(file);
  if (failed != 0) write_failed(folder, failed);
}

void write_text(const fs::path& path, const std::string& text) {
  errno = 0;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) write_failed(path, errno);
  sync(path);
}

}  // namespace

fs::path generation_file(const fs::path& index_dir, unsigned generation) {
  return index_dir / (std::string(kBefore) + std::to_string(generation) + std::string(kAfter));
}

std::string file_name_of(std::string_view office) {
  constexpr std::size_t kLongest = 100;  // bytes; a file's name may have 255
  std::string name(office.substr(0, kLongest));
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return c <= ' ' || c == '/' || c == '.'; }, '_');
  return name;
}

fs::path shard_file(const fs::path& index_dir, std::string_view office, const Shard& shard) {
  return index_dir / kShards / (file_name_of(office) + "." + shard.hash + ".glass");
}

bool is_one_file_generation(const fs::path& index_dir, unsigned generation) {
  std::error_code ignored;
  return fs::exists(index_dir / (std::string(kBefore) + std::to_string(generation) + std::string(kOneFile)), ignored);
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
  fs::create_directories(folder / "ready", error);
  if (error) write_failed(folder, error.value());
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (entry.path().filename() != "ready") fs::remove_all(entry.path(), error);
  if (!error) fs::create_directories(index_dir / kShards, error);
  if (error) write_failed(folder, error.value());
  return folder;
}

unsigned next_generation(const fs::path& index_dir) {
  unsigned highest = current_generation(index_dir).value_or(0);
  for (const fs::directory_entry& entry : fs::directory_iterator(index_dir))
    highest = std::max(highest, any_generation_of(entry.path().filename().string()).value_or(0));
  return highest + 1;
}

void move_to_shards(const fs::path& index_dir, const fs::path& file, std::string_view office, const Shard& shard) {
  if (!is_whole(index_dir, office, shard)) replace_by_rename(file, shard_file(index_dir, office, shard));
}

void put_in_place(const fs::path& index_dir, const Manifest& manifest, unsigned generation) {
  const fs::path written = index_dir / "building" / "index";
  sync_all(index_dir);
  write_text(written, to_text(manifest));
  replace_by_rename(written, generation_file(index_dir, generation));
  sync(index_dir);
  name_current(index_dir, generation);
}

namespace {

// What changed comes first: of a stub the first file's metadata are those of all, and it knows what holds no longer.
void name_wordings(const fs::path& index_dir, unsigned generation) {
  std::ifstream in(generation_file(index_dir, generation), std::ios::binary);
  const Manifest manifest = manifest_from_text(std::string(std::istreambuf_iterator<char>(in), {}));
  std::string stub;
  for (const auto& [name, shard] : {std::pair{kSince, &manifest.since}, std::pair{kWordings, &manifest.wordings}})
    if (!shard->hash.empty())
      stub += "auto " + (fs::path(kShards) / shard_file(index_dir, name, *shard).filename()).string() + "\n";
  const fs::path written = index_dir / "building" / "wordings.stub";
  std::error_code ignored;
  if (stub.empty()) {
    fs::remove(index_dir / kStub, ignored);
    return;
  }
  write_text(written, stub);
  replace_by_rename(written, index_dir / kStub);
}

}  // namespace

void name_current(const fs::path& index_dir, unsigned generation) {
  const fs::path line = index_dir / "building" / "current";
  write_text(line, generation_file(index_dir, generation).filename().string() + "\n");
  replace_by_rename(line, index_dir / "current");
  name_wordings(index_dir, generation);
  sync(index_dir);
}

std::vector<unsigned> generations(const fs::path& index_dir) {
  std::vector<unsigned> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(index_dir, ignored))
    if (const auto generation = generation_of(entry.path().filename().string(), kAfter)) found.push_back(*generation);
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

// Whether some process reads the generation. It is asked for as a writer would be, and let go when the file is gone.
bool remove_unread(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool unread = ::flock(file, LOCK_EX | LOCK_NB) == 0;
  const bool removed = unread && ::unlink(path.c_str()) == 0;
  ::close(file);
  return removed;
}

std::set<std::string> shards_in_use(const fs::path& index_dir) {
  std::set<std::string> names;
  for (const unsigned number : generations(index_dir)) {
    std::ifstream in(generation_file(index_dir, number), std::ios::binary);
    const Manifest manifest = manifest_from_text(std::string(std::istreambuf_iterator<char>(in), {}));
    for (const NamedShard& file : files_of(manifest))
      names.insert(shard_file(index_dir, file.name, file.shard).filename().string());
  }
  return names;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) files.push_back(entry.path());
  return files;
}

}  // namespace

void sweep(const fs::path& index_dir, unsigned keep, std::optional<unsigned> also_keep) {
  std::error_code ignored;
  fs::remove_all(index_dir / "building", ignored);
  for (const fs::path& path : files_in(index_dir)) {
    const std::string name = path.filename().string();
    const auto generation = any_generation_of(name);
    if (!generation || *generation == keep || generation == also_keep) continue;
    if (generation_of(name, kAfter))
      remove_unread(path);
    else
      fs::remove(path, ignored);
  }
  const std::set<std::string> used = shards_in_use(index_dir);
  for (const fs::path& path : files_in(index_dir / kShards))
    if (!used.contains(path.filename().string())) fs::remove(path, ignored);
}

std::optional<unsigned> current_generation(const fs::path& index_dir) {
  std::ifstream in(index_dir / "current", std::ios::binary);
  std::string name;
  if (!std::getline(in, name)) return std::nullopt;
  return any_generation_of(name);
}

}  // namespace kto::store
