// Rank: task points found → who holds them, and whether kto stands behind the answer.
//
// The rules and their measured reasons stand at the top of rank.cc. Everything here is a pure function of values: the
// index is not asked again.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searchd/answer.h"
#include "searchd/search_words.h"
#include "searchd/weigh.h"

namespace kto::searchd {

// One holder with its points, best first.
struct Ranked {
  std::string office;
  std::string code;  // empty: the holder is the provision that holds the list
  double weight = 0;
  std::vector<Evidence> points;
};

// Holders best first. A task with several holders stands under each of them.
// A unit named by its code comes before all others.
std::vector<Ranked> rank_holders(std::vector<Evidence> evidence, const Question& question);

// Points best first, those of a holder that much speaks for before others that say as much.
std::vector<Evidence> rank_points(std::vector<Evidence> evidence, const Question& question);

// Whether the first holder answers the question at all. `on_any_day`: the best coverage among the texts of all days.
bool stands_behind(const std::vector<Ranked>& holders, const Question& question, double on_any_day);

// Those that the question does not tell from each other, the first holder among them, in order; empty where the first
// is told from all others, or only units above and below it are like it.
std::vector<std::size_t> not_told_apart(const std::vector<Ranked>& holders);

// How likely each holder, in order, is one that does what is asked: 0 to 1, never rising. By how much of the question's
// content it holds and how far it is above, or below, the best of the others; the fit and how well it holds: rank.cc.
std::vector<double> confidences(const std::vector<Ranked>& holders, const Question& question);

}  // namespace kto::searchd
