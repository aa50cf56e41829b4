#include "indexer/store/manifest_text.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <vector>

#include "indexer/store/hash.h"

namespace kto::store {
namespace {

constexpr char kColumnEnd = '\t';
constexpr std::string_view kSeal = "seal\t";
constexpr std::size_t kSummaryColumns = 10, kShardColumns = 4;

using Cells = std::vector<std::string>;

// Columns and lines are split at control characters, so none may stand inside.
std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' '; }, ' ');
  return text;
}

std::string line_of(const Cells& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : std::string(1, kColumnEnd)) + cell(cells[i]);
  return line;
}

template <typename Number>
Number number(const std::string& text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string day(std::optional<law::Date> date) {
  return date ? law::to_string(*date) : "";
}

Cells cells_of(const std::string& line) {
  Cells cells;
  std::istringstream in(line);
  for (std::string text; std::getline(in, text, kColumnEnd);) cells.push_back(text);
  return cells;
}

void append(Cells& cells, const OfficeSummary& office) {
  for (const std::string& one :
       {office.id, office.name, std::to_string(office.tasks), std::to_string(office.units), std::to_string(office.acts),
        std::to_string(office.not_applied), day(office.covered_from), day(office.law_state_as_of), office.last_act,
        std::string(office.example ? "example" : "")})
    cells.push_back(one);
}

void append(Cells& cells, const Shard& shard) {
  for (const std::string& one : {shard.hash, std::to_string(shard.bytes), shard.content, shard.source})
    cells.push_back(one);
}

OfficeSummary summary_at(const Cells& cells, std::size_t at) {
  return {.id = cells[at],
          .name = cells[at + 1],
          .example = cells[at + 9] == "example",
          .tasks = number<unsigned>(cells[at + 2]),
          .units = number<unsigned>(cells[at + 3]),
          .acts = number<unsigned>(cells[at + 4]),
          .covered_from = law::parse_date(cells[at + 6]),
          .law_state_as_of = law::parse_date(cells[at + 7]),
          .last_act = cells[at + 8],
          .not_applied = number<unsigned>(cells[at + 5])};
}

Shard shard_at(const Cells& cells, std::size_t at) {
  return {cells[at], number<std::uint64_t>(cells[at + 1]), cells[at + 2], cells[at + 3]};
}

void take_line(Manifest& manifest, Cells cells) {
  const std::string name = cells.empty() ? "" : cells.front();
  cells.resize(1 + kSummaryColumns + kShardColumns);
  if (name == "schema") manifest.schema = number<unsigned>(cells[1]);
  if (name == "parameter") manifest.parameters[cells[1]] = cells[2];
  if (name == "wordings") manifest.wordings = shard_at(cells, 1);
  if (name == "since") manifest.since = shard_at(cells, 1);
  if (name == "remote")
    manifest.remotes.push_back({cells[1], number<unsigned>(cells[2]), number<unsigned>(cells[3]), cells[4]});
  for (const auto& [line, field] :
       {std::pair{"analysis", &manifest.analysis}, std::pair{"catalogue", &manifest.catalogue},
        std::pair{"fingerprint", &manifest.fingerprint}, std::pair{"program", &manifest.program}})
    if (name == line) *field = cells[1];
  if (name != "office") return;
  manifest.offices.push_back(summary_at(cells, 1));
  manifest.shards.push_back(shard_at(cells, 1 + kSummaryColumns));
}

}  // namespace

std::string to_text(const Manifest& manifest) {
  std::vector<Cells> lines{{"schema", std::to_string(manifest.schema)},
                           {"analysis", manifest.analysis},
                           {"catalogue", manifest.catalogue},
                           {"fingerprint", manifest.fingerprint},
                           {"program", manifest.program}};
  for (const auto& [name, value] : manifest.parameters) lines.push_back({"parameter", name, value});
  for (std::size_t i = 0; i < manifest.offices.size(); ++i) {
    lines.push_back({"office"});
    append(lines.back(), manifest.offices[i]);
    append(lines.back(), manifest.shards[i]);
  }
  for (const auto& [name, file] : {std::pair{"wordings", &manifest.wordings}, std::pair{"since", &manifest.since}}) {
    if (file->hash.empty()) continue;
    lines.push_back({name});
    append(lines.back(), *file);
  }
  for (const Remote& one : manifest.remotes)
    lines.push_back({"remote", one.host, std::to_string(one.port), std::to_string(one.timeout_ms), one.content});
  std::string text;
  for (const Cells& cells : lines) text += line_of(cells) + '\n';
  return text + std::string(kSeal) + hash_hex(text) + '\n';
}

Manifest manifest_from_text(std::string_view text) {
  Manifest manifest;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) take_line(manifest, cells_of(line));
  return manifest;
}

bool is_sealed(std::string_view text) {
  const std::size_t at = text.rfind(kSeal);
  if (at == std::string_view::npos || (at > 0 && text[at - 1] != '\n')) return false;
  return text.substr(at) == std::string(kSeal) + hash_hex(text.substr(0, at)) + '\n';
}

std::string to_line(const OfficeSummary& office) {
  Cells cells;
  append(cells, office);
  return line_of(cells);
}

std::string to_lines(const std::vector<OfficeSummary>& offices) {
  std::string lines;
  for (const OfficeSummary& office : offices) lines += to_line(office) + '\n';
  return lines;
}

std::vector<OfficeSummary> offices_from_lines(const std::string& lines) {
  std::vector<OfficeSummary> offices;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) offices.push_back(office_from_line(line));
  return offices;
}

OfficeSummary office_from_line(const std::string& line) {
  Cells cells = cells_of(line);
  cells.resize(kSummaryColumns);
  return summary_at(cells, 0);
}

std::string office_line(std::string_view office) {
  return "office/" + std::string(office);
}

}  // namespace kto::store
