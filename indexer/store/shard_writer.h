// Shard: the index of one office, one read-only file. Inside this room only.
//
// It has no term lists: they were 58 % of a plain index and answer only which words a document has, which the postings
// of the question's words answer as well (reader.cc).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "indexer/store/manifest.h"
#include "indexer/store/office_content.h"
#include "indexer/text/analysis.h"

namespace kto::store {

// A finished shard on its way into a generation.
struct FinishedShard {
  OfficeSummary office;
  Shard shard;
  std::filesystem::path ready;  // where it waits to be moved to shards/; empty: it is there already
};

// Writes, checks and seals a shard in `ready`, by way of `scratch`, a file of this thread's own. `source`:
// Shard::source. Throws Xapian::Error, std::filesystem::filesystem_error, law::Error index-write-failed.
FinishedShard write_shard(const OfficeContent& content, const std::string& source, const text::Analyser& analyser,
                          const std::filesystem::path& scratch, const std::filesystem::path& ready);

// The office's shard that a builder which was killed had finished; nullopt when there is none, or it is not whole, or
// of another schema or analysis.
std::optional<FinishedShard> left_behind(const std::string& office, const text::Analyser& analyser,
                                         const std::filesystem::path& ready);

}  // namespace kto::store
