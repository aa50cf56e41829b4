// Words: a question as the index understands it. Stop words are gone, marks are set aside, and each word left has the
// readings that occur in the index.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/query.h"
#include "indexer/store/reader.h"
#include "searchd/answer.h"
#include "searchd/search_marks.h"

namespace kto::searchd {

struct QueryWord {
  std::string typed;
  std::vector<std::string> lemmas;    // as typed; or, where it means nothing as typed, with diacritics put back
  std::vector<std::string> folded;    // only if diacritics were left out, beside a reading as typed
  std::vector<std::string> surfaces;  // words no dictionary knows, numbers
  std::vector<std::string> meant;     // only if it means nothing as typed: what it was misspelt or shortened for
  std::vector<std::string> kin;       // words of the same families: administrator for administrować
  double rarity = 0;                  // how much the word tells: ln(documents / documents with it), at least 0
  double share = 1;                   // of the weight of a word; of asking or of a circumstance it has less
  bool counts = true;                 // a number that the index does not have says nothing

  bool known() const { return known_as_typed() || !meant.empty() || !kin.empty(); }
  // Itself, and not only by its family or by what it may have been misspelt for.
  bool known_as_typed() const { return !lemmas.empty() || !folded.empty() || !surfaces.empty(); }
};

// A word that nobody typed: one of an official phrase of the lexicon.
struct AddedWord {
  std::vector<std::string> lemmas;
  double weight = 0;  // of a typed word's
};

// An official phrase searched for what was typed: "mail" → "poczta elektroniczna".
struct Expansion {
  std::string phrase;
  std::vector<unsigned> stands_for;  // words of the question
  std::vector<unsigned> groups;      // its words: numbers of words of the question, and of added ones behind them
};

// A concept of the lexicon that the question speaks of.
struct Meaning {
  std::vector<std::vector<unsigned>> said;  // words of the question, for each phrase that says it
  std::vector<std::vector<unsigned>>
      phrases;            // its official phrases, as groups; without those that the index cannot have
  bool supposed = false;  // no phrase says it whole: where nobody here does it, none of its words is foreign
};

struct Question {
  Marks marks;
  std::vector<QueryWord> words;  // in order, no word twice
  std::vector<AddedWord> added;  // no lemma twice, none that was typed
  std::vector<Expansion> expansions;
  std::vector<Meaning> meanings;
  std::set<std::string> readings;      // all that is searched for its words and for the added ones
  std::set<std::string> unwanted;      // official phrases that the asker does without
  std::optional<std::string> respelt;  // the whole question as it was understood, where words were mended
};

// `office`: whose codes are meant; empty: those of all.
Question understand(const store::Reader& index, const std::string& q, const std::string& office,
                    const AsTyped& as_typed = {});

// The word as it is searched: in the texts, and weaker in the names of units.
store::Group group_of(const QueryWord& word);

// One group a word of the question, then one an added word.
std::vector<store::Group> groups_of(const Question& question);

}  // namespace kto::searchd
