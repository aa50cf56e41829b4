#include <unicode/uchar.h>

#include <algorithm>

#include "indexer/text/analysis.h"
#include "indexer/text/citation.h"
#include "indexer/text/code.h"
#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

enum class Sort { letter, digit, mark, ignorable, apostrophe, hyphen, other };

// Of nearly all of a text, without asking ICU.
Sort sort_of_ascii(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Sort::letter;
  if (c >= U'0' && c <= U'9') return Sort::digit;
  return c == U'-' ? Sort::hyphen : c == U'\'' ? Sort::apostrophe : Sort::other;
}

Sort sort_of(const CodePoint& c) {
  if (c.value < 0x80) return sort_of_ascii(c.value);
  switch (c.value) {
    case U'\u2010':  // hyphen
    case U'\u2011':
      return Sort::hyphen;  // non-breaking hyphen
    case U'\u2019':
      return Sort::apostrophe;
    case U'\u00AD':  // soft hyphen
    case U'\u200B':  // zero-width space, left by web pages as a place to break a word
    case U'\u200C':  // zero-width non-joiner
    case U'\u200D':  // zero-width joiner
    case U'\u2060':  // word joiner
    case U'\uFEFF':
      return Sort::ignorable;  // byte order mark in the middle of a text
    default:
      break;
  }
  const auto value = static_cast<UChar32>(c.value);
  if (u_isalpha(value)) return Sort::letter;
  if (u_isdigit(value)) return Sort::digit;
  return (U_GET_GC_MASK(value) & U_GC_M_MASK) ? Sort::mark : Sort::other;
}

// A stretch of letters, marks and digits; parts joined by hyphens make a chain.
struct Part {
  std::size_t begin = 0, end = 0;
  std::string text;  // NFC, case as written, without what is ignorable
  bool number = false;
  bool capitalised = false;
  std::size_t letters = 0;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const KnownCodes& codes) : text_(text), codes_(codes) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      if (cited()) continue;
      const CodePoint c = decode(text_, at_);
      const Sort sort = sort_of(c);
      if (sort == Sort::letter || sort == Sort::digit)
        chain();
      else
        at_ += c.length;
    }
    return std::move(tokens_);
  }

 private:
  // Citations begin with a level's name; only those first bytes are worth a look.
  bool cited() {
    constexpr std::string_view kFirst = "aAuUpPlLtT\xC2";
    if (kFirst.find(text_[at_]) == std::string_view::npos) return false;
    auto match = match_citation(text_, at_);
    if (!match) return false;
    tokens_.push_back({TokenKind::citation, std::move(match->canonical), at_, match->end, false});
    at_ = match->end;
    return true;
  }

  Sort sort_at(std::size_t at) const { return at < text_.size() ? sort_of(decode(text_, at)) : Sort::other; }

  Part part() {
    Part part;
    const CodePoint first = decode(text_, at_);
    part.begin = at_;
    part.number = sort_of(first) == Sort::digit;
    part.capitalised = u_isupper(static_cast<UChar32>(first.value)) || u_istitle(static_cast<UChar32>(first.value));
    std::string kept;
    for (std::size_t i = at_; i < text_.size();) {
      const CodePoint c = decode(text_, i);
      const Sort sort = sort_of(c);
      if (sort == Sort::hyphen || sort == Sort::other) break;
      if (sort == Sort::apostrophe && sort_at(i + c.length) != Sort::letter) break;
      i += c.length;
      if (sort == Sort::ignorable) continue;  // it ends no word, but a word does not end in it
      if (sort == Sort::apostrophe)
        kept += '\'';
      else
        append(kept, c.value);
      part.letters += sort == Sort::letter ? 1 : 0;
      part.end = i;
    }
    part.text = nfc(kept);
    at_ = part.end;
    return part;
  }

  void chain() {
    std::vector<Part> parts{part()};
    while (sort_at(at_) == Sort::hyphen) {
      const std::size_t next = at_ + decode(text_, at_).length;
      const Sort sort = sort_at(next);
      if (sort != Sort::letter && sort != Sort::digit) break;
      at_ = next;
      parts.push_back(part());
    }
    if (parts.size() > 1) take_code(parts);
    if (is_one_word(parts))
      put_word(parts.front(), parts.back(), parts.front().text + "-" + parts.back().text);
    else
      for (const Part& each : parts) put(each);
  }

  // Puts the code at the front of the chain, if there is one, and leaves the rest.
  void take_code(std::vector<Part>& parts) {
    std::vector<std::string> texts;
    texts.reserve(parts.size());
    for (const Part& each : parts) texts.push_back(each.text);
    const std::size_t count = code_length(texts, codes_);
    if (count == 0) return;
    tokens_.push_back({TokenKind::code, code_text(texts, count), parts.front().begin, parts[count - 1].end,
                       parts.front().capitalised});
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count));
  }

  // e-mail, wi-fi, e-doręczenia, on-line, know-how, PESEL-u: one side is too short to be a word of its own. The long
  // ones (społeczno-gospodarczy) are two words, which find and are found alone.
  static bool is_one_word(const std::vector<Part>& parts) {
    if (parts.size() != 2) return false;
    const auto plain = [](const Part& each) { return !each.number; };
    return std::all_of(parts.begin(), parts.end(), plain) && (parts.front().letters <= 3 || parts.back().letters <= 3);
  }

  void put(const Part& each) {
    if (each.number)
      tokens_.push_back({TokenKind::number, lower(each.text), each.begin, each.end, false});
    else
      put_word(each, each, each.text);
  }

  void put_word(const Part& first, const Part& last, std::string_view text) {
    tokens_.push_back({TokenKind::word, lower(text), first.begin, last.end, first.capitalised});
  }

  std::string_view text_;
  const KnownCodes& codes_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view utf8) {
  static const KnownCodes kNone;
  return Tokenizer(utf8, kNone).run();
}

std::vector<Token> tokenize(std::string_view utf8, const KnownCodes& codes) {
  return Tokenizer(utf8, codes).run();
}

}  // namespace kto::text
