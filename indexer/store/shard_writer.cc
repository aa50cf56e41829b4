#include "indexer/store/shard_writer.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/office_file.h"
#include "indexer/store/office_file_writer.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

void write(const fs::path& file, const std::string& bytes) {
  errno = 0;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out)
    throw fs::filesystem_error("shard", file, std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
}

void check(const OfficeContent& content, const fs::path& file) {
  const auto written = OfficeFile::open(file);
  bool whole = written->points() == content.tasks.size() && about_office(written->about()).content == content.hash;
  for (std::uint32_t i = 0; whole && i < written->points(); ++i) whole = written->task(i) == content.tasks[i];
  for (const auto& [name, record] : content.law) whole = whole && written->note(name) == record;
  if (!whole)
    throw law::Error("index-write-failed", "The index just built in " + file.string() + " is not what was written.",
                     "Check the disk; the index in place is untouched.");
}

fs::path ready_file(const fs::path& ready, const std::string& office) {
  return ready / (file_name_of(office) + ".office");
}

fs::path seal_beside(fs::path file) {
  return file.replace_extension(".seal");
}

std::string seal_line(const Shard& shard) {
  return std::to_string(shard.bytes) + " " + shard.hash;
}

}  // namespace

FinishedShard write_shard(const OfficeContent& content, const std::string& source, const text::Analyser& analyser,
                          const fs::path& scratch, const fs::path& ready) {
  const fs::path written = scratch / "written";
  fs::create_directories(scratch);
  write(written, office_bytes(content, source, analyser));
  check(content, written);
  const OfficeSummary& office = content.office.summary;
  FinishedShard finished{office, seal_of(written), ready_file(ready, office.id)};
  finished.shard.content = content.hash;
  finished.shard.source = source;
  fs::rename(written, finished.ready);
  std::ofstream(seal_beside(finished.ready)) << seal_line(finished.shard) << '\n';
  return finished;
}

std::optional<FinishedShard> left_behind(const std::string& office, const text::Analyser& analyser,
                                         const fs::path& ready) {
  const fs::path file = ready_file(ready, office);
  std::string sealed;
  std::ifstream seal(seal_beside(file));
  if (!std::getline(seal, sealed)) return std::nullopt;
  try {
    FinishedShard found{{}, seal_of(file), file};
    if (seal_line(found.shard) != sealed) return std::nullopt;
    const AboutOffice about = about_office(OfficeFile::open(file)->about());
    if (about.schema != std::to_string(kSchemaVersion) || about.analysis != analyser.fingerprint()) return std::nullopt;
    found.office = office_from_line(about.summary);
    found.shard.content = about.content;
    found.shard.source = about.source;
    if (found.office.id != office) return std::nullopt;
    return found;
  } catch (const law::Error&) {  // gone or unreadable: it is written anew
  }
  return std::nullopt;
}

}  // namespace kto::store
