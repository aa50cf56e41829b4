// Seal: a generation is not what was built unless its own file ends in the hash of its lines (manifest_text.h) and
// every shard it names has the length and the hash it says. A file cut short, changed by a bad disk or copied in part
// is then refused before anything is read of it: the search library itself has no checksums, and of 400 single bits
// flipped in a small index two ended a process that read it (Xapian 1.4.22, in TermIterator).
#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>

#include "indexer/store/manifest.h"

namespace kto::store {

// Length and hash of a file, the rest empty. Throws law::Error index-unreadable.
Shard seal_of(const std::filesystem::path& file);

// Whether the file is there and is what the shard says. Reads the whole of it; never throws.
bool is_whole(const std::filesystem::path& index_dir, std::string_view name, const Shard& shard);

// Reads all files of the generation (a GiB takes some 0.3 s from memory) and returns when it was built. Throws
// law::Error index-damaged when one of them is not what was built, index-unreadable when it cannot be read, and what
// Generation::open throws.
std::chrono::system_clock::time_point require_whole(const std::filesystem::path& index_dir, unsigned generation);

}  // namespace kto::store
