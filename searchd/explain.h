// Explain: why who() answers as it does. Every word with its weight, every official phrase searched beside them, and
// for the best points what they hold and what each part made of their weight. For people who tune the lexicon or the
// ranking; not for the answer itself.
#pragma once

#include <string>
#include <vector>

#include "searchd/answer.h"

namespace kto::store {
class Reader;
}

namespace kto::searchd {

struct ExplainedWord {
  std::string typed;
  std::vector<std::string> lemmas, folded, surfaces, meant, kin;  // as in QueryWord
  double rarity = 0;                                              // what it counts for coverage
  double share = 1;                                               // below 1: of asking or a circumstance
  bool counts = true;                                             // false: a number that the index does not have
};

struct ExplainedPhrase {
  std::string phrase;                   // official
  std::vector<std::string> stands_for;  // words typed
};

struct ExplainedPoint {
  std::string id, citation;
  std::string holder;              // its code, or the provision that holds the list; across offices its kind
  std::vector<std::string> found;  // words typed that it holds, or that its unit's name does
  std::vector<std::string> added;  // lemmas of official phrases that it holds
  double found_weight = 0;         // as the index weighs it
  double coverage = 0;             // share of the question it answers, 0 to 1
  double weight = 0;               // as it is ranked: of both
  double holder_weight = 0;        // what its holder is ranked by
};

struct Explanation {
  std::vector<ExplainedWord> words;
  std::vector<ExplainedPhrase> phrases;
  std::vector<ExplainedPoint> points;  // best first, at most 20
  double on_any_day = 0;               // best coverage among the texts of all days
};

// Limits of the query are not kept. Costs about as much as who(), which is not asked.
Explanation explain(const store::Reader& index, const WhoQuery& query);

// The same for a terminal, one line a word, a phrase and a point.
std::string to_text(const Explanation& explanation);

}  // namespace kto::searchd
