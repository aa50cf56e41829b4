#include "indexer/text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

struct PolishLetter {
  std::string_view lower, upper;
  char ascii;
};
// The nine letters of the Polish alphabet that ASCII lacks; all are two bytes long and have one code point in NFC.
constexpr std::array<PolishLetter, 9> kPolishLetters{{{"ą", "Ą", 'a'},
                                                      {"ć", "Ć", 'c'},
                                                      {"ę", "Ę", 'e'},
                                                      {"ł", "Ł", 'l'},
                                                      {"ń", "Ń", 'n'},
                                                      {"ó", "Ó", 'o'},
                                                      {"ś", "Ś", 's'},
                                                      {"ź", "Ź", 'z'},
                                                      {"ż", "Ż", 'z'}}};

const PolishLetter* polish_letter(std::string_view two_bytes) {
  if (two_bytes.size() < 2) return nullptr;
  const auto is = [two_bytes](std::string_view as) { return as[0] == two_bytes[0] && as[1] == two_bytes[1]; };
  for (const PolishLetter& letter : kPolishLetters)
    if (is(letter.lower) || is(letter.upper)) return &letter;
  return nullptr;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
char ascii_lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char ascii_upper(char c) {
  return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

enum class Case { kept, lower, upper, folded };

std::string_view mapped(const PolishLetter& letter, std::string_view as_written, Case to) {
  switch (to) {
    case Case::kept:
      break;
    case Case::lower:
      return letter.lower;
    case Case::upper:
      return letter.upper;
    case Case::folded:
      return {&letter.ascii, 1};
  }
  return as_written;
}

// The text mapped, when it is of ASCII and Polish letters only; otherwise false, and `out` is of no use.
bool map_polish(std::string_view utf8, Case to, std::string& out) {
  out.resize(utf8.size());
  char* at = out.data();
  for (std::size_t i = 0; i < utf8.size();) {
    if (is_ascii(utf8[i])) {
      const char c = utf8[i++];
      *at++ = to == Case::kept ? c : to == Case::upper ? ascii_upper(c) : ascii_lower(c);
      continue;
    }
    const std::string_view two = utf8.substr(i, 2);
    const PolishLetter* letter = polish_letter(two);
    // A combining mark after an ASCII letter or a Polish one is not in the table either, so what passes here is NFC.
    if (!letter) return false;
    const std::string_view bytes = mapped(*letter, two, to);
    at = std::copy(bytes.begin(), bytes.end(), at);
    i += 2;
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
  return true;
}

void check(UErrorCode code) {
  // ICU fails here only without memory or without its own data: nothing a caller could mend.
  if (U_FAILURE(code)) throw std::runtime_error(std::string("ICU: ") + u_errorName(code));
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

const icu::Normalizer2& normalizer(bool composed) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* found =
      composed ? icu::Normalizer2::getNFCInstance(code) : icu::Normalizer2::getNFDInstance(code);
  check(code);
  return *found;
}

std::string normalized(std::string_view utf8, bool composed) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(utf8.size()));
  UErrorCode code = U_ZERO_ERROR;
  normalizer(composed).normalizeUTF8(0, piece(utf8), sink, nullptr, code);
  check(code);
  return out;
}

std::string cased(std::string_view utf8, bool to_lower) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(utf8.size()));
  UErrorCode code = U_ZERO_ERROR;
  // The root locale: Polish has no rules of its own, and Turkish ones must not come in by the environment.
  if (to_lower)
    icu::CaseMap::utf8ToLower("", 0, piece(utf8), sink, nullptr, code);
  else
    icu::CaseMap::utf8ToUpper("", 0, piece(utf8), sink, nullptr, code);
  check(code);
  return out;
}

struct Undecomposable {
  char32_t letter;
  std::string_view ascii;
};
// Latin letters of European names that have no decomposition in Unicode.
constexpr std::array<Undecomposable, 10> kUndecomposable{{{U'ł', "l"},
                                                          {U'đ', "d"},
                                                          {U'ð', "d"},
                                                          {U'ħ', "h"},
                                                          {U'ı', "i"},
                                                          {U'ø', "o"},
                                                          {U'ŧ', "t"},
                                                          {U'ß', "ss"},
                                                          {U'æ', "ae"},
                                                          {U'œ', "oe"}}};

void append_folded(std::string& out, char32_t c) {
  if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) return;
  for (const Undecomposable& entry : kUndecomposable) {
    if (entry.letter != c) continue;
    out += entry.ascii;
    return;
  }
  append(out, c);
}

std::string without_marks(std::string_view decomposed) {
  std::string out;
  for (std::size_t i = 0; i < decomposed.size();) {
    const CodePoint c = decode(decomposed, i);
    append_folded(out, c.value);
    i += c.length;
  }
  return out;
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint c = decode(bytes, i);
    if (!c.valid) return i;
    i += c.length;
  }
  return std::nullopt;
}

std::string nfc(std::string_view utf8) {
  std::string out;
  if (map_polish(utf8, Case::kept, out)) return out;
  return normalized(utf8, true);
}

std::string lower(std::string_view utf8) {
  std::string out;
  if (map_polish(utf8, Case::lower, out)) return out;
  return normalized(cased(normalized(utf8, true), true), true);
}

std::string upper(std::string_view utf8) {
  std::string out;
  if (map_polish(utf8, Case::upper, out)) return out;
  return normalized(cased(normalized(utf8, true), false), true);
}

std::string fold(std::string_view utf8) {
  std::string out;
  if (map_polish(utf8, Case::folded, out)) return out;
  return normalized(without_marks(normalized(lower(utf8), false)), true);
}

std::string_view polish_variants(char ascii) {
  switch (ascii) {
    case 'a':
      return "ą";
    case 'c':
      return "ć";
    case 'e':
      return "ę";
    case 'l':
      return "ł";
    case 'n':
      return "ń";
    case 'o':
      return "ó";
    case 's':
      return "ś";
    case 'z':
      return "żź";
    default:
      return "";
  }
}

}  // namespace kto::text
