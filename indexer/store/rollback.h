// Rollback: back to a generation that is still in the folder, when the law just indexed turns out to be wrong.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "indexer/text/analysis.h"

namespace kto::store {

struct Rollback {
  unsigned from = 0, to = 0;
};

// Makes `current` name generation `to`, or without it the latest before the current one that is whole and that this
// program can read. Throws law::Error: index-missing, no-generation (none to go back to), index-locked,
// index-not-writable, index-write-failed, index-damaged, index-schema …; then nothing has changed.
Rollback roll_back(const std::filesystem::path& index_dir, const std::shared_ptr<const text::Analyser>& analyser,
                   std::optional<unsigned> to = {});

}  // namespace kto::store
