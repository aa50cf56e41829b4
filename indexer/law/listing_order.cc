#include "indexer/law/listing_order.h"

#include <algorithm>

namespace kto::law {
namespace {

bool listed_before(const Unit& a, const Unit& b) {
  const auto of_a = parse_citation(a.listed_at), of_b = parse_citation(b.listed_at);
  if (of_a && of_b) return *of_a < *of_b;
  return of_a && !of_b;
}

}  // namespace

void sort_as_listed(std::vector<Unit>& units) {
  std::stable_sort(units.begin(), units.end(), listed_before);
}

}  // namespace kto::law
