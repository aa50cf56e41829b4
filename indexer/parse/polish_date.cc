#include "indexer/parse/polish_date.h"

#include <array>

#include "indexer/law/ascii.h"

namespace kto::parse {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"stycznia", "lutego",       "marca",     "kwietnia",
                                                   "maja",     "czerwca",      "lipca",     "sierpnia",
                                                   "września", "października", "listopada", "grudnia"};

struct Scan {
  std::string_view text;
  std::size_t at;

  std::optional<int> number(std::size_t most) {
    const std::size_t start = at;
    int value = 0;
    while (at < text.size() && law::is_digit(text[at]) && at - start < most) value = value * 10 + (text[at++] - '0');
    const bool whole = at > start && (at >= text.size() || !law::is_digit(text[at]));
    return whole ? std::optional(value) : std::nullopt;
  }
  bool blanks() {
    const std::size_t start = at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    return at > start;
  }
  bool dot() { return at < text.size() && text[at] == '.' && ++at > 0; }
  std::optional<int> month() {
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      if (text.compare(at, kMonths[i].size(), kMonths[i]) != 0) continue;
      at += kMonths[i].size();
      return static_cast<int>(i + 1);
    }
    return std::nullopt;
  }
};

std::optional<FoundDate> date_at(std::string_view text, std::size_t begin) {
  Scan scan{text, begin};
  const auto day = scan.number(2);
  if (!day) return std::nullopt;
  std::optional<int> month;
  if (scan.dot()) {
    scan.blanks();
    month = scan.number(2);
    if (!month || !scan.dot()) return std::nullopt;
    scan.blanks();
  } else {
    if (!scan.blanks()) return std::nullopt;
    month = scan.month();
    if (!month || !scan.blanks()) return std::nullopt;
  }
  const auto year = scan.number(4);
  if (!year) return std::nullopt;
  const auto date = law::make_date(*year, *month, *day);
  return date ? std::optional(FoundDate{*date, begin, scan.at}) : std::nullopt;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!law::is_digit(text[at]) || (at > 0 && law::is_digit(text[at - 1]))) continue;
    if (const auto found = date_at(text, at)) return found;
  }
  return std::nullopt;
}

}  // namespace kto::parse
