// A provision, /przepisy/{id of one of its wordings}: that wording, all others beside each other with what changed, who
// made and ended each, where in the act, and what is not known.
#pragma once

#include "searchd/api/provisions.h"
#include "searchd/pages/citing.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct ProvisionPage {
  std::string id;  // of the wording asked for
  std::string office_name;
  Place place;
  const api::Basis& basis;
  const api::ProvisionHistory& history;
  const Citing& citing;
};

Data provision_view(const ProvisionPage& page);

}  // namespace kto::pages
