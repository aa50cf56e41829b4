// Concepts: what people say → what ordinances say, by meaning and not by task, so that one lexicon serves every office.
//
// The lexicon is corpus/lexicon/concepts/*.txt, compiled in (as the stop words are). One concept a paragraph, one line
// a kind, phrases between semicolons; `#` begins a comment line:
//
//   official: poczta elektroniczna; skrzynka poczty elektronicznej
//   thing: mail; mejl
//   state: nie dochodzą wiadomości
//   act: założyć/dostać skrzynka/konto
//   test: mail mi nie chodzi
//
// A phrase is said when all its words are, in any order and form: the last but one holds for "Czemu wiadomości nie
// dochodzą?"; in a phrase of several words also by another word of the family ("wiadomości nie dochodziły"). Where
// words stand between slashes, any of them will do; words that are often chosen from together have a name, `class
// drzewo: brzoza/dąb/lipa`, and `ściąć <drzewo>` is the same as `ściąć brzoza/dąb/lipa`. Stop words do not count,
// except "nie". What is then also searched are the phrases of `official`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/text/analysis.h"

namespace kto::text {

enum class PhraseKind : std::uint8_t {
  official,   // as ordinances write it
  otherwise,  // a wider task, for offices whose texts have none of the official phrases; says nothing
  thing,
  state,    // what is wrong, or how it stands
  act,      // what one wants done
  broader,  // a wider notion that takes this one in
  institution,
  brand,
  person,
  abbreviation,
  foreign,
  test,  // a question that must lead to this concept
};

// Whether a question may say its concept by such a phrase.
bool says(PhraseKind kind);

// The lemmas that a word may have, and, each behind kFamily, the roots of their families (dictionary.h).
inline constexpr char kFamily = '~';
using Lemmas = std::set<std::string, std::less<>>;

// A lemma or a root of the lexicon; Concepts::lemma() says which.
using LemmaId = std::uint32_t;
using LemmaIds = std::vector<LemmaId>;  // in order, none twice

struct Phrase {
  PhraseKind kind = PhraseKind::official;
  std::string text;             // as written in the lexicon, classes by their words
  std::vector<LemmaIds> words;  // of each word the lemmas it may have, those of all to choose from together

  // Whether it has words to choose from: then its text is nothing anybody says.
  bool has_alternatives() const { return text.find('/') != std::string::npos; }
};

struct Concept {
  std::string file;
  std::size_t line = 0;  // of its first phrase, from 1
  std::vector<Phrase> phrases;
};

// A line of the lexicon that is not understood; it is left out.
struct ConceptFault {
  std::string file;
  std::size_t line = 0;
  std::string message;
};

// A concept that a question speaks of, by one of its phrases.
struct ConceptMatch {
  const Concept* meant = nullptr;
  const Phrase* said = nullptr;
  std::vector<std::size_t> words;  // those of the question that say it, in order
};

// What of a question the phrases of a concept hold, taken together: "logo na stronie" says no phrase of web sites
// whole, and is alike to that concept all the same.
struct ConceptLikeness {
  const Concept* meant = nullptr;
  // Of the question's words, by how few concepts have each; less for a concept of very many words; 0 to 1.
  double share = 0;
  std::vector<std::size_t> words;
};

// Words between slashes, by the name of their class.
using WordClasses = std::map<std::string, std::string, std::less<>>;

// Immutable once read; any number of threads may ask.
class Concepts {
 public:
  // Adds a file. `name` is for faults and for Concept::file. A class holds from where it is read on, in later files
  // too.
  void read(std::string_view file, const std::string& name, const Analyser& analyser);
  // The parts of it: a concept whose words have ids of this lexicon; a line that is not understood.
  LemmaId id_of(std::string_view lemma);
  void add(Concept concept_read);
  void add(ConceptFault fault) { faults_.push_back(std::move(fault)); }

  // Every phrase that the words say, test questions aside; `words` are the lemmas of each word of the question.
  std::vector<ConceptMatch> find(const std::vector<Lemmas>& words) const;
  // Every phrase of three words or more that they say, or would but for one word that is not its longest.
  std::vector<ConceptMatch> nearly(const std::vector<Lemmas>& words) const;
  // How alike the question is to each concept that has a word of it, in the order of the lexicon.
  std::vector<ConceptLikeness> likenesses(const std::vector<Lemmas>& words) const;
  // Whether a phrase that people say holds the lemma.
  bool holds(std::string_view lemma) const;

  const std::string& lemma(LemmaId id) const { return lemmas_[id]; }
  std::size_t lemma_count() const { return lemmas_.size(); }
  // Of the files read; a compiled lexicon has them written out.
  const WordClasses& classes() const { return classes_; }
  const std::vector<Concept>& all() const { return concepts_; }
  const std::vector<ConceptFault>& faults() const { return faults_; }

 private:
  struct Place {
    std::size_t meant = 0, phrase = 0;
    auto operator<=>(const Place&) const = default;
  };

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  bool is_family(LemmaId id) const { return lemmas_[id].front() == kFamily; }
  std::vector<LemmaIds> ids_of(const std::vector<Lemmas>& words) const;
  std::size_t shortest(const LemmaIds& word) const;
  bool intersect(const LemmaIds& a, const LemmaIds& b, bool families) const;
  std::vector<std::size_t> words_saying(const Phrase& phrase, const std::vector<LemmaIds>& question,
                                        std::size_t may_lack) const;
  std::vector<ConceptMatch> matches(const std::vector<Lemmas>& words, bool nearly) const;

  WordClasses classes_;
  std::vector<Concept> concepts_;
  std::vector<ConceptFault> faults_;
  std::vector<std::string> lemmas_;
  std::unordered_map<std::string, LemmaId, Hash, std::equal_to<>> ids_;
  // By every lemma of one word of each phrase, the longest: it is seldom said without the phrase, as "nie" always is.
  std::vector<std::vector<Place>> places_;
  // Of each concept, how many lemmas and roots people's phrases of it have.
  std::vector<std::size_t> sizes_;
  // By every lemma of every phrase, the concepts that have it.
  std::vector<std::vector<std::size_t>> holders_;
};

// Whether a word of a question or a phrase takes part in finding phrases: all but stop words, and "nie".
bool tells_concepts_apart(const Token& word);

// What official phrases and phrases of people are made of, the same on both sides: all the lemmas of a word, those with
// diacritics put back only for want of others.
Lemmas concept_lemmas(const Analyser& analyser, const Token& word);

}  // namespace kto::text
