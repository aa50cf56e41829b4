// Analysis: words of a text → index terms. One set-up for the index and for queries; the only difference is that a
// query may also be understood without its diacritics. No QueryParser and no stemmer of the search library is used
// anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

class Concepts;
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

// Codes that are in use, as text::upper() writes them.
using KnownCodes = std::set<std::string, std::less<>>;

// Words, numbers (2024, 40, 22b), unit codes (IT-ES-II) and citations (§ 16 ust. 1 pkt 8) stay whole; tokens do not
// overlap and come in order. The text must be valid UTF-8 (see normalize.h); a byte that is not separates words. Soft
// hyphens inside words are dropped. What is a code is said in code.h: one in capitals by its shape, one in small
// letters when it ends in a Roman numeral (it-es-ii).
std::vector<Token> tokenize(std::string_view utf8);
// For queries: also takes for a code what `codes` holds, however it is typed (it-es).
std::vector<Token> tokenize(std::string_view utf8, const KnownCodes& codes);

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
  // With the lexicon as compiled (concepts_file.h), where that is the lexicon of this program and of this dictionary;
  // otherwise the lexicon is read, which takes a tenth of a second.
  Analyser(std::shared_ptr<const Dictionary> dictionary, std::string_view compiled_concepts);
  // From a dictionary on disk, with the compiled lexicon beside it. Throws DictionaryError.
  static std::shared_ptr<const Analyser> open(const std::filesystem::path& dictionary);

  // All lemmas of a word, the best first and then by lemma, no lemma twice, never empty. For the index: exact; a word
  // the dictionary lacks has what can be guessed (guess.h), then its folded surface as unknown. A number, code or
  // citation has its own text, exact.
  std::vector<Reading> index_readings(const Token& word) const;
  // For a query also the lemmas of every word that differs only in missing diacritics: "zgloszen" → zgłoszenie.
  std::vector<Reading> query_readings(const Token& word) const;
  // Changes when the dictionary, the rules or Unicode change; an index built under another one is refused.
  const std::string& fingerprint() const { return fingerprint_; }

  // What the compiled lexicon must have been made for.
  std::string lexicon_id() const;
  // The lexicon of this version, read with this dictionary. For queries only: the index does not depend on it.
  const Concepts& concepts() const { return *concepts_; }
  const Dictionary& dictionary() const { return *dictionary_; }

 private:
  std::shared_ptr<const Dictionary> dictionary_;
  std::shared_ptr<const Concepts> concepts_;
  std::string fingerprint_;
};

}  // namespace kto::text
