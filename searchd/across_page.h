// A page of an answer across offices, made of the groups found.
#pragma once

#include <string>
#include <vector>

#include "searchd/across.h"
#include "searchd/across_groups.h"
#include "searchd/office_order.h"

namespace kto::searchd {

struct AcrossPage {
  std::string group = {};  // id of one group, of whose units it is a page; empty: a page of groups
  unsigned limit = 5, offset = 0;
  unsigned wordings = 3;  // of each group
};

// What the page is made of.
struct AcrossFound {
  const store::WordingMatches& matches;
  const Groups& groups;
  const Question& question;
  const store::Reader& index;
  const OfficeOrder& order;
};

// Units shown of each group of a page of groups: enough to see what they are; all are a page of their own.
inline constexpr unsigned kUnitsInSight = 5;

// Parts of it, also shown alone. `wording` and `tasks` of a holder are left 0, its office without a name.
AcrossWording shown_wording(const store::WordingMatch& match, const Question& question, const store::Reader& index);
AcrossHolder shown_holder(const store::WordingMatch& match, const store::WordingHolder& holder);

// A group that is not there gives a page without groups.
Across across_page(const AcrossFound& found, const AcrossPage& page);

}  // namespace kto::searchd
