// Health: what a supervisor asks. /healthz: the process answers. /readyz: the index is open and answers, else 503.
#pragma once

#include "searchd/front/router.h"
#include "searchd/open_index.h"

namespace kto::searchd {

// `index` outlives the router.
void add_health_routes(front::Router& router, const OpenIndex& index);

}  // namespace kto::searchd
