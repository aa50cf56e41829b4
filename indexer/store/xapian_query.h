// A store::Query as the search library's. Built of OR, SYNONYM, SCALE_WEIGHT and FILTER only: MAX crashes in Xapian
// 1.4.22, and neither its query parser nor its stemmer is used anywhere.
#pragma once

#include <xapian.h>

#include <string>

#include "indexer/store/query.h"

namespace kto::store {

Xapian::Query to_xapian(const Query& query);

// What the slots of a document in force on a day hold: valid_from at most the one, valid_to at least the other.
struct InForce {
  std::string latest_from, earliest_to;
};
InForce in_force_on(law::Date day);

}  // namespace kto::store
