// An answer across offices as the search page shows it: kinds of units as headings, each with its wordings and units.
#pragma once

#include "searchd/across.h"
#include "searchd/pages/search_page.h"

namespace kto::pages {

// Whether the page is of groups: the answer has some.
bool shows_groups(const searchd::Answer* answer);

// Sets what web/across.mustache prints.
void set_across(Data& data, const SearchPage& page, const searchd::Answer& answer);

}  // namespace kto::pages
