// Suggest: what a question may become, from its first two letters: units, their codes, task phrases, citations, and
// words of people that lead somewhere in this index.
//
//   "poczty ele"  → "administrowania systemem poczty elektronicznej"   (word by word from any word of the phrase)
//   "poczta elek" → the same                                           (then by beginnings of words, in any form)
//
// Letters are compared folded: "zgloszen" finds "zgłoszeń".
//
// A table of every word of every phrase, sorted by what follows it, is made of an office when its first question is
// completed, and shared by all workers (suggestion_tables.h); a look-up is a binary search and a walk over what begins
// so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::store {
class Reader;
}

namespace kto::searchd {

// In the order in which they are shown.
enum class SuggestionKind : std::uint8_t { code, word, unit, task, citation };
std::string_view to_string(SuggestionKind kind);

struct Suggestion {
  SuggestionKind kind = SuggestionKind::task;
  std::string text;    // to be asked, or the code or name of the unit
  std::string detail;  // of a code the unit's name, of a unit its code, of a task or citation the other, of a word what
                       // it is called in the law
  std::string office;
  bool operator==(const Suggestion&) const = default;
};

struct SuggestQuery {
  std::string q;
  law::Date as_of;
  std::string office;  // empty: all
  unsigned limit = 8;
  auto operator<=>(const SuggestQuery&) const = default;
};

// Immutable; any number of threads may ask.
class Suggestions {
 public:
  // Letters of a question from which on it is completed: one letter begins a sixth of all words.
  static constexpr std::size_t kLeast = 2;
  // A task's words beyond it are not completed: nobody reads on in a list. Code points.
  static constexpr std::size_t kLongest = 120;
  // Task phrases kept. The largest city has some 20,000; a phrase takes about 400 bytes.
  static constexpr std::size_t kMostTasks = 100000;

  // Of one office, or of all. Reads every task point: some 10 µs each. Of more offices than are searched together
  // (store::kTogether) all at once has none: their words are completed when an office is chosen.
  explicit Suggestions(const store::Reader& index, const std::string& office = "");

  // How many there are, of every kind and day: what the table takes is some 400 bytes each.
  std::size_t size() const { return phrases_.size(); }

  // What is valid that day, at most `limit`; of each kind some, where there are.
  std::vector<Suggestion> find(const SuggestQuery& query) const;

  // Folded words with single spaces between them: "§ 16 ust. 1" → "16 ust 1".
  static std::string words_of(std::string_view text);

 private:
  friend class SuggestionsBuilder;
  struct Span {
    std::uint32_t office = 0;
    law::Validity validity;
  };
  struct Phrase {
    SuggestionKind kind = SuggestionKind::task;
    std::string text, detail, words;
    std::vector<Span> spans;
  };
  // A word of a phrase: where in `words` it begins.
  struct Entry {
    std::uint32_t phrase = 0, at = 0;
  };
  struct Asked;
  class Best;

  std::string_view from(Entry entry) const { return std::string_view(phrases_[entry.phrase].words).substr(entry.at); }
  // All entries that begin with `beginning`.
  std::pair<const Entry*, const Entry*> range(std::string_view beginning) const;
  // The span that makes the phrase an answer; nullptr: none does.
  const Span* valid(const Phrase& phrase, const Asked& asked) const;
  void add_exact(std::string_view words, Best& best) const;
  void add_loose(std::string_view words, Best& best) const;

  std::vector<std::string> offices_;
  std::vector<Phrase> phrases_;  // the shown-first first
  std::vector<Entry> entries_;   // by what follows
};

}  // namespace kto::searchd
