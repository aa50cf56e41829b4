// Day pairs: which task of the day before is which task of the day, where a holder may be gone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/changes/pairs.h"

namespace kto::changes {

// The units of one day by code; a head post stands for its unit only where that is not listed itself. Units without a
// code are left out.
std::map<std::string, const law::Unit*> bearers_on(const law::Catalogue& catalogue, law::Date day);

std::vector<const law::TaskPoint*> tasks_on(const law::Catalogue& catalogue, law::Date day);

// As pair_up of the two days; beside that, tasks of units that ended, which others have in other words, are pairs of
// kind moved.
Pairing pairs_on(const law::Catalogue& catalogue, law::Date day);

}  // namespace kto::changes
