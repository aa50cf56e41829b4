// Catalogue files: JSON Lines given to `build --catalogue`, "-" for standard input.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::commands {

// The catalogues of all files, in their order. Throws law::Error catalogue-unreadable and what
// catalogue::read_catalogues throws.
std::vector<law::Catalogue> read_catalogue_files(const std::vector<std::filesystem::path>& files);

}  // namespace kto::commands
