// What the compilers of this room leave behind.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace kto::text {

// Written aside and renamed, so that an interrupted build leaves no half file. Throws std::runtime_error.
inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path aside = path.string() + ".new";
  std::ofstream file(aside, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) throw std::runtime_error(aside.string() + " cannot be written");
  std::filesystem::rename(aside, path);
}

}  // namespace kto::text
