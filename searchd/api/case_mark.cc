#include "searchd/api/case_mark.h"

#include <algorithm>
#include <vector>

#include "searchd/api/codes.h"

namespace kto::api {
namespace {

bool is_number(std::string_view part, std::size_t least, std::size_t most) {
  return least <= part.size() && part.size() <= most &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Office instructions ask for four digits; cases of other centuries have other marks.
bool is_year(std::string_view part) {
  return is_number(part, 4, 4) && (part.starts_with("19") || part.starts_with("20"));
}

// Slashes stand for dots, and so does a blank before a number: "IT-ES 1431/5/2024".
std::string dotted(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t') {
      blank = true;
      continue;
    }
    const bool begins_number = blank && c >= '0' && c <= '9' && !out.empty() && out.back() != '.';
    if (begins_number) out += '.';
    out += c == '/' ? '.' : c;
    blank = false;
  }
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += (i > begin ? "." : "") + parts[i];
  return out;
}

}  // namespace

std::optional<CaseMark> parse_case_mark(std::string_view text) {
  const std::vector<std::string> parts = split(canonical_code(dotted(text)));
  if (std::any_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); }))
    return std::nullopt;
  // Classes of files have two to four digits (JRWA), numbers of cases one or more.
  std::size_t at = 1;
  while (at < parts.size() && !is_number(parts[at], 2, 4)) ++at;
  for (const std::size_t numbers : {std::size_t{1}, std::size_t{2}}) {
    const std::size_t year = at + 1 + numbers;
    if (year >= parts.size() || !is_year(parts[year])) continue;
    if (!std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     parts.begin() + static_cast<std::ptrdiff_t>(year),
                     [](const std::string& part) { return is_number(part, 1, 6); }))
      continue;
    return CaseMark{joined(parts, 0, at), parts[at], joined(parts, at + 1, year),
                    static_cast<unsigned>(std::stoul(parts[year])), joined(parts, year + 1, parts.size())};
  }
  return std::nullopt;
}

bool is_code_of_mark(std::string_view code, std::string_view unit) {
  const auto plain = [](std::string_view written) {
    std::string out = canonical_code(written);
    for (const char mark : {'.', '/'}) std::replace(out.begin(), out.end(), mark, '-');
    return out;
  };
  return plain(code) == plain(unit);
}

}  // namespace kto::api
