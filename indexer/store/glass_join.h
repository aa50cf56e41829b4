// Of several files that GlassWriter made, one: their documents one after the other, the metadata of all. Records are
// copied, lists are merged term by term; beside a list, what all documents have in slots is in memory.
#pragma once

#include <filesystem>
#include <vector>

namespace kto::store {

// Throws Xapian::Error, and as GlassFile.
void join(const std::vector<std::filesystem::path>& files, const std::filesystem::path& file);

}  // namespace kto::store
