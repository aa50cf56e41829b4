// Weigh: task points found → how much each speaks for an answer, and how much of the question it answers.
//
// The rules and their measured reasons stand at the top of weigh.cc. A pure function of values.
#pragma once

#include <vector>

#include "indexer/store/query.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// A task point found, with what of the question it answers.
struct Evidence {
  store::TaskHandle found;
  double weight = 0;      // of the point alone
  double coverage = 0;    // share of the question's content, by rarity, that its words or its unit's name hold; 0 to 1
  double in_name = 0;     // the same, by the unit's name alone and as typed
  bool one_word = false;  // it holds but one word of the question, and no phrase of the lexicon
  double found_weight = 0;       // as the index weighs it
  std::vector<unsigned> groups;  // words of the question, and added ones, that it or its unit's name holds
};

// The matches were found with one group a word of the question, or with none.
std::vector<Evidence> weigh(const std::vector<store::Match>& found, const Question& question);

double best_coverage(const std::vector<Evidence>& evidence);

}  // namespace kto::searchd
