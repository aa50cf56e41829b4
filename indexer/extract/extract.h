// Extraction: the timeline of a regulation → its units and its task points.
//
// Units are what the regulation lists with a code. A task point belongs to the unit whose name heads its list; where no
// act read gives the words that name it, the unit is null, with the reason; where the neighbours in the same § leave
// only one possibility, it is inferred, with the reason. Reasons are Polish sentences: they are shown to those who ask.
#pragma once

#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/law/diagnostic.h"

namespace kto::extract {

struct Extraction {
  std::vector<law::Unit> units;       // by place of listing
  std::vector<law::TaskPoint> tasks;  // by citation, then first day
  std::vector<law::Diagnostic> diagnostics;
};

// `versions` sorted by document, citation and first day, as consolidation gives them.
Extraction extract(const std::vector<law::ProvisionVersion>& versions);

}  // namespace kto::extract
