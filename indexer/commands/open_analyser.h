// The analyser over the compiled dictionary, for the sub-commands that need words.
#pragma once

#include <filesystem>
#include <memory>

#include "indexer/text/analysis.h"

namespace kto::commands {

// `dictionary`: empty: where the programs look by themselves. Throws law::Error dictionary-unusable.
std::shared_ptr<const text::Analyser> open_analyser(const std::filesystem::path& dictionary);

}  // namespace kto::commands
