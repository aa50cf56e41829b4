#include "indexer/intake/label_like.h"

#include <cctype>

#include "indexer/law/ascii.h"

namespace kto::intake {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
// Bytes of Polish capitals begin with C3, C4, C5 as small ones do; which of them it is tells the second byte, and only
// the small ones have these.
bool is_small_letter(std::string_view text) {
  if (text.empty()) return false;
  if (is_lower(text[0])) return true;
  for (std::string_view letter : {"ą", "ć", "ę", "ł", "ń", "ó", "ś", "ź", "ż"})
    if (text.starts_with(letter)) return true;
  return false;
}

std::size_t blank_length(std::string_view text) {
  if (text.starts_with(" ") || text.starts_with("\t")) return 1;
  return text.starts_with("\u00a0") ? 2 : 0;
}
std::size_t blanks(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (const auto length = at < text.size() ? blank_length(text.substr(at)) : 0) at += length;
  return at - begin;
}

std::string_view ordinal_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && law::is_digit(line[end])) ++end;
  // Three letters at most stand after a number or make a letter: zza.
  while (end < line.size() && is_lower(line[end]) && end - at < 7) ++end;
  return line.substr(at, end - at);
}

std::optional<LabelLike> section_like(std::string_view line) {
  std::size_t sign = 0;
  for (std::string_view known : {"§", "&", "Art.", "art."})
    if (line.starts_with(known)) sign = known.size();
  if (sign == 0) return std::nullopt;
  std::size_t at = sign + blanks(line, sign);
  const std::string_view number = ordinal_at(line, at);
  if (number.empty() || !law::is_digit(number[0])) return std::nullopt;
  at += number.size();
  LabelLike out{Rank::section, std::string(number), 0, false, false};
  const bool dot = at < line.size() && line[at] == '.';
  if (dot) ++at;
  out.length = at + blanks(line, at);
  out.citation = !dot && out.length < line.size() && is_small_letter(line.substr(out.length));
  return out;
}

std::optional<LabelLike> indent_like(std::string_view line) {
  std::size_t count = 0, at = 0;
  while (count < 2) {
    std::size_t dash = 0;
    for (std::string_view known : {"-", "–", "—", "•", "·", "\uf0b7", "*"})
      if (line.substr(at).starts_with(known)) dash = known.size();
    const std::size_t blank = dash > 0 ? blanks(line, at + dash) : 0;
    if (blank == 0) break;
    at += dash + blank;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return LabelLike{count == 2 ? Rank::double_indent : Rank::indent, {}, at, false, false};
}

std::optional<LabelLike> numbered_like(std::string_view line) {
  const std::string_view number = ordinal_at(line, 0);
  const std::size_t at = number.size();
  if (at == 0 || at >= line.size()) return std::nullopt;
  const bool digits = law::is_digit(number[0]);
  if (!digits && number.size() > 3) return std::nullopt;
  const std::size_t blank = blanks(line, at + 1);
  const bool apart = blank > 0 || at + 1 == line.size();
  const Rank rank = digits ? Rank::point : Rank::letter;
  const std::size_t length = at + 1 + blank;
  if (line[at] == ')') return LabelLike{rank, std::string(number), length, false, false};
  if (line[at] == '/' && apart) return LabelLike{rank, std::string(number), length, false, false};
  const bool word_follows = apart || (!is_small_letter(line.substr(at + 1)) && !law::is_digit(line[at + 1]));
  if (line[at] == '.' && digits && word_follows)
    return LabelLike{Rank::paragraph, std::string(number), length, false, false};
  return std::nullopt;
}

}  // namespace

Rank below(Rank rank) {
  switch (rank) {
    case Rank::none:
    case Rank::section:
      return Rank::paragraph;
    case Rank::paragraph:
      return Rank::point;
    case Rank::point:
      return Rank::letter;
    case Rank::letter:
      return Rank::indent;
    case Rank::indent:
    case Rank::double_indent:
      return Rank::double_indent;
  }
  return Rank::paragraph;
}

std::optional<LabelLike> label_like(std::string_view line) {
  std::size_t quote = 0;
  for (std::string_view mark : {"„", "“", "\"", ",,"})
    if (line.starts_with(mark)) quote = mark.size();
  quote += quote > 0 ? blanks(line, quote) : 0;
  const std::string_view rest = line.substr(quote);
  auto out = section_like(rest);
  if (!out) out = indent_like(rest);
  if (!out) out = numbered_like(rest);
  if (out) {
    out->quoted = quote > 0;
    out->length += quote;
  }
  return out;
}

std::string label_text(Rank rank, unsigned number) {
  switch (rank) {
    case Rank::paragraph:
      return std::to_string(number) + ".";
    case Rank::point:
      return std::to_string(number) + ")";
    case Rank::letter: {
      std::string out;
      for (; number > 26; number -= 26) out += 'z';
      return out + static_cast<char>('a' + (number == 0 ? 0 : number - 1)) + ")";
    }
    case Rank::indent:
      return "–";
    case Rank::double_indent:
      return "– –";
    case Rank::none:
    case Rank::section:
      return {};
  }
  return {};
}

}  // namespace kto::intake
