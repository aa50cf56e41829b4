#include "searchd/api/codes.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

constexpr std::size_t kNearest = 5;    // what a reader takes in at a glance
constexpr std::size_t kSlips = 2;      // two swapped or wrong letters
constexpr std::size_t kSameStart = 2;  // "IT-…": the same department

std::u32string points(std::string_view text) {
  return decode_utf8(text).value_or(U"");
}

std::size_t common_start(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

// Levenshtein's distance, row by row.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (const char32_t letter : a) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (letter == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string canonical_code(std::string_view code) {
  std::u32string out;
  for (const char32_t c : points(code))
    if (c != U' ' && c != U'\t' && c != 0xA0) out += upper(c);
  return encode_utf8(out);
}

bool is_within(std::string_view code, std::string_view prefix) {
  if (!code.starts_with(prefix)) return false;
  if (code.size() == prefix.size()) return true;
  const char next = code[prefix.size()];
  return next == '-' || next == '.' || next == '/';
}

std::vector<std::string> nearest_codes(std::string_view asked, const std::vector<std::string>& codes) {
  const std::u32string wanted = points(canonical_code(asked));
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> near;  // slips, letters not shared, code
  for (const auto& code : codes) {
    const std::u32string known = points(canonical_code(code));
    const std::size_t slips = distance(wanted, known), shared = common_start(wanted, known);
    if (slips <= kSlips || shared >= kSameStart) near.emplace_back(slips, wanted.size() - shared, code);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> out;
  for (const auto& [slips, rest, code] : near)
    if (out.size() < kNearest) out.push_back(code);
  return out;
}

}  // namespace kto::api
