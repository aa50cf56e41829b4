// Addresses of the pages: every link a page holds is made here, escaped for a query string (RFC 3986: unreserved
// characters stay, all else is percent-encoded, so an address is visible ASCII).
#pragma once

#include <string>
#include <string_view>

#include "indexer/law/citation.h"
#include "indexer/law/date.h"

namespace kto::pages {

std::string escaped(std::string_view text);

// What every address of a page carries on: the day, and the office where the index holds several and one was chosen.
struct Place {
  law::Date as_of;
  std::string office{};
};

// What is asked; the empty ones are left out.
struct Question {
  std::string q;
  std::string unit{};
  std::string exact{}, without{};  // searchd::AsTyped
  unsigned limit = 0;              // 0: as many units as a first view has
  std::string group{};             // searchd::WhoQuery
  unsigned offset = 0;
};

// /?q=poczta&as_of=2024-06-01
std::string search_address(const Question& question, const Place& place);
// /jednostki?as_of=…
std::string structure_address(const Place& place);
// /korespondencja?as_of=…
std::string letter_address(const Place& place);
// /jednostki/IT-ES?as_of=…
std::string unit_address(std::string_view code, const Place& place);

// /przepisy/lublin-par16-ust1-pkt8-20231115: one wording, whatever the day.
std::string provision_address(std::string_view id);
// /przepisy?citation=…&as_of=…: leads to the wording of that day
std::string provision_address(const law::Citation& citation, const Place& place);
// /akty?office=… and /akty/zarzadzenie-19-11-2023?office=…
std::string acts_address(const Place& place);
std::string act_address(std::string_view slug, const Place& place);
// /zmiany?from=…&to=…, and what one act did: /zmiany?act=zarzadzenie-19-11-2023
std::string changes_address(law::Date from, law::Date to, const Place& place);
std::string changes_address(std::string_view slug, const Place& place);

}  // namespace kto::pages
