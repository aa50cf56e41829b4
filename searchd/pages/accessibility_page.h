// The accessibility statement, /dostepnosc: the parts and identifiers demanded of public bodies by the ministry's
// conditions of publication (version 2.0 of 31 July 2024, under art. 12 pkt 7 of the act of 4 April 2019 on digital
// accessibility). What only the office knows comes from `accessibility` in its office.json; what is missing is shown as
// a place to fill in, with the name of its field, and never guessed.
#pragma once

#include <map>
#include <string>

#include "searchd/pages/view.h"

namespace kto::pages {

struct AccessibilityPage {
  std::string office_name;
  Place place;
  const api::Basis& basis;
  std::map<std::string, std::string> told;  // by the names of office.json
};

Data accessibility_view(const AccessibilityPage& page);

}  // namespace kto::pages
