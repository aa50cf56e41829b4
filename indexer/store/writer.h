// Writer: catalogues → an index folder (its files: folder.h).
//
// Each office becomes a shard of its own, on as many threads as there are processors; beside what an office holds, no
// memory is taken. An office that is as it was keeps its file: of the offices of a country only those are built whose
// law changed. A shard is written into building/ (glass_writer.h), opened by the library and compared, and sealed;
// when all are there they are moved to shards/, synced, and only then named by a new generation, and that by `current`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/law/error.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// An office whose catalogue is read when its turn comes.
struct OfficeSource {
  std::string office;       // its id
  std::string source = {};  // hash of the text it is read from, and of the program that reads it; empty: not known, so
                            // that only reading shows whether anything changed
  std::size_t rows = 0;     // how much there is to read, for the progress
  std::function<law::Catalogue()> read;  // at most once, from any thread
};

struct BuildProgress {
  std::size_t rows = 0, of_rows = 0;
  std::size_t offices = 0, of_offices = 0;
};

struct BuildOptions {
  std::string program = "kto-indexer";
  std::map<std::string, std::string> parameters = {};       // kept in the manifest and part of the fingerprint
  bool force = false;                                       // build even what is unchanged
  unsigned threads = 0;                                     // 0: as many as there are processors
  std::function<void(const BuildProgress&)> progress = {};  // told after each office, from one thread at a time
};

struct BuildStage {
  std::string name;
  double seconds = 0;
};

struct BuildReport {
  bool built = false;  // false: the index in place already is this one
  unsigned generation = 0;
  std::string fingerprint;
  unsigned offices = 0, written = 0;  // of these built anew
  unsigned acts = 0, documents = 0;
  std::uint64_t bytes = 0;
  std::vector<BuildStage> stages;
};

// Builds the index of the offices in `index_dir`, which is made when missing. One document a task point version.
// Throws law::Error: index-locked (another builder works), index-not-writable, index-write-failed (disk full …),
// duplicate-office, duplicate-task, duplicate-provision, and what a source throws. The index in place is untouched
// then.
BuildReport build_from(std::vector<OfficeSource> offices, const text::Analyser& analyser,
                       const std::filesystem::path& index_dir, const BuildOptions& options = {});
BuildReport build_index(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                        const std::filesystem::path& index_dir, const BuildOptions& options = {});

// What build_index would give the index as its fingerprint.
std::string index_fingerprint(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                              const BuildOptions& options = {});

}  // namespace kto::store
