// Seal: how long the file of a generation is and its hash, in a small file beside it, written before the generation is
// put in place. A file cut short, changed by a bad disk or copied in part is then refused before anything is read of
// it: the search library itself has no checksums, and of 400 single bits flipped in a small index two ended a process
// that read it (Xapian 1.4.22, in TermIterator).
//
//   generation-7.seal: "327680 9c3f5a0e77d1b842"
#pragma once

#include <chrono>
#include <filesystem>

namespace kto::store {

// generation-7.seal
std::filesystem::path seal_file(const std::filesystem::path& index_dir, unsigned generation);

// The line for a file, without its end. Throws law::Error index-unreadable.
std::string seal_of(const std::filesystem::path& file);

// Reads the whole file (about 1 s a GiB) and returns when it was written. Throws law::Error index-damaged when it is
// not what was sealed or has no seal, index-unreadable when it cannot be read.
std::chrono::system_clock::time_point require_whole(const std::filesystem::path& index_dir, unsigned generation);

}  // namespace kto::store
