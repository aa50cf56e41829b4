#include "indexer/store/manifest_text.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace kto::store {
namespace {

constexpr char kColumnEnd = '\t';

// Columns and lines are split at control characters, so none may stand inside.
std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

unsigned number(const std::string& text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string day(std::optional<law::Date> date) {
  return date ? law::to_string(*date) : "";
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string text; std::getline(in, text, kColumnEnd);) cells.push_back(text);
  return cells;
}

std::string offices_to_text(const std::vector<OfficeSummary>& offices) {
  std::ostringstream out;
  for (const OfficeSummary& office : offices)
    out << cell(office.id) << kColumnEnd << cell(office.name) << kColumnEnd << office.tasks << kColumnEnd
        << office.units << kColumnEnd << office.acts << kColumnEnd << office.not_applied << kColumnEnd
        << day(office.covered_from) << kColumnEnd << day(office.law_state_as_of) << kColumnEnd << cell(office.last_act)
        << kColumnEnd << (office.example ? "example" : "") << '\n';
  return out.str();
}

std::vector<OfficeSummary> offices_from_text(const std::string& text) {
  std::vector<OfficeSummary> offices;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells = columns(line);
    cells.resize(10);
    offices.push_back({.id = cells[0],
                       .name = cells[1],
                       .example = cells[9] == "example",
                       .tasks = number(cells[2]),
                       .units = number(cells[3]),
                       .acts = number(cells[4]),
                       .covered_from = law::parse_date(cells[6]),
                       .law_state_as_of = law::parse_date(cells[7]),
                       .last_act = cells[8],
                       .not_applied = number(cells[5])});
  }
  return offices;
}

std::string parameters_to_text(const std::map<std::string, std::string>& parameters) {
  std::string text;
  for (const auto& [name, value] : parameters) text += cell(name) + kColumnEnd + cell(value) + '\n';
  return text;
}

std::map<std::string, std::string> parameters_from_text(const std::string& text) {
  std::map<std::string, std::string> parameters;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells = columns(line);
    cells.resize(2);
    parameters[cells[0]] = cells[1];
  }
  return parameters;
}

}  // namespace

ManifestLines to_lines(const Manifest& manifest) {
  return {{"schema", std::to_string(manifest.schema)},
          {"analysis", manifest.analysis},
          {"catalogue", manifest.catalogue},
          {"fingerprint", manifest.fingerprint},
          {"program", manifest.program},
          {"parameters", parameters_to_text(manifest.parameters)},
          {"offices", offices_to_text(manifest.offices)}};
}

Manifest from_lines(const std::function<std::string(const std::string& name)>& line) {
  return {.schema = number(line("schema")),
          .analysis = line("analysis"),
          .catalogue = line("catalogue"),
          .fingerprint = line("fingerprint"),
          .program = line("program"),
          .parameters = parameters_from_text(line("parameters")),
          .offices = offices_from_text(line("offices"))};
}

std::string office_line(std::string_view office) {
  return "office/" + std::string(office);
}

}  // namespace kto::store
