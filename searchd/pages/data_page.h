// Open data for people, /dane: what there is, what may be done with it, in which forms, and how a program asks. And the
// description of the search for browsers, /opensearch.xml.
#pragma once

#include <string>

#include "indexer/store/manifest.h"
#include "searchd/api/service.h"
#include "searchd/front/router.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct DataPage {
  const store::Manifest& manifest;
  law::Date today;
  std::string office_name;
  Offices offices;
  api::Basis basis;
  std::string origin;  // where commands are to be sent; empty: not known
};

Data data_view(const DataPage& page);

void add_data_pages(front::Router& router, const api::Service& service);

}  // namespace kto::pages
