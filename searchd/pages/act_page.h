// Acts: /akty, and one act, /akty/{slug}: what it is, each of its commands with what came of it, and its text as it was
// read, line by line, which is where citations lead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/api/acts.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct ActPage {
  std::string office_name;
  Place place;
  const api::Basis& basis;
  const api::ActEntry& entry;
  const std::vector<law::Operation>& operations;
  std::optional<std::string> text;
};

Data act_view(const ActPage& page);

struct ActsPage {
  std::string office_name;
  Offices offices;
  law::Date today;
  const api::Basis& basis;
  std::vector<api::ActEntry> acts;  // office by office, in order of entry into force
};

Data acts_view(const ActsPage& page);

}  // namespace kto::pages
