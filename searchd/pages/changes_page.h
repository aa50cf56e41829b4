// Changes, /zmiany: what happened to tasks and units between two days, or by one act, unit by unit; and the same acts
// as a feed, /zmiany.atom (RFC 4287).
#pragma once

#include <string>
#include <vector>

#include "searchd/api/change_list.h"
#include "searchd/pages/citing.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct ChangesPage {
  law::Date from, to;
  api::TypedDay typed_from, typed_to;
  std::vector<front::Fault> faults;
  law::Date today;
  std::string office_name;
  Offices offices;
  Place place;
  const api::Basis& basis;
  std::vector<api::ActEntry> acts;  // of the office
  std::string slug;                 // of the act whose doing is shown; empty: two days are compared
  bool too_many = false;            // api::is_comparable() said no
  const api::OfficeChanges* changes = nullptr;
  const Citing* citing = nullptr;
};

Data changes_view(const ChangesPage& page);

// `origin`: "https://kto.example".
Data feed_view(const ChangesPage& page, const std::string& origin);

}  // namespace kto::pages
