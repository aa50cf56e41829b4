// Answers across offices as JSON. Schema: Across of web/openapi.json.
#pragma once

#include "searchd/across.h"
#include "searchd/api/json_parts.h"
#include "searchd/front/problem.h"

namespace kto::api {

JsonText to_json(const searchd::Across& across);

// A group was asked for that the answer does not have.
bool lacks_group(const searchd::WhoQuery& query, const searchd::Answer& answer);
// 404.
front::Problem unknown_group(const std::string& group);

}  // namespace kto::api
