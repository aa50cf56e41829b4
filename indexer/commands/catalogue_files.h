// Catalogue files: JSON Lines given to `build --catalogue`, "-" for standard input, as the offices in them.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/catalogue/file.h"
#include "indexer/store/writer.h"

namespace kto::commands {

using CatalogueFiles = std::vector<std::shared_ptr<const catalogue::CatalogueFile>>;

// What cannot be read twice (a pipe) is copied to a file in `spool` that has no name and goes with the process. Throws
// law::Error catalogue-unreadable.
CatalogueFiles open_catalogue_files(const std::vector<std::filesystem::path>& files,
                                    const std::filesystem::path& spool);

// All offices of all files. Each holds its file as long as it lives, and throws as CatalogueFile::read does.
std::vector<store::OfficeSource> sources_of(const CatalogueFiles& files);

}  // namespace kto::commands
