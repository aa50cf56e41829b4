// A store::Query as the search library's. Built of OR, SYNONYM, SCALE_WEIGHT and FILTER only: MAX crashes in Xapian
// 1.4.22, and neither its query parser nor its stemmer is used anywhere.
#pragma once

#include <xapian.h>

#include "indexer/store/query.h"

namespace kto::store {

Xapian::Query to_xapian(const Query& query);

}  // namespace kto::store
