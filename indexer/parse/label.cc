#include "indexer/parse/label.h"

#include <cctype>
#include <string>

namespace kto::parse {
namespace {

using law::Level;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'A' && text[0] <= 'Z') return true;
  for (std::string_view letter : {"Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"})
    if (text.substr(0, letter.size()) == letter) return true;
  return false;
}

std::size_t blanks(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size() && text[at] == ' ') ++at;
  return at - start;
}

// The ordinal at `at`: digits and letters, or letters alone.
std::string_view ordinal_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  while (end < line.size() && is_lower(line[end]) && end - at < 8) ++end;
  return line.substr(at, end - at);
}

std::size_t section_sign(std::string_view line) {
  for (std::string_view sign : {"§", "&", "Art.", "art."})
    if (line.substr(0, sign.size()) == sign) return sign.size();
  return 0;
}

// "§ 14" alone, "§ 14.", "§ 3. 1.", "§ 5 Traci moc": but not "§ 11 ust. 2 Regulaminu" at the start of a wrapped line.
std::optional<Label> read_section(std::string_view line) {
  const std::size_t sign = section_sign(line);
  if (sign == 0) return std::nullopt;
  std::size_t at = sign + blanks(line, sign);
  const std::string_view digits = ordinal_at(line, at);
  const auto number = law::parse_ordinal(digits);
  if (!number || number->value == 0) return std::nullopt;
  at += digits.size();
  const bool dot = at < line.size() && line[at] == '.';
  if (dot) ++at;
  const std::size_t after = at + blanks(line, at);
  if (!dot && after < line.size() && !is_upper(line.substr(after))) return std::nullopt;
  const bool article = line[0] == 'A' || line[0] == 'a';
  return Label{article ? Level::article : Level::section, *number, after, false};
}

std::optional<Label> read_indent(std::string_view line) {
  const std::size_t bullet = bullet_length(line);
  if (bullet == 0) return std::nullopt;
  const std::size_t second = bullet_length(line.substr(bullet));
  return Label{second > 0 ? Level::double_indent : Level::indent, {}, bullet + second, false};
}

}  // namespace

std::size_t bullet_length(std::string_view line) {
  for (std::string_view bullet : {"-", "–", "—", "•", "*"}) {
    if (line.substr(0, bullet.size()) != bullet) continue;
    const std::size_t blank = blanks(line, bullet.size());
    if (blank > 0) return bullet.size() + blank;
  }
  return 0;
}

std::optional<Label> read_label(std::string_view line) {
  if (auto section = read_section(line)) return section;
  if (auto indent = read_indent(line)) return indent;
  const std::string_view digits = ordinal_at(line, 0);
  const std::size_t at = digits.size();
  const auto number = law::parse_ordinal(digits);
  if (!number || at >= line.size()) return std::nullopt;
  const std::size_t length = at + 1 + blanks(line, at + 1);
  const bool ends_or_blank = length > at + 1 || length == line.size();
  if (line[at] == '.' && number->value > 0 && (ends_or_blank || is_upper(line.substr(at + 1))))
    return Label{Level::paragraph, *number, length, true};
  if (line[at] == ')' || (line[at] == '/' && ends_or_blank))
    return Label{number->value > 0 ? Level::point : Level::letter, *number, length, false};
  return std::nullopt;
}

}  // namespace kto::parse
