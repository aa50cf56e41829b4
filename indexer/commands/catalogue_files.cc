#include "indexer/commands/catalogue_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/changes/successors.h"
#include "indexer/law/error.h"
#include "indexer/store/hash.h"

namespace kto::commands {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void unreadable(const std::string& name) {
  throw law::Error("catalogue-unreadable", name + ": cannot be read",
                   "give --catalogue a file of JSON Lines, or - for standard input");
}

[[noreturn]] void cannot_spool(const fs::path& folder, int error) {
  throw law::Error("index-not-writable",
                   "Cannot write in the index folder " + folder.string() + ": " + std::strerror(error) + ".",
                   "What comes through a pipe is kept there while it is read. Free some space, or give a file.");
}

void write_all(int to, const char* bytes, std::size_t size, const fs::path& folder) {
  while (size > 0) {
    const ssize_t written = ::write(to, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) cannot_spool(folder, errno);
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
}

// All that `from` gives, in a file without a name. `from` is closed.
int spooled(int from, const std::string& name, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::string place = (folder / "input-XXXXXX").string();
  const int to = ::mkostemp(place.data(), O_CLOEXEC);
  if (to < 0) cannot_spool(folder, errno);
  ::unlink(place.c_str());
  std::array<char, std::size_t{256} * 1024> block{};
  for (;;) {
    const ssize_t count = ::read(from, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) unreadable(name);
    if (count == 0) break;
    write_all(to, block.data(), static_cast<std::size_t>(count), folder);
  }
  ::close(from);
  return to;
}

std::shared_ptr<const catalogue::CatalogueFile> open_file(const fs::path& path, const fs::path& spool) {
  const bool standard = path == "-";
  const std::string name = standard ? "standard input" : path.string();
  int file = standard ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file < 0 || ::fstat(file, &about) != 0 || S_ISDIR(about.st_mode)) unreadable(name);
  if (!S_ISREG(about.st_mode)) file = spooled(file, name, spool);
  return std::make_shared<const catalogue::CatalogueFile>(file, name);
}

// Of the rows as they are, and of the program that makes a catalogue of them.
std::string source_of(const catalogue::CatalogueFile& file, const catalogue::OfficeRows& rows) {
  std::uint64_t hash = store::hash64(KTO_VERSION);
  file.each_run(rows, [&hash](std::string_view text, std::size_t) { hash = store::hash_words(text, hash); });
  return store::to_hex(hash);
}

}  // namespace

CatalogueFiles open_catalogue_files(const std::vector<fs::path>& files, const fs::path& spool) {
  CatalogueFiles all;
  for (const auto& path : files) all.push_back(open_file(path, spool));
  return all;
}

std::vector<store::OfficeSource> sources_of(const CatalogueFiles& files) {
  std::vector<store::OfficeSource> sources;
  for (const auto& file : files)
    for (const auto& rows : file->offices())
      sources.push_back({rows.office, source_of(*file, rows), rows.rows, [file, &rows] {
                           law::Catalogue catalogue = file->read(rows);
                           catalogue.successions = changes::successions(catalogue);
                           return catalogue;
                         }});
  return sources;
}

}  // namespace kto::commands
