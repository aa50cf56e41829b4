// Other sites: what a page of another site may read with a visitor's browser (CORS, the Fetch standard). All that the
// API answers to GET is public and the same for everyone, so every site may; nothing else is open: not the pages, and
// nothing that is sent in a body or with a token.
#pragma once

#include <string_view>

#include "searchd/front/message.h"

namespace kto::api {

// For front::Router::finish_with: adds Access-Control-Allow-Origin, and to the answer to OPTIONS what may be asked.
void open_to_other_sites(const front::Request& request, front::Response& response);

// /api/v1/…, /openapi.json, /dcat.jsonld
bool is_public_data(std::string_view path);

}  // namespace kto::api
