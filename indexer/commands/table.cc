#include "indexer/commands/table.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace kto::commands {
namespace {

// "58/12/2021, § 1 pkt 1 lit. a tiret 2" and "§ 14 ust. 1 pkt 4 lit. e → § 20a ust. 1 pkt 1" still fit on a line.
constexpr std::size_t kWidestColumn = 44;
// A last column narrower than this would break every second word: it runs over the edge instead.
constexpr std::size_t kNarrowestText = 24;
constexpr std::string_view kGap = "  ";

// The code point that begins at `at`, and its bytes. A byte that begins none is one column like any other.
struct CodePoint {
  char32_t value;
  std::size_t length;
};
CodePoint code_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return {first, 1};
  char32_t value = first & (0x7Fu >> length);
  for (std::size_t i = at + 1; i < at + length; ++i) value = (value << 6) | (byte(i) & 0x3Fu);
  return {value, length};
}

// Combining marks, joiners and soft hyphens take no column of their own.
bool takes_no_column(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || c == 0xAD || c == 0xFEFF;
}

// A citation is not torn between its level and its number: "§ 16", "ust. 1".
constexpr std::array<std::string_view, 9> kHoldsNext{"§", "ust.", "pkt", "ppkt", "lit.", "art.", "tiret", "nr", "poz."};

// The end of the word that begins at `at`, with what it holds on to.
std::size_t word_end(std::string_view line, std::size_t at) {
  std::size_t end = std::min(line.find(' ', at), line.size());
  while (end < line.size()) {
    std::string_view word = line.substr(at, end - at);
    while (!word.empty() && (word[0] == '(' || word[0] == '[')) word.remove_prefix(1);
    if (std::find(kHoldsNext.begin(), kHoldsNext.end(), word) == kHoldsNext.end()) break;
    end = std::min(line.find(' ', end + 1), line.size());
    at = end;
  }
  return end;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& out) {
  std::string current;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t blank = word_end(line, at);
    const std::string_view word = line.substr(at, blank - at);
    const std::size_t needed = width_of(word);
    if (columns > 0 && columns + 1 + needed > width) {
      out.push_back(std::move(current));
      current.clear();
      columns = 0;
    }
    if (columns > 0) {
      current += ' ';
      ++columns;
    }
    current += word;
    columns += needed;
    at = blank + 1;
  }
  out.push_back(std::move(current));
}

}  // namespace

std::size_t width_of(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point(utf8, at);
    if (!takes_no_column(c.value)) ++columns;
    at += c.length;
  }
  return columns;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    wrap_line(text.substr(begin, end - begin), width, out);
    begin = end + 1;
  }
  return out;
}

void print_paragraph(std::ostream& out, std::string_view text, std::size_t indent, std::size_t columns) {
  const std::size_t width = std::max(columns, indent + kNarrowestText) - indent;
  for (const std::string& line : wrap(text, width)) out << std::string(indent, ' ') << line << '\n';
}

void Table::print(std::ostream& out, std::size_t indent, std::size_t columns) const {
  const std::size_t count = rows_.front().size();
  std::vector<std::size_t> widths(count, 0);
  for (const auto& row : rows_)
    for (std::size_t i = 0; i + 1 < count; ++i)
      widths[i] = std::max(widths[i], std::min(width_of(row[i]), kWidestColumn));
  std::size_t used = indent;
  for (std::size_t i = 0; i + 1 < count; ++i) used += widths[i] + kGap.size();
  widths.back() = std::max(columns, used + kNarrowestText) - used;
  for (const auto& row : rows_) {
    if (std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); })) continue;
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < count; ++i) {
      cells.push_back(wrap(row[i], widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string printed(indent, ' ');
      for (std::size_t i = 0; i < count; ++i) {
        const std::string cell = line < cells[i].size() ? cells[i][line] : std::string();
        printed +=
            cell + std::string(widths[i] > width_of(cell) ? widths[i] - width_of(cell) : 0, ' ') + std::string(kGap);
      }
      printed.erase(printed.find_last_not_of(' ') + 1);
      out << printed << '\n';
    }
  }
}

}  // namespace kto::commands
