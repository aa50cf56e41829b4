// The order in which acts list units, which an index does not keep: it has them by code.
#pragma once

#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::law {

// By the provisions that list them; those of one provision, and at the end those that no act lists, as they stood.
void sort_as_listed(std::vector<Unit>& units);

}  // namespace kto::law
