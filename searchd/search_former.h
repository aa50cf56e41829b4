// Former holders: units that were asked for and are listed no longer. They are found and labelled, never an answer.
//
//   "straż gminna" today → SG, until 31 December 2022; possibly GKOŚ now, which has two of its seven tasks
#pragma once

#include <vector>

#include "indexer/store/reader.h"
#include "searchd/rank.h"

namespace kto::searchd {

// Among the texts of all days that were found: the units that had ended by the day of the query, which are named by
// their code or by their whole name, or, where kto stands behind no answer, which hold what was asked for. Best first,
// at most `query.limit`, each with at most `query.tasks` points.
std::vector<FormerHolder> former_holders(const store::Reader& index, std::vector<Evidence> on_any_day,
                                         const Question& question, const WhoQuery& query, bool stands);

}  // namespace kto::searchd
