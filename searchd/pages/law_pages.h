// The law over time, as pages: provisions, acts, changes, their feed.
#pragma once

#include <memory>

#include "searchd/front/router.h"
#include "searchd/pages/rendering.h"

namespace kto::pages {

void add_law_pages(front::Router& router, std::shared_ptr<const Rendering> rendering);

}  // namespace kto::pages
