// Rank: task points found → who holds them, and whether kto stands behind the answer.
//
// The rules and their measured reasons stand at the top of rank.cc. Everything here is a pure function of values: the
// index is not asked again.
#pragma once

#include <string>
#include <vector>

#include "indexer/store/query.h"
#include "searchd/answer.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// A task point found, with what of the question it answers.
struct Evidence {
  store::StoredTask stored;
  double weight = 0;      // of the point alone
  double coverage = 0;    // share of the question's content, by rarity, that its words or its unit's name hold; 0 to 1
  double in_name = 0;     // the same, by the unit's name alone
  bool one_word = false;  // it holds but one word of the question, and no phrase of the lexicon
};

// One holder with its points, best first.
struct Ranked {
  std::string office;
  std::string code;  // empty: the holder is the provision that holds the list
  double weight = 0;
  std::vector<Evidence> points;
};

// The matches were found with one group a word of the question, or with none.
std::vector<Evidence> weigh(const store::Matches& found, const Question& question);

double best_coverage(const std::vector<Evidence>& evidence);

// Holders best first. A task with several holders stands under each of them.
// A unit named by its code comes before all others.
std::vector<Ranked> rank_holders(std::vector<Evidence> evidence, const Question& question);

// Whether the first holder answers the question at all. `on_any_day`: the best coverage among the texts of all days.
bool stands_behind(const std::vector<Ranked>& holders, const Question& question, double on_any_day);

// Whether the first of the holders, of which there must be one, cannot be told from another that is neither above nor
// below it.
bool is_ambiguous(const std::vector<Ranked>& holders);

// 0 to 1, falling with the rank.
double confidence(const Ranked& holder, double best_possible, const Question& question);

}  // namespace kto::searchd
