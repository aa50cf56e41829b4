#include "indexer/intake/encoding.h"

#include <algorithm>
#include <cctype>

#include "indexer/intake/encoding_tables.h"
#include "indexer/law/ascii.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::intake {
namespace {

using Table = std::array<char16_t, 128>;

constexpr std::u32string_view kPolish = U"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
// What typists use beside letters: quotation marks, dashes, §, no-break blank, soft hyphen, degrees, dots, bullets.
constexpr std::u32string_view kTypography = U"„”“‚‘’«»–—…•§·°×\u00a0\u00ad";

// Fewer Polish letters inside words prove nothing: a page of an act has hundreds.
constexpr std::size_t kEnough = 20;
// One odd character in fifty Polish letters is a foreign name; more is the wrong table.
constexpr std::size_t kTolerated = 50;

bool is_ascii_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
char32_t mapped(const Table& table, char c) {
  return table[static_cast<unsigned char>(c) - 0x80u];
}
bool among(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool fits(std::string_view bytes, const Table& table) {
  std::size_t polish = 0, odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    const char32_t c = mapped(table, bytes[i]);
    const auto is_letter = [&](std::size_t at) { return is_ascii_letter(bytes[at]) || is_high(bytes[at]); };
    const bool in_word = (i > 0 && is_letter(i - 1)) || (i + 1 < bytes.size() && is_letter(i + 1));
    if (among(kPolish, c) && in_word)
      ++polish;
    else if (!among(kTypography, c) && !among(kPolish, c))
      ++odd;
  }
  return polish >= kEnough && odd * kTolerated <= polish;
}

std::string converted(std::string_view bytes, const Table& table) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    if (is_high(c))
      text::append(out, mapped(table, c) != 0 ? mapped(table, c) : U'\ufffd');
    else
      out += c;
  }
  return out;
}

// Surrogates that are no pair become U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i])); };
    return big_endian ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10 | (unit(i + 2) - 0xDC00));
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = U'\ufffd';
    }
    text::append(out, c);
  }
  return out;
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes, std::string_view declared) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.substr(0, 2) == "\xFF\xFE") return Decoded{from_utf16(bytes, false), "UTF-16"};
  if (bytes.substr(0, 2) == "\xFE\xFF") return Decoded{from_utf16(bytes, true), "UTF-16"};
  if (!text::invalid_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8"};
  const bool windows = fits(bytes, kWindows1250), latin = fits(bytes, kLatin2);
  // Where both fit, the text has none of ą ś ź: if they also agree on it, either is right.
  if (windows && (!latin || converted(bytes, kWindows1250) == converted(bytes, kLatin2)))
    return Decoded{converted(bytes, kWindows1250), "Windows-1250"};
  if (latin && !windows) return Decoded{converted(bytes, kLatin2), "ISO-8859-2"};
  const std::string said = law::lower_ascii(declared);
  if (said == "windows-1250" || said == "cp1250") return Decoded{converted(bytes, kWindows1250), "Windows-1250"};
  if (said == "iso-8859-2" || said == "latin2") return Decoded{converted(bytes, kLatin2), "ISO-8859-2"};
  return std::nullopt;
}

std::string declared_charset(std::string_view bytes) {
  // Browsers look into the first kilobyte too.
  const std::string head = law::lower_ascii(bytes.substr(0, 1024));
  for (std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    std::size_t end = at;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-')) ++end;
    if (end > at) return head.substr(at, end - at);
  }
  return {};
}

}  // namespace kto::intake
