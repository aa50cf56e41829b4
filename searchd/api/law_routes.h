// Routes that show the law over time: /api/v1/provisions, acts, changes, units/{code}/history, resolve.
#pragma once

#include "searchd/api/service.h"
#include "searchd/front/router.h"

namespace kto::api {

void add_law_routes(front::Router& router, const Service& service);

}  // namespace kto::api
