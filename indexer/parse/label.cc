#include "indexer/parse/label.h"

#include <cctype>
#include <string>

#include "indexer/law/ascii.h"

namespace kto::parse {

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'A' && text[0] <= 'Z') return true;
  for (std::string_view letter : {"Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"})
    if (text.substr(0, letter.size()) == letter) return true;
  return false;
}

namespace {

using law::Level;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
std::size_t blanks(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size() && text[at] == ' ') ++at;
  return at - start;
}

// The ordinal at `at`: digits and letters, or letters alone.
std::string_view ordinal_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && law::is_digit(line[end])) ++end;
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
  // "§ 12a 1. Raz.": its first ustęp on the same line.
  const bool paragraph = line.substr(std::min(after, line.size()), 3) == "1. ";
  if (!dot && after < line.size() && !paragraph && !begins_upper(line.substr(after))) return std::nullopt;
  // "3) § 43 Statutu otrzymuje brzmienie": a citation.
  for (std::string_view of : {"Regulaminu", "Statutu", "Zarządzenia", "Uchwały", "Załącznika"})
    if (line.substr(std::min(after, line.size()), of.size()) == of) return std::nullopt;
  const bool article = line[0] == 'A' || line[0] == 'a';
  return Label{article ? Level::article : Level::section, *number, after, false};
}

std::optional<Label> read_indent(std::string_view line) {
  const std::size_t bullet = bullet_length(line);
  if (bullet == 0) return std::nullopt;
  const std::size_t second = bullet_length(line.substr(bullet));
  return Label{second > 0 ? Level::double_indent : Level::indent, {}, bullet + second, false};
}

struct Heading {
  std::string_view word;
  Level level;
};

// "Rozdział 3" with or without its title on the same line; "Dział Egzaminatorów" is a unit, not a heading.
std::optional<Label> read_heading(std::string_view line) {
  for (const Heading& heading : {Heading{"Rozdział", Level::chapter}, Heading{"ROZDZIAŁ", Level::chapter},
                                 Heading{"Dział", Level::division}, Heading{"DZIAŁ", Level::division}}) {
    if (line.substr(0, heading.word.size()) != heading.word) continue;
    const std::size_t at = heading.word.size() + blanks(line, heading.word.size());
    const std::string_view word = line.substr(at, line.find_first_of(" .:", at) - at);
    auto number = law::parse_ordinal(word);
    if (const auto roman = parse_roman(word)) number = law::Ordinal{*roman, ""};
    if (!number || number->value == 0 || at == heading.word.size()) return std::nullopt;
    std::size_t end = at + word.size();
    // "Rozdział VIII otrzymuje brzmienie" is a command.
    for (std::string_view verb : {" otrzymuje", " uchyla", " skreśla"})
      if (line.substr(end, verb.size()) == verb) return std::nullopt;
    while (end < line.size() && (line[end] == '.' || line[end] == ':' || line[end] == ' ')) ++end;
    return Label{heading.level, *number, end, false};
  }
  return std::nullopt;
}

// "4-6) (uchylone)": the label of the last, for nothing is left of the others.
std::string_view range_begin(std::string_view line, std::string_view digits) {
  for (std::string_view dash : {"-", "–"}) {
    if (line.substr(digits.size(), dash.size()) != dash) continue;
    const std::size_t at = digits.size() + dash.size();
    const std::string_view last = ordinal_at(line, at);
    const std::size_t after = at + last.size();
    if (!last.empty() && after < line.size() && (line[after] == ')' || line[after] == '.')) return line.substr(0, at);
  }
  return {};
}

}  // namespace

std::optional<unsigned> parse_roman(std::string_view text) {
  if (text.empty() || text.size() > 10) return std::nullopt;
  const auto value = [](char c) {
    return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : c == 'C' ? 100 : 0;
  };
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int here = value(text[i]), next = i + 1 < text.size() ? value(text[i + 1]) : 0;
    if (here == 0) return std::nullopt;
    sum += here < next ? -here : here;
  }
  return sum > 0 && sum < 400 ? std::optional(static_cast<unsigned>(sum)) : std::nullopt;
}

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
  if (auto heading = read_heading(line)) return heading;
  if (auto indent = read_indent(line)) return indent;
  const std::string_view first = ordinal_at(line, 0), skipped = range_begin(line, first);
  if (!skipped.empty() && law::parse_ordinal(first)) {
    auto label = read_label(line.substr(skipped.size()));
    if (label) label->length += skipped.size();
    return label;
  }
  const std::string_view digits = first;
  const std::size_t at = digits.size();
  const auto number = law::parse_ordinal(digits);
  if (!number || at >= line.size()) return std::nullopt;
  const std::size_t length = at + 1 + blanks(line, at + 1);
  const bool ends_or_blank = length > at + 1 || length == line.size();
  if (line[at] == '.' && number->value > 0 && (ends_or_blank || begins_upper(line.substr(at + 1))))
    return Label{Level::paragraph, *number, length, true};
  if (line[at] == ')' || (line[at] == '/' && ends_or_blank))
    return Label{number->value > 0 ? Level::point : Level::letter, *number, length, false};
  return std::nullopt;
}

}  // namespace kto::parse
