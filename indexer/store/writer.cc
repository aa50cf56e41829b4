#include "indexer/store/writer.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
#include "indexer/store/hash.h"
#include "indexer/store/reader.h"
#include "indexer/store/seal.h"
#include "indexer/store/shard_writer.h"
#include "indexer/store/wording_files.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

using Sources = std::vector<OfficeSource>;

law::Error write_failed(const fs::path& index_dir, const std::string& reason) {
  return {"index-write-failed", "The index cannot be written in " + index_dir.string() + ": " + reason + ".",
          "Check the free space and the rights of the folder; the index in place is untouched."};
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

// Same catalogues, same index, in whatever order they come.
void put_in_order(Sources& offices) {
  std::sort(offices.begin(), offices.end(),
            [](const OfficeSource& a, const OfficeSource& b) { return a.office < b.office; });
  const auto twice = std::adjacent_find(offices.begin(), offices.end(),
                                        [](const auto& a, const auto& b) { return a.office == b.office; });
  if (twice != offices.end())
    throw law::Error("duplicate-office", "Two catalogues are of the office \"" + twice->office + "\".",
                     "Give each office its own id, or leave one of them out.");
}

// All of a manifest but its shards.
void fingerprint(Manifest& manifest, const text::Analyser& analyser, const BuildOptions& options) {
  manifest.schema = kSchemaVersion;
  manifest.analysis = analyser.fingerprint();
  manifest.program = options.program;
  manifest.parameters = options.parameters;
  std::string all;
  for (const Shard& shard : manifest.shards) all += shard.content + '\n';
  manifest.catalogue = hash_hex(all);
  std::string what = std::to_string(manifest.schema) + '\n' + manifest.analysis + '\n' + manifest.catalogue + '\n';
  for (const auto& [name, value] : options.parameters) what += name + '=' + value + '\n';
  manifest.fingerprint = hash_hex(what);
}

// The shards of the generations in the folder, to be taken over by what has not changed.
class KnownShards {
 public:
  KnownShards(const fs::path& index_dir, const text::Analyser& analyser) : index_dir_(index_dir) {
    for (const unsigned number : generations(index_dir)) {
      try {
        auto generation = Generation::open(index_dir, number);
        const Manifest& manifest = generation->manifest();
        if (manifest.schema == kSchemaVersion && manifest.analysis == analyser.fingerprint())
          generations_.push_back(std::move(generation));
      } catch (const law::Error&) {  // a damaged one: nothing of it is taken over
      }
    }
    std::reverse(generations_.begin(), generations_.end());
  }

  template <typename Fits>
  std::optional<FinishedShard> find(const std::string& office, const Fits& fits) const {
    for (const auto& generation : generations_) {
      const auto place = generation->place_of(office);
      if (!place) continue;
      const Shard& shard = generation->manifest().shards[*place];
      if (fits(shard) && is_whole(index_dir_, office, shard))
        return FinishedShard{generation->manifest().offices[*place], shard, {}};
    }
    return std::nullopt;
  }

  const Generations& latest_first() const { return generations_; }

  // nullptr: there is none that this program can use.
  std::shared_ptr<const Generation> current() const {
    const auto number = current_generation(index_dir_);
    for (const auto& generation : generations_)
      if (generation->number() == number) return generation;
    return nullptr;
  }

 private:
  const fs::path& index_dir_;
  Generations generations_;  // latest first
};

// One build, under the lock of the folder.
class Build {
 public:
  Build(const Sources& offices, const text::Analyser& analyser, const fs::path& index_dir, const BuildOptions& options)
      : offices_(offices), analyser_(analyser), index_dir_(index_dir), options_(options), known_(index_dir, analyser) {}

  void run(BuildReport& report) {
    Stopwatch watch(report.stages);
    const fs::path building = fresh_building_folder(index_dir_);
    make_shards(building);
    watch.lap("shards");
    Manifest manifest = manifest_of();
    if (offices_.size() > 1) wordings(manifest, building);
    watch.lap("wordings");
    fill(report, manifest);
    const auto current = known_.current();
    report.built = options_.force || !current || current->manifest().fingerprint != manifest.fingerprint ||
                   report.written > 0 || wordings_anew_;
    if (report.built) {
      report.generation = next_generation(index_dir_);
      put(manifest, report.generation);
      watch.lap("put in place");
    } else {
      report.generation = current->number();
    }
  }

 private:
  unsigned most_threads() const {
    return options_.threads > 0 ? options_.threads : std::max(1U, std::thread::hardware_concurrency());
  }

  void make_shards(const fs::path& building) {
    finished_.resize(offices_.size());
    const unsigned threads = static_cast<unsigned>(std::min<std::size_t>(most_threads(), offices_.size()));
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this, &building, i] { work(building, i); });
    work(building, 0);
    for (std::thread& other : others) other.join();
    if (failure_) std::rethrow_exception(failure_);
  }

  void work(const fs::path& building, unsigned worker) {
    const fs::path scratch = building / ("worker-" + std::to_string(worker));
    for (;;) {
      const std::size_t next = next_++;
      if (next >= offices_.size()) return;
      try {
        finished_[next] = shard_of(offices_[next], scratch, building / "ready");
        tell(offices_[next]);
      } catch (...) {  // thrown again where the build was asked for
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        next_ = offices_.size();
      }
    }
  }

  FinishedShard shard_of(const OfficeSource& office, const fs::path& scratch, const fs::path& ready) {
    const auto same_source = [&office](const Shard& shard) { return shard.source == office.source; };
    if (!office.source.empty())
      if (auto taken = take_over(office.office, same_source, ready)) return std::move(*taken);
    const OfficeContent content = content_of(office.read());
    const auto same_content = [&content](const Shard& shard) { return shard.content == content.hash; };
    if (auto taken = take_over(office.office, same_content, ready)) {
      taken->shard.source = office.source;
      return std::move(*taken);
    }
    return write_shard(content, office.source, analyser_, scratch, ready);
  }

  template <typename Fits>
  std::optional<FinishedShard> take_over(const std::string& office, const Fits& fits, const fs::path& ready) const {
    if (options_.force) return std::nullopt;
    if (auto known = known_.find(office, fits)) return known;
    auto left = left_behind(office, analyser_, ready);
    return left && fits(left->shard) ? left : std::nullopt;
  }

  void tell(const OfficeSource& office) {
    const std::lock_guard lock(mutex_);
    progress_.rows += office.rows;
    ++progress_.offices;
    if (progress_.of_offices == 0) {
      progress_.of_offices = offices_.size();
      for (const OfficeSource& one : offices_) progress_.of_rows += one.rows;
    }
    if (options_.progress) options_.progress(progress_);
  }

  Manifest manifest_of() const {
    Manifest manifest;
    for (const FinishedShard& one : finished_) {
      manifest.offices.push_back(one.office);
      manifest.shards.push_back(one.shard);
    }
    fingerprint(manifest, analyser_, options_);
    return manifest;
  }

  void wordings(Manifest& manifest, const fs::path& building) {
    WordingFiles files(index_dir_, building, finished_);
    wordings_anew_ = options_.force || !files.take_over(known_.latest_first());
    if (wordings_anew_) files.write(options_.force ? Generations{} : known_.latest_first(), analyser_, most_threads());
    manifest.wordings = files.wordings();
    manifest.since = files.since();
  }

  void fill(BuildReport& report, const Manifest& manifest) const {
    report.fingerprint = manifest.fingerprint;
    report.offices = static_cast<unsigned>(finished_.size());
    for (const NamedShard& file : files_of(manifest)) report.bytes += file.shard.bytes;
    for (const FinishedShard& one : finished_) {
      report.written += one.ready.empty() ? 0 : 1;
      report.acts += one.office.acts;
      report.documents += one.office.tasks;
    }
  }

  void put(const Manifest& manifest, unsigned generation) {
    for (const FinishedShard& one : finished_)
      if (!one.ready.empty()) move_to_shards(index_dir_, one.ready, one.office.id, one.shard);
    put_in_place(index_dir_, manifest, generation);
  }

  const Sources& offices_;
  const text::Analyser& analyser_;
  const fs::path& index_dir_;
  const BuildOptions& options_;
  KnownShards known_;
  std::vector<FinishedShard> finished_;  // as the offices stand
  std::atomic<std::size_t> next_ = 0;
  bool wordings_anew_ = false;
  std::mutex mutex_;  // guards what follows
  BuildProgress progress_;
  std::exception_ptr failure_;
};

Sources sources_of(const std::vector<law::Catalogue>& catalogues) {
  Sources sources;
  for (const law::Catalogue& catalogue : catalogues)
    sources.push_back({catalogue.office, {}, catalogue.tasks.size(), [&catalogue] { return catalogue; }});
  return sources;
}

}  // namespace

BuildReport build_from(Sources offices, const text::Analyser& analyser, const fs::path& index_dir,
                       const BuildOptions& options) {
  BuildReport report;
  const FolderLock lock(index_dir);
  put_in_order(offices);
  const std::optional<unsigned> before = current_generation(index_dir);
  try {
    // Gone before the sweep: it holds the generations it takes over from.
    Build(offices, analyser, index_dir, options).run(report);
    std::error_code ignored;
    if (report.built)
      sweep(index_dir, report.generation, before);
    else
      fs::remove_all(index_dir / "building", ignored);
  } catch (const Xapian::Error& error) {
    const char* system_error = error.get_error_string();
    throw write_failed(index_dir, system_error ? error.get_msg() + " (" + system_error + ")" : error.get_msg());
  } catch (const fs::filesystem_error& error) {
    throw write_failed(index_dir, error.code().message());
  }
  return report;
}

BuildReport build_index(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                        const fs::path& index_dir, const BuildOptions& options) {
  return build_from(sources_of(catalogues), analyser, index_dir, options);
}

std::string index_fingerprint(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                              const BuildOptions& options) {
  Sources offices = sources_of(catalogues);
  put_in_order(offices);
  Manifest manifest;
  for (const OfficeSource& office : offices) manifest.shards.push_back({{}, 0, content_of(office.read()).hash, {}});
  fingerprint(manifest, analyser, options);
  return manifest.fingerprint;
}

}  // namespace kto::store
