// Together: the shards of all offices in one file, for questions that name no office where there are too many to be
// searched one by one (kTogether). Inside this room only.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/store/manifest.h"

namespace kto::store {

// Merges `shards`, in their order, into `merged`, by way of `scratch`: a few hundred files are open at once and memory
// does not grow with their number. Throws Xapian::Error, std::filesystem::filesystem_error.
void merge(const std::vector<std::filesystem::path>& shards, const std::filesystem::path& scratch,
           const std::filesystem::path& merged);

}  // namespace kto::store
