// Open data and everyday things of the API: completions, the export, its description.
//
//   /api/v1/suggest, /api/v1/suggest/opensearch, /api/v1/export, /dcat.jsonld
#pragma once

#include "searchd/api/service.h"
#include "searchd/front/router.h"

namespace kto::api {

void add_open_data_routes(front::Router& router, const Service& service);

}  // namespace kto::api
