// POST /api/v1/route: whole letters → who handles what they ask for. One letter as JSON, or any number of them as
// JSON Lines, answered line by line while they are sent.
#pragma once

#include "searchd/api/json.h"
#include "searchd/api/service.h"
#include "searchd/front/router.h"
#include "searchd/letter.h"

namespace kto::api {

void add_letter_route(front::Router& router, const Service& service);

// The answer of who, with `evidence` and `slip`. The letter itself is not repeated, but for the sentences that spoke.
Json to_json(const searchd::LetterQuery& query, const searchd::Routing& routing);

}  // namespace kto::api
