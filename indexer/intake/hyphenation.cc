#include "indexer/intake/hyphenation.h"

#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::intake {
namespace {

constexpr std::string_view kSoftHyphen = "\u00ad";

bool ends(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// Bytes of the hyphen the line ends with; 0 when it ends with none.
std::size_t hyphen_length(std::string_view line) {
  for (std::string_view hyphen : {std::string_view("-"), std::string_view("\u2010"), kSoftHyphen})
    if (ends(line, hyphen)) return hyphen.size();
  return 0;
}

// Latin letters with and without diacritics; × and ÷ stand among them and are none.
bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

std::string_view last_word(std::string_view line) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size();) {
    const text::CodePoint c = text::decode(line, i);
    i += c.length;
    if (!is_letter(c.value)) begin = i;
  }
  return line.substr(begin);
}
std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size()) {
    const text::CodePoint c = text::decode(line, end);
    if (!is_letter(c.value)) break;
    end += c.length;
  }
  return line.substr(0, end);
}

bool begins_small(std::string_view line) {
  const std::string_view word = first_word(line);
  if (word.empty()) return false;
  const std::size_t length = text::decode(word, 0).length;
  const std::string_view letter = word.substr(0, length);
  return text::lower(letter) == letter && text::upper(letter) != letter;
}

}  // namespace

Hyphenation::Hyphenation(std::string_view text, WordList dictionary) : dictionary_(std::move(dictionary)) {
  const std::string lower = text::lower(text);
  const std::string_view all(lower);
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    for (bool more = true; more;) {
      end += first_word(all.substr(end)).size();
      // A hyphen with a letter on each side belongs to the word.
      more = end > i && end + 1 < all.size() && all[end] == '-' && !first_word(all.substr(end + 1)).empty();
      if (more) ++end;
    }
    if (end > i) words_.emplace(all.substr(i, end - i));
    i = end > i ? end : i + text::decode(all, i).length;
  }
}

bool Hyphenation::divides(std::string_view line, std::string_view next) {
  const std::size_t hyphen = hyphen_length(line);
  if (hyphen == 0 || !begins_small(next)) return false;
  return !last_word(line.substr(0, line.size() - hyphen)).empty();
}

bool Hyphenation::is_one_word(const std::string& first, const std::string& second) const {
  if (words_.count(first + second) > 0) return true;
  if (words_.count(first + "-" + second) > 0) return false;
  if (dictionary_) {
    if (dictionary_(first + second)) return true;
    return !(dictionary_(first) && dictionary_(second));
  }
  // Without a dictionary: "finansowo-", "społeczno-" begin an adjective of two parts.
  return !ends(first, "o");
}

std::string Hyphenation::join(std::string_view line, std::string_view next) {
  const std::size_t hyphen = hyphen_length(line);
  const std::string_view before = line.substr(0, line.size() - hyphen);
  const bool soft = ends(line, kSoftHyphen);
  if (soft || is_one_word(text::lower(last_word(before)), text::lower(first_word(next)))) {
    ++joined_;
    return std::string(before) + std::string(next);
  }
  return std::string(before) + "-" + std::string(next);
}

}  // namespace kto::intake
