// Questions that name no office: what all of them say, by kinds of units (across.h).
#pragma once

#include "indexer/store/reader.h"
#include "searchd/answer.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// Fills status, answers or related ones, and `across`. Of a country one unit answers for each group shown: the one with
// most of the group's wordings, of equal ones the first by name of its office; or, of one group, each unit of the page.
void answer_country(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer);

// Adds `across` to an answer that was found in the offices themselves.
void add_across(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer);

// Each wording once, as its first office has it; `total` is of those looked at.
void tasks_of_country(const store::Reader& index, const Question& question, const TasksQuery& query,
                      TasksAnswer& answer);

}  // namespace kto::searchd
