// Health: what a supervisor asks. /healthz: the process answers, so a worker was free. /readyz: the index in use can be
// searched, else 503. /metrics: what Prometheus collects.
#pragma once

#include <functional>
#include <string>

#include "searchd/front/router.h"
#include "searchd/open_index.h"

namespace kto::searchd {

// `index` outlives the router; `metrics` is called from all workers.
void add_health_routes(front::Router& router, const OpenIndex& index, std::function<std::string()> metrics);

}  // namespace kto::searchd
