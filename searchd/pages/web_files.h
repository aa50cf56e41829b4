// Web files: web/ as it stood at build time, kept in the program. Made by embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace kto::pages {

struct WebFile {
  std::string_view name;   // "kto.css"
  std::string_view hash;   // 16 hexadecimal digits of the content's SHA-256
  std::string_view bytes;  // lives as long as the program
};

std::span<const WebFile> web_files();
// Throws std::out_of_range for a name that is not in web/: a mistake of the program, found by any test.
const WebFile& web_file(std::string_view name);

}  // namespace kto::pages
