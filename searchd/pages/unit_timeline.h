// The past of a unit as a line of days, the latest first: what happened to it and to its tasks, who had them before and
// who has them since, each step with the act that did it. web/timeline.mustache prints it as an ordered list.
#pragma once

#include "indexer/store/manifest.h"
#include "searchd/api/unit_history.h"
#include "searchd/pages/citing.h"
#include "searchd/pages/templates.h"

namespace kto::pages {

struct UnitPast {
  const api::UnitHistory& history;
  const store::Office& office;
  const Citing& citing;
  Place place;        // the day shown: the step it falls in is marked
  bool tasks = true;  // false: the history was read without them
};

Data timeline_view(const UnitPast& past);

}  // namespace kto::pages
