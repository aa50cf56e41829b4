// The scoring of an answer, as JSON: what debug=1 adds to /api/v1/who. Schema: web/openapi.json, Explanation.
#pragma once

#include <optional>

#include "searchd/api/json.h"
#include "searchd/explain.h"

namespace kto::api {

JsonText to_json(const searchd::Explanation& explanation);

// The answer of /api/v1/who; with `why` also "explanation".
JsonText who_json(const searchd::WhoQuery& query, const searchd::Answer& answer,
                  const std::optional<searchd::Explanation>& why);

}  // namespace kto::api
