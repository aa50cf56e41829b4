// Structure: the units of an office on one day, as a tree and one by one. Values made of the index, which JSON and the
// pages are rendered from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/answer.h"
#include "searchd/api/parameters.h"

namespace kto::store {
class Reader;
struct OfficeSummary;
}  // namespace kto::store

namespace kto::api {

using searchd::Freshness;
using searchd::Hit;

struct Node {
  std::string office;
  law::Unit unit;
  std::vector<law::Unit> posts;  // head posts: they bear the unit's own code
  std::vector<Node> children;    // in the order the act lists them
};

// What an answer says besides its units: how fresh it is, and since when the law is known at all.
struct Basis {
  Freshness freshness;
  std::optional<law::Date> covered_from;
  std::string index;
};

struct Structure {
  std::vector<Node> roots;
  Basis basis;
};

struct UnitDetail {
  std::string office;
  law::Unit unit;
  std::vector<law::Unit> parents;  // from the nearest up
  std::vector<law::Unit> posts;
  std::vector<law::Unit> children;
  std::vector<Hit> tasks;  // of the unit and its head post, in order of citation
  Basis basis;
};

// The tree of those units that are in force on `day`. A unit whose parent is not listed that day is a root.
std::vector<Node> tree(const std::string& office, const std::vector<law::Unit>& units, law::Date day);

// Of the office asked about, or of all when none is.
Basis basis(const store::Reader& index, const std::string& office);
Structure structure(const store::Reader& index, const UnitsQuery& query);
// nullopt when no unit bears the code that day. A unit that no act lists but that holds tasks is made of what they say.
std::optional<UnitDetail> unit_detail(const store::Reader& index, const UnitsQuery& query);
// Units of all times of the offices asked about.
std::vector<law::Unit> all_units(const store::Reader& index, const std::string& office);

}  // namespace kto::api
