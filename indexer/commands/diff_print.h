// The changes of an office for people, and as JSON.
#pragma once

#include <iosfwd>
#include <vector>

#include "indexer/changes/changes.h"
#include "indexer/commands/rows.h"

namespace kto::commands {

struct OfficeChanges {
  const law::Catalogue* catalogue = nullptr;
  changes::Changes changes;
  std::vector<changes::Chapter> chapters;
};

void print(std::ostream& out, const OfficeChanges& office, std::size_t columns);
Row changes_row(const OfficeChanges& office);

}  // namespace kto::commands
