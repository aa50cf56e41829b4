#include "searchd/api/csv.h"

#include <string_view>

namespace kto::api {
namespace {

std::string cell(std::string text, char separator) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
  if (text.find_first_of("\"\r\n") == std::string::npos && text.find(separator) == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string csv_line(std::span<const std::string> cells, char separator) {
  std::string line;
  for (const auto& text : cells) {
    if (&text != &cells.front()) line += separator;
    line += cell(text, separator);
  }
  return line + "\r\n";
}

}  // namespace kto::api
