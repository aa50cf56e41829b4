// Addresses of the pages: every link a page holds is made here, escaped for a query string (RFC 3986: unreserved
// characters stay, all else is percent-encoded, so an address is visible ASCII).
#pragma once

#include <string>
#include <string_view>

#include "indexer/law/date.h"

namespace kto::pages {

std::string escaped(std::string_view text);

// What every address of a page carries on: the day, and the office where the index holds several and one was chosen.
struct Place {
  law::Date as_of;
  std::string office{};
};

// /?q=poczta&as_of=2024-06-01 (and unit, when the question was asked within one)
std::string search_address(const std::string& q, const std::string& unit, const Place& place);
// /jednostki?as_of=…
std::string structure_address(const Place& place);
// /korespondencja?as_of=…
std::string letter_address(const Place& place);
// /jednostki/IT-ES?as_of=…
std::string unit_address(std::string_view code, const Place& place);

}  // namespace kto::pages
