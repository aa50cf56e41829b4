#include "indexer/parse/inline_list.h"

#include <algorithm>
#include <array>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;

// An ordinary provision has at most one list and no line break missing: shorter lines are left alone.
constexpr std::size_t kShortest = 60;

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// "ust. 1. Prezes": the dot belongs to an abbreviation, and the number to a citation.
bool ends_with_abbreviation(std::string_view before) {
  for (std::string_view word : {"ust.", "art.", "poz.", "lit.", "pkt.", "nr.", "Nr.", "r.", "t.", "Dz.", "U.", "ds."})
    if (ends_with(before, word)) return true;
  return false;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// What stands before an item of the level, blanks apart.
bool may_precede(std::string_view before, const Label& label, bool dotted) {
  before = trimmed(before);
  if (before.empty()) return false;
  const bool quotation = ends_with(before, "„") || ends_with(before, "\"");
  const bool opens = before.back() == ':' || quotation;
  if (label.level <= law::Level::section)
    return opens || ((before.back() == '.' || ends_with(before, "”")) && !ends_with_abbreviation(before));
  if (dotted) return opens || (before.back() == '.' && !ends_with_abbreviation(before));
  if (label.level == law::Level::point) return opens || before.back() == ';' || before.back() == '.';
  if (label.level == law::Level::letter) return opens || before.back() == ',' || before.back() == ';';
  return false;
}

// The line holds the beginning of a list, so more items may follow.
bool holds_list(std::string_view line) {
  for (std::string_view opening :
       {": 1) ", ": a) ", ": 1. ", ": „1", ": „ 1", ": § 1", " § 2. ", ": „§", ": „ §", ": „ Art"})
    if (line.find(opening) != npos) return true;
  return false;
}

}  // namespace

std::vector<std::size_t> inline_items(std::string_view line) {
  std::vector<std::size_t> out;
  if (line.size() < kShortest || !holds_list(line)) return out;
  for (std::size_t at = line.find(' '); at != npos && at + 1 < line.size(); at = line.find(' ', at + 1)) {
    const std::string_view rest = line.substr(at + 1);
    const auto label = read_label(rest);
    if (!label || bullet_length(rest) > 0 || label->level <= law::Level::chapter) continue;
    if (may_precede(line.substr(0, at), *label, label->dotted)) out.push_back(at + 1);
  }
  return out;
}

}  // namespace kto::parse
