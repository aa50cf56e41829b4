// The offices to choose from, /jednostki where the index holds several and none is named: a field for a name first,
// then those that have its words.
#pragma once

#include <string>

#include "searchd/api/offices.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct OfficesPage {
  const api::Offices& found;
  std::string name;  // typed
  law::Date as_of;
  const api::Basis& basis;
};

// As many as somebody reads through; how many there are is said.
inline constexpr unsigned kMostListed = 50;

Data offices_view(const OfficesPage& page);

}  // namespace kto::pages
