// OfficeContent: all that goes into the shard of one office, in the order in which it goes in: the same catalogue gives
// the same content however it was ordered. Inside this room only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/law_record.h"
#include "indexer/store/manifest.h"
#include "indexer/store/query.h"

namespace kto::store {

struct OfficeContent {
  Office office;
  std::vector<StoredTask> tasks;
  std::vector<std::set<std::string>> spoken_of;  // for each task: the names of units it speaks of by their §
  Records law;
  std::string hash;  // of all of it
};

// Throws law::Error duplicate-task, duplicate-provision.
OfficeContent content_of(law::Catalogue catalogue);

}  // namespace kto::store
