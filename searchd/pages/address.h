// Addresses of the pages: every link a page holds is made here, escaped for a query string (RFC 3986: unreserved
// characters stay, all else is percent-encoded, so an address is visible ASCII).
#pragma once

#include <string>
#include <string_view>

#include "indexer/law/date.h"
#include "searchd/answer.h"

namespace kto::pages {

std::string escaped(std::string_view text);

// /?q=poczta&as_of=2024-06-01 (and unit, when the question was asked within one)
std::string search_address(const searchd::WhoQuery& query);
// ?as_of=2024-06-01
std::string day_address(law::Date as_of);
// /jednostki?as_of=…
std::string structure_address(law::Date as_of);
// /jednostki/IT-ES?as_of=…
std::string unit_address(std::string_view code, law::Date as_of);

}  // namespace kto::pages
