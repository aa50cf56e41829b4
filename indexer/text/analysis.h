// Analysis: words of a text → index terms. One set-up for the index and for queries; the only difference is that a query
// may also be understood without its diacritics. No QueryParser and no stemmer of the search library is used anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

class Dictionary;

enum class TokenKind : std::uint8_t { word, number, code, citation };

// A token of a text. `begin` and `end` are bytes of the text given to tokenize().
struct Token {
  TokenKind kind = TokenKind::word;
  std::string text;  // NFC; words in lower case, codes in upper case, citations in canonical form
  std::size_t begin = 0, end = 0;
  bool capitalised = false;
  bool operator==(const Token&) const = default;
};

// Words, numbers (2024, 40, 1463), unit codes (IT-ES-II) and citations (§ 16 ust. 1 pkt 8) stay whole. The text must be
// valid UTF-8 (see normalize.h). Soft hyphens inside words are dropped.
std::vector<Token> tokenize(std::string_view utf8);

// How a lemma was found, best first.
enum class How : std::uint8_t { exact, folded, guessed, unknown };

struct Reading {
  std::string lemma;  // lower case, NFC; for an unknown word its own folded surface
  How how = How::exact;
  bool operator==(const Reading&) const = default;
};

// Thread-safe: all members are const; the dictionary is mapped read-only and shared.
class Analyser {
 public:
  explicit Analyser(std::shared_ptr<const Dictionary> dictionary);

  // All lemmas of a word, sorted, no duplicates, never empty. For the index: exact, then guessed, then unknown.
  std::vector<Reading> index_readings(const Token& word) const;
  // For a query also the lemmas of every word that differs only in missing diacritics: "zgloszen" → zgłoszenie.
  std::vector<Reading> query_readings(const Token& word) const;
  // Changes when the dictionary or the rules change; an index built under another one is refused.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::shared_ptr<const Dictionary> dictionary_;
  std::string fingerprint_;
};

}  // namespace kto::text
