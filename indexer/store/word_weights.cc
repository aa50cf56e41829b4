#include "indexer/store/word_weights.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kto::store {
namespace {

constexpr double kK1 = kHalf, kK3 = 1, kB = 0.5, kLeastLength = 0.5;

}  // namespace

Xapian::BM25Weight task_weighting() {
  return {kK1, 0, kK3, kB, kLeastLength};
}

Xapian::BM25Weight wording_weighting() {
  return {kK1, 0, kK3, 0, kLeastLength};
}

double half_of_length(double length) {
  return kK1 * (std::max(length, kLeastLength) * kB + (1 - kB));
}

double documents_with_either(double a, double b, double size) {
  return std::floor(a + b - a * b / size + 0.5);
}

TermDocuments documents_with_any(std::vector<TermDocuments> terms, TermDocuments size) {
  return joined_by_rarity(std::move(terms), [size](TermDocuments commoner, TermDocuments rarer) {
    return TermDocuments{documents_with_either(commoner.documents, rarer.documents, size.documents),
                         documents_with_either(commoner.of_all, rarer.of_all, size.of_all)};
  });
}

double weight_of_word(double documents, double with_it, double factor) {
  double odds = (documents - with_it + 0.5) / (with_it + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * factor * (kK1 + 1);
}

}  // namespace kto::store
