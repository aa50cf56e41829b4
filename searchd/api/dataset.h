// The description of the open data, as DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/) wants it: what national data
// portals read to list it.
#pragma once

#include <string>

#include "indexer/store/manifest.h"
#include "searchd/api/json.h"

namespace kto::api {

// One data set an office that is no example. `origin`: of the addresses; see origin.h.
Json dcat(const store::Manifest& manifest, const std::string& origin);

// What may be done with the data, and why: said in the description and on the page /dane.
extern const char* const kRights;
extern const char* const kLicence;

}  // namespace kto::api
