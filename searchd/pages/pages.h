// Pages: /, /jednostki, /jednostki/{code}, their assets, and problems as pages. Rendered from the same values as the
// JSON.
#pragma once

#include "searchd/api/service.h"
#include "searchd/front/router.h"

namespace kto::pages {

// Adds the routes and makes the router show problems: JSON to programs (by path), a page to everyone else.
void add_pages(front::Router& router, const api::Service& service);

}  // namespace kto::pages
