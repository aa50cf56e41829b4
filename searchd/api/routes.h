// Routes of the API: /api/v1/… and /openapi.json.
#pragma once

#include <string_view>

#include "searchd/api/service.h"
#include "searchd/front/router.h"

namespace kto::api {

// `openapi`: the document, kept alive by the caller.
void add_routes(front::Router& router, const Service& service, std::string_view openapi);

// True for addresses whose askers are programs: their problems are JSON, all others get a page.
bool is_for_programs(std::string_view path);

}  // namespace kto::api
