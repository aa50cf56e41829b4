// Problems as pages, for people: 400, 404, 405, 503 and the like, in the style of all pages.
#pragma once

#include "indexer/law/date.h"
#include "searchd/front/problem.h"
#include "searchd/pages/templates.h"

namespace kto::pages {

// `as_of`: the day of the links it holds.
Data problem_view(const front::Problem& problem, law::Date as_of);

}  // namespace kto::pages
