// Word weights: what a word of a question weighs in a text, in the search library's own arithmetic, so that what is
// added up in memory (best_tasks.h, best_wordings.h) is what the library finds. The library's BM25 it is, with
//
//   weight of a word in a text = its weight · times / (times + half)
//
// where `half` is how often it must stand there to weigh half of that. Inside this room only.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kto::store {

// As the library is asked. Points are 5 to 40 words that hardly repeat: k1 from 0 to 2 and b from 0 to .75 span .011 of
// nDCG on the judged queries, so the library's own defaults stand, written out.
Xapian::BM25Weight task_weighting();
// Of wordings lengths do not count: the names of all units that have a wording are in its length, and the most common
// wordings would sink.
Xapian::BM25Weight wording_weighting();

// Where lengths do not count.
inline constexpr double kHalf = 1.2;
// Where they do; `length` in lengths of the average text.
double half_of_length(double length);

// Of words, or of terms of a word, one, joined in the library's order: the two that fewest documents have become one,
// and then again. `some` are one at least; `join(commoner, rarer)`.
template <typename One, typename Join>
One joined_by_rarity(std::vector<One> some, const Join& join) {
  const auto is_commoner = [](const One& a, const One& b) { return a.documents > b.documents; };
  std::make_heap(some.begin(), some.end(), is_commoner);
  while (some.size() > 1) {
    std::pop_heap(some.begin(), some.end(), is_commoner);
    One rarer = std::move(some.back());
    some.pop_back();
    std::pop_heap(some.begin(), some.end(), is_commoner);
    some.back() = join(std::move(some.back()), std::move(rarer));
    std::push_heap(some.begin(), some.end(), is_commoner);
  }
  return std::move(some.front());
}

// How many documents have a term: of one file, and of all that are searched together.
struct TermDocuments {
  double documents = 0;
  double of_all = 0;
};

// How many have any of the terms of a word, as the library supposes: as if each stood anywhere by itself. `terms` are
// one at least; `size`: of the file, of all.
TermDocuments documents_with_any(std::vector<TermDocuments> terms, TermDocuments size);
// The same of a or b.
double documents_with_either(double a, double b, double size);

// Of a word that stands in a text for ever.
double weight_of_word(double documents, double with_it, double factor);

inline double weight_in_text(double weight_of_word, double times, double half = kHalf) {
  return weight_of_word * (times / (half + times));
}

}  // namespace kto::store
