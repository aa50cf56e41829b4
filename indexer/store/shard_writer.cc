#include "indexer/store/shard_writer.h"

#include <xapian.h>

#include <fstream>
#include <memory>
#include <string>
#include <system_error>

#include "indexer/law/error.h"
#include "indexer/store/document.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/office_record.h"
#include "indexer/store/open_shard.h"
#include "indexer/store/record.h"
#include "indexer/store/seal.h"
#include "indexer/store/task_ids.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

void write_documents(const OfficeContent& content, const std::string& source, const text::Analyser& analyser,
                     const fs::path& file) {
  GlassWriter database(file);
  KnownReadings readings(analyser);
  const StringList names = names_of(content.office, content.tasks);
  const WordNumbers numbers(names);
  TaskDocuments documents(database, readings, numbers);
  for (std::size_t i = 0; i < content.tasks.size(); ++i) documents.add(content.tasks[i], content.spoken_of[i]);
  const OfficeSummary& office = content.office.summary;
  database.set_metadata("schema", std::to_string(kSchemaVersion));
  database.set_metadata("analysis", analyser.fingerprint());
  database.set_metadata("content", content.hash);
  database.set_metadata("source", source);
  database.set_metadata("summary", to_line(office));
  database.set_metadata(office_line(office.id), encode_office(content.office, numbers));
  database.set_metadata(kNamesKey, encode_names(names));
  database.set_metadata(kHeadsKey, encode_heads(content.tasks, numbers));
  for (const auto& [name, record] : id_records(content.tasks)) database.set_metadata(name, record);
  for (const auto& [name, record] : content.law) database.set_metadata(name, record);
  database.finish();
}

bool same(const OpenShard& shard, const StoredTask& written) {
  return read_task(shard, written.number) == written && shard.lists->heads.of(written.number) == head_of(written) &&
         shard.lists->heads.validity(written.number) == written.task.validity;
}

void check(const OfficeContent& content, const fs::path& file) {
  const Xapian::Database database(file.string());
  bool whole = database.get_doccount() == content.tasks.size() && database.get_metadata("content") == content.hash;
  const OpenShard shard{database, whole ? std::make_shared<const OfficeLists>(database) : nullptr};
  for (std::size_t i = 0; whole && i < content.tasks.size(); ++i) whole = same(shard, content.tasks[i]);
  for (const auto& [name, record] : content.law) whole = whole && database.get_metadata(name) == record;
  if (!whole)
    throw law::Error("index-write-failed", "The index just built in " + file.string() + " is not what was written.",
                     "Check the disk; the index in place is untouched.");
}

fs::path ready_file(const fs::path& ready, const std::string& office) {
  return ready / (file_name_of(office) + ".glass");
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
  write_documents(content, source, analyser, scratch);
  check(content, scratch);
  const OfficeSummary& office = content.office.summary;
  FinishedShard finished{office, seal_of(scratch), ready_file(ready, office.id)};
  finished.shard.content = content.hash;
  finished.shard.source = source;
  fs::rename(scratch, finished.ready);
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
    const Xapian::Database database(file.string());
    if (database.get_metadata("schema") != std::to_string(kSchemaVersion) ||
        database.get_metadata("analysis") != analyser.fingerprint())
      return std::nullopt;
    found.office = office_from_line(database.get_metadata("summary"));
    found.shard.content = database.get_metadata("content");
    found.shard.source = database.get_metadata("source");
    if (found.office.id != office) return std::nullopt;
    return found;
  } catch (const law::Error&) {     // gone or unreadable: it is written anew
  } catch (const Xapian::Error&) {  // likewise
  }
  return std::nullopt;
}

}  // namespace kto::store
