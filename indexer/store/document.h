// Document: a task point as the search library keeps it.
#pragma once

#include <xapian.h>

#include "indexer/store/query.h"
#include "indexer/text/analysis.h"

namespace kto::store {

Xapian::Document make_document(const StoredTask& stored, const text::Analyser& analyser);

}  // namespace kto::store
