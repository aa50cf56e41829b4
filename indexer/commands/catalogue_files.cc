#include "indexer/commands/catalogue_files.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "indexer/catalogue/read.h"
#include "indexer/law/error.h"

namespace kto::commands {
namespace {

std::vector<law::Catalogue> read_file(const std::filesystem::path& path) {
  if (path == "-") return catalogue::read_catalogues(std::cin, "standard input");
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open() || std::filesystem::is_directory(path))
    throw law::Error("catalogue-unreadable", path.string() + ": cannot be read",
                     "give --catalogue a file of JSON Lines, or - for standard input");
  return catalogue::read_catalogues(file, path.string());
}

}  // namespace

std::vector<law::Catalogue> read_catalogue_files(const std::vector<std::filesystem::path>& files) {
  std::vector<law::Catalogue> all;
  for (const auto& path : files) {
    auto catalogues = read_file(path);
    std::move(catalogues.begin(), catalogues.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace kto::commands
