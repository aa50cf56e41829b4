// JSON of the answers, field by field in the order of the contract. Schemas: web/openapi.json.
#pragma once

#include "searchd/api/json_parts.h"
#include "searchd/api/structure.h"

namespace kto::api {

JsonText to_json(const searchd::WhoQuery& query, const searchd::Answer& answer);
JsonText to_json(const searchd::TasksQuery& query, const searchd::TasksAnswer& answer);
JsonText to_json(const UnitsQuery& query, const Structure& structure);
JsonText to_json(const UnitsQuery& query, const UnitDetail& detail);

std::string_view to_string(searchd::Status status);

}  // namespace kto::api
