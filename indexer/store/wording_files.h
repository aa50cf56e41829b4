// WordingFiles: which files say what all offices of a generation say, and what of it must be written. Where few offices
// changed since the file of wordings was made, theirs are written alone, beside it (kSince): a build after one of them
// changed takes a moment. What the old file says of those holds no longer, and the new one's tables say so.
//
// Both are searched as one; how rare a word is then counts the wordings that stand in both twice, so once a sixteenth
// of the task points stand in the new one, one file is made of all. Inside this room only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/store/generation.h"
#include "indexer/store/shard_writer.h"
#include "indexer/store/wordings_writer.h"
#include "indexer/text/analysis.h"

namespace kto::store {

using Generations = std::vector<std::shared_ptr<const Generation>>;

class WordingFiles {
 public:
  // `offices`: all of the generation, in order of id; they must outlive this.
  WordingFiles(std::filesystem::path index_dir, std::filesystem::path building,
               const std::vector<FinishedShard>& offices);

  // Whether one of the generations has just the files that are wanted; then they are these.
  bool take_over(const Generations& known);
  // Writes what is missing into shards/, beside a file of one of the generations where that will do. Throws as
  // write_wordings and seal_of do.
  void write(const Generations& known, const text::Analyser& analyser, unsigned threads);

  const Shard& wordings() const { return wordings_; }
  const Shard& since() const { return since_; }

 private:
  bool write_since(const Shard& base, const text::Analyser& analyser, unsigned threads);
  WordingsPlan plan() const;
  OfficeShard office_shard(const FinishedShard& one) const;
  Shard write(const WordingsPlan& plan, std::string_view name, const text::Analyser& analyser, unsigned threads) const;

  std::filesystem::path index_dir_, building_;
  const std::vector<FinishedShard>& offices_;
  std::string content_;  // hash of all shards
  Shard wordings_, since_;
};

}  // namespace kto::store
