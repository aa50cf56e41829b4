// Matching: a query, asked of the files of one office or of several as one. Inside this room only.
//
// The points that have a word of the question are gone through word by word, and what each weighs is added up point by
// point; of an office of some thousand points these are a few hundred. Nothing is read of a point but its length, its
// days and its holder until the best are known.
#pragma once

#include <memory>
#include <vector>

#include "indexer/store/office_file.h"
#include "indexer/store/query.h"

namespace kto::store {

using OfficeFiles = std::vector<std::shared_ptr<const OfficeFile>>;

// Throws law::Error record-damaged.
Matches match(const OfficeFiles& files, const Query& query);

}  // namespace kto::store
