#include "searchd/api/csv.h"

#include <string_view>

#include "searchd/api/intake.h"

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

char CsvForm::between() const {
  if (separator == "semicolon") return ';';
  return separator == "tab" ? '\t' : ',';
}

std::string CsvForm::begin() const {
  return bom ? "\xEF\xBB\xBF" : "";
}

std::string CsvForm::media_type() const {
  return separator == "tab" ? "text/tab-separated-values; charset=utf-8" : "text/csv; charset=utf-8; header=present";
}

CsvForm csv_form(Intake& intake) {
  CsvForm form;
  form.separator = intake.choice("separator", {"comma", "semicolon", "tab"});
  form.bom = intake.flag("bom");
  return form;
}

std::string csv_line(std::span<const std::string> cells, char separator) {
  std::string line;
  for (const auto& text : cells) {
    if (&text != &cells.front()) line += separator;
    line += cell(text, separator);
  }
  return line + "\r\n";
}

}  // namespace kto::api
