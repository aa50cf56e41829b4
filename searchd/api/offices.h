// Offices: those an index holds, found by their names, to choose one.
//
//   "gmina lub" → every office with words that begin with "gmina" and "lub" in its name or id
#pragma once

#include <string>
#include <vector>

#include "searchd/api/intake.h"
#include "searchd/api/json.h"

namespace kto::store {
struct OfficeSummary;
class Reader;
}  // namespace kto::store

namespace kto::api {

struct OfficesQuery {
  std::string q;  // empty: all
  unsigned limit = 20;
  unsigned offset = 0;
};

struct Offices {
  unsigned total = 0;                              // all that were found
  std::vector<const store::OfficeSummary*> shown;  // by id, from `offset` on; live as long as the index
};

Parsed<OfficesQuery> parse_offices(const Sent& sent, const Scope& scope);

// Letters are compared folded. Of 2,500 offices some 5 ms.
Offices find_offices(const store::Reader& index, const OfficesQuery& query);

Json offices_json(const OfficesQuery& query, const Offices& found, const std::string& index);

}  // namespace kto::api
