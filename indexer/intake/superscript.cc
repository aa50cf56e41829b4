#include "indexer/intake/superscript.h"

#include <algorithm>
#include <array>

#include "indexer/law/ascii.h"

namespace kto::intake {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string superscript_digits(std::string_view digits) {
  constexpr std::array<std::string_view, 10> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char c : digits) out += kRaised[static_cast<std::size_t>(c - '0')];
  return out;
}

// "m", "km", "cm", "dm": what squares and cubes are raised over.
bool ends_with_unit(std::string_view before) {
  std::size_t begin = before.size();
  while (begin > 0 && before[begin - 1] >= 'a' && before[begin - 1] <= 'z') --begin;
  const std::string_view word = before.substr(begin);
  const bool apart = begin == 0 || is_blank(before[begin - 1]) || law::is_digit(before[begin - 1]);
  return apart && (word == "m" || word == "km" || word == "cm" || word == "dm" || word == "mm");
}

}  // namespace

std::string written_superscript(std::string_view raised, std::string_view before, bool linked) {
  while (!raised.empty() && is_blank(raised.front())) raised.remove_prefix(1);
  while (!raised.empty() && is_blank(raised.back())) raised.remove_suffix(1);
  std::string_view core = raised;
  const bool bracketed = core.size() > 1 && (core.back() == ')' || (core.front() == '[' && core.back() == ']'));
  if (bracketed) core.remove_suffix(1);
  if (bracketed && (core.front() == '[' || core.front() == '(')) core.remove_prefix(1);
  const bool digits = !core.empty() && core.size() <= 3 && std::all_of(core.begin(), core.end(), law::is_digit);
  if (!digits) return std::string(raised);
  if (bracketed || linked) return "[^" + std::string(core) + "]";
  if (!before.empty() && (law::is_digit(before.back()) || ends_with_unit(before))) return superscript_digits(core);
  return "[^" + std::string(core) + "]";
}

}  // namespace kto::intake
