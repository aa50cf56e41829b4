// The offices a command works on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/corpus/office_law.h"

namespace kto::commands {

// The law of the named office of a corpus folder, or of all when the name is empty. Throws law::Error unknown-office,
// with the offices there are as the hint, and what read_corpus and read_law throw.
std::vector<corpus::OfficeLaw> read_offices(const std::filesystem::path& folder, const std::string& office);

}  // namespace kto::commands
