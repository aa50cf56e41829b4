// Writer: catalogues → an index folder.
//
//   index/
//     current              one line: generation-7.glass; replaced by rename, so it names the old or the new file, whole
//     generation-7.glass   the index, one read-only file
//     generation-7.seal    its length and hash, to notice damage (seal.h)
//     generation-6.glass   the one before, to go back to (rollback.h)
//     lock                 held (flock) while a builder works; freed by the kernel however the builder ends
//     building/            only while a builder works; left behind by a killed one, swept by the next
//
// A build writes into building/, compacts into one file, opens and counts it, fsyncs and seals it, renames it to its
// generation, fsyncs the folder and only then replaces `current`. Killed anywhere, the folder still answers as before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/text/analysis.h"

namespace kto::store {

struct BuildOptions {
  std::string program = "kto-indexer";
  std::map<std::string, std::string> parameters = {};  // kept in the manifest and part of the fingerprint
  bool force = false;                                  // build even when the fingerprint is unchanged
};

struct BuildStage {
  std::string name;
  double seconds = 0;
};

struct BuildReport {
  bool built = false;  // false: the index in place already is this one
  unsigned generation = 0;
  std::string fingerprint;
  unsigned documents = 0;
  std::uint64_t bytes = 0;
  std::vector<BuildStage> stages;
};

// Builds the index of the catalogues in `index_dir`, which is made when missing. One document a task point version.
// Throws law::Error: index-locked (another builder works), index-not-writable, index-write-failed (disk full …),
// duplicate-office, duplicate-task, duplicate-provision. The index in place is untouched then.
BuildReport build_index(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                        const std::filesystem::path& index_dir, const BuildOptions& options = {});

// What build_index would give the index as its fingerprint.
std::string index_fingerprint(const std::vector<law::Catalogue>& catalogues, const text::Analyser& analyser,
                              const BuildOptions& options = {});

}  // namespace kto::store
