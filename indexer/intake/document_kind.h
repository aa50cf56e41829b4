// Which files are documents, by the ending of their names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace kto::intake {

enum class Kind : std::uint8_t { unknown, plain_text, html, pdf };

Kind kind_of(const std::filesystem::path& file);

// ".txt, .md, .html, .htm, .pdf": for messages.
std::string kinds();

}  // namespace kto::intake
