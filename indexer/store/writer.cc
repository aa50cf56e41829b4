#include "indexer/store/writer.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <tuple>

#include "indexer/law/error.h"
#include "indexer/store/document.h"
#include "indexer/store/folder.h"
#include "indexer/store/hash.h"
#include "indexer/store/law_record.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/open_database.h"
#include "indexer/store/reader.h"
#include "indexer/store/record.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

// All that goes into an index, in the order in which it goes in: the same catalogues give the same content however they
// were ordered.
struct Content {
  std::vector<Office> offices;
  std::vector<StoredTask> tasks;
  Records law;
  Manifest manifest;
};

void require_distinct(const Content& content) {
  std::set<std::string_view> offices, tasks;
  for (const Office& office : content.offices)
    if (!offices.insert(office.summary.id).second)
      throw law::Error("duplicate-office", "Two catalogues are of the office \"" + office.summary.id + "\".",
                       "Give each office its own id, or leave one of them out.");
  for (const StoredTask& stored : content.tasks)
    if (!tasks.insert(stored.task.id).second)
      throw law::Error("duplicate-task", "Two task points have the id \"" + stored.task.id + "\".",
                       "A version of a provision may stand in a catalogue once.");
  const auto same_name = [](const auto& a, const auto& b) { return a.first == b.first; };
  const auto twice = std::adjacent_find(content.law.begin(), content.law.end(), same_name);
  if (twice != content.law.end())
    throw law::Error("duplicate-provision", "Two records of the law have the name \"" + twice->first + "\".",
                     "A version of a provision may stand in a catalogue once.");
}

Office office_of(const law::Catalogue& catalogue) {
  Office office{summarise(catalogue), catalogue.units, catalogue.acts, catalogue.details};
  std::stable_sort(office.units.begin(), office.units.end(), [](const law::Unit& a, const law::Unit& b) {
    return std::tie(a.code, a.validity.from, a.id) < std::tie(b.code, b.validity.from, b.id);
  });
  return office;
}

Manifest manifest_of(const Content& content, const text::Analyser& analyser, const BuildOptions& options) {
  std::string all;
  for (const Office& office : content.offices) all += encode_office(office) + (office.summary.example ? "example" : "");
  for (const StoredTask& stored : content.tasks) all += encode_task(stored);
  for (const auto& [name, record] : content.law) all += record;
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.analysis = analyser.fingerprint();
  manifest.catalogue = hash_hex(all);
  manifest.program = options.program;
  manifest.parameters = options.parameters;
  std::string what = std::to_string(manifest.schema) + '\n' + manifest.analysis + '\n' + manifest.catalogue + '\n';
  for (const auto& [name, value] : options.parameters) what += name + '=' + value + '\n';
  manifest.fingerprint = hash_hex(what);
  for (const Office& office : content.offices) manifest.offices.push_back(office.summary);
  return manifest;
}

Content content_of(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                   const BuildOptions& options) {
  Content content;
  for (const law::Catalogue& catalogue : catalogues) {
    content.offices.push_back(office_of(catalogue));
    for (const law::TaskPoint& task : catalogue.tasks) content.tasks.push_back({catalogue.office, task});
    Records records = law_records(catalogue);
    std::move(records.begin(), records.end(), std::back_inserter(content.law));
  }
  std::stable_sort(content.offices.begin(), content.offices.end(),
                   [](const Office& a, const Office& b) { return a.summary.id < b.summary.id; });
  std::stable_sort(content.tasks.begin(), content.tasks.end(), [](const StoredTask& a, const StoredTask& b) {
    return std::tie(a.office, a.task.citation, a.task.validity.from, a.task.id) <
           std::tie(b.office, b.task.citation, b.task.validity.from, b.task.id);
  });
  std::sort(content.law.begin(), content.law.end());
  require_distinct(content);
  content.manifest = manifest_of(content, analyser, options);
  return content;
}

void write_documents(const Content& content, const text::Analyser& analyser, const fs::path& folder) {
  // No fsync here: what is put in place is the compacted file, and that one is fsynced.
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (const StoredTask& stored : content.tasks) database.add_document(make_document(stored, analyser));
  for (const auto& [name, line] : to_lines(content.manifest)) database.set_metadata(name, line);
  for (const Office& office : content.offices)
    database.set_metadata(office_line(office.summary.id), encode_office(office));
  for (const auto& [name, record] : content.law) database.set_metadata(name, record);
  database.commit();
}

void check(const Content& content, const fs::path& file) {
  const Xapian::Database database(file.string());
  bool whole = database.get_doccount() == content.tasks.size() &&
               read_manifest(database).fingerprint == content.manifest.fingerprint;
  for (std::size_t i = 0; whole && i < content.tasks.size(); ++i)
    whole = decode_task(database.get_document(static_cast<Xapian::docid>(i + 1)).get_data()) == content.tasks[i];
  for (const auto& [name, record] : content.law) whole = whole && database.get_metadata(name) == record;
  if (!whole)
    throw law::Error("index-write-failed", "The index just built in " + file.string() + " is not what was written.",
                     "Check the disk; the index in place is untouched.");
}

// The generation in place, if it already is the index wanted.
std::optional<unsigned> in_place(const fs::path& index_dir, const std::string& fingerprint) {
  try {
    const OpenDatabase open = open_current(index_dir);
    require_whole(index_dir, open.generation);
    const Manifest manifest = read_manifest(open.database);
    if (manifest.schema == kSchemaVersion && manifest.fingerprint == fingerprint) return open.generation;
  } catch (const law::Error&) {     // none, a damaged one, or one that cannot be opened: build
  } catch (const Xapian::Error&) {  // damaged: build
  }
  return std::nullopt;
}

class Stopwatch {
 public:
  explicit Stopwatch(std::vector<BuildStage>& stages) : stages_(stages) {}
  void lap(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    stages_.push_back({name, std::chrono::duration<double>(now - since_).count()});
    since_ = now;
  }

 private:
  std::vector<BuildStage>& stages_;
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

void build_aside(const Content& content, const text::Analyser& analyser, const fs::path& index_dir, BuildReport& report,
                 Stopwatch& watch) {
  const fs::path folder = fresh_building_folder(index_dir);
  const fs::path written = folder / "written", compacted = folder / "compacted";
  const std::optional<unsigned> before = current_generation(index_dir);
  report.generation = next_generation(index_dir);
  write_documents(content, analyser, written);
  watch.lap("write");
  Xapian::Database(written.string()).compact(compacted.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  watch.lap("compact");
  check(content, compacted);
  watch.lap("check");
  put_in_place(index_dir, compacted, report.generation);
  sweep(index_dir, report.generation, before);
  watch.lap("put in place");
}

[[noreturn]] void write_failed(const fs::path& index_dir, const std::string& reason) {
  throw law::Error("index-write-failed", "The index cannot be written in " + index_dir.string() + ": " + reason + ".",
                   "Check the free space and the rights of the folder; the index in place is untouched.");
}

}  // namespace

BuildReport build_index(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                        const fs::path& index_dir, const BuildOptions& options) {
  BuildReport report;
  Stopwatch watch(report.stages);
  const FolderLock lock(index_dir);
  const Content content = content_of(catalogues, analyser, options);
  report.fingerprint = content.manifest.fingerprint;
  report.documents = static_cast<unsigned>(content.tasks.size());
  const std::optional<unsigned> same = in_place(index_dir, report.fingerprint);
  watch.lap("fingerprint");
  try {
    if (same && !options.force) {
      report.generation = *same;
    } else {
      build_aside(content, analyser, index_dir, report, watch);
      report.built = true;
    }
    report.bytes = fs::file_size(generation_file(index_dir, report.generation));
  } catch (const Xapian::Error& error) {
    const char* system_error = error.get_error_string();
    write_failed(index_dir, system_error ? error.get_msg() + " (" + system_error + ")" : error.get_msg());
  } catch (const fs::filesystem_error& error) {
    write_failed(index_dir, error.code().message());
  }
  return report;
}

std::string index_fingerprint(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                              const BuildOptions& options) {
  return content_of(catalogues, analyser, options).manifest.fingerprint;
}

}  // namespace kto::store
