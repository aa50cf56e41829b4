// Assets: the style sheet, the script and the sign, served from memory. Their addresses hold a hash of their content,
// so they may be kept for a year and a new build is seen at once.
#pragma once

#include <string>
#include <string_view>

#include "searchd/front/router.h"

namespace kto::pages {

// "kto.css" → "/zasoby/kto-0123456789abcdef.css"
std::string asset_address(std::string_view name);

void add_assets(front::Router& router);

// A hash of everything in web/: part of the ETag of every page.
std::string web_fingerprint();

}  // namespace kto::pages
