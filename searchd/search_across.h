// Questions that name no office: what all of them say, by kinds of units (across.h).
#pragma once

#include <vector>

#include "indexer/store/reader.h"
#include "searchd/answer.h"
#include "searchd/rank.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// Fills status, answers or related ones, and `across`. Of a country one unit answers for each group shown: the one with
// most of the group's wordings, of equal ones the first by name of its office; or, of one group, each unit of the page.
void answer_country(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer);

// Adds `across` to an answer that was found in the offices themselves.
void add_across(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer);

// What answer_country() makes its answer of: kinds of units as holders (`code` is the kind's id), best first, each
// wording a point with the id and the citation that its first holder gives it. For explain().
struct RankedAcross {
  std::vector<Ranked> kinds;
  double on_any_day = 0;  // best coverage among the texts of all days
};
RankedAcross rank_across(const store::Reader& index, const Question& question, const WhoQuery& query);

// Each wording once, as its first office has it; `total` is of those looked at.
void tasks_of_country(const store::Reader& index, const Question& question, const TasksQuery& query,
                      TasksAnswer& answer);

}  // namespace kto::searchd
