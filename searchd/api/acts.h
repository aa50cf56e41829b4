// Acts: what an office has decided, and what came of each command. Values made of the index, which JSON is rendered
// from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::store {
struct Office;
class Reader;
}  // namespace kto::store

namespace kto::api {

struct ActEntry {
  std::string office;
  law::ActSummary act;
  std::string slug;  // its name in an address: law::slugs()
};

// An act as another answer cites it: at one of its provisions.
struct CitedAct {
  std::string number;  // its id where it has no number
  std::string slug;    // empty: the index does not know the act
  std::string place;   // empty: the act as a whole
};

// The names of an office's acts, to cite them by.
class ActNames {
 public:
  explicit ActNames(const store::Office& office);
  CitedAct cite(const law::Provenance& by) const;

 private:
  std::map<std::string, CitedAct, std::less<>> by_id_;
};

// The offices meant by a request: the one named, or all.
std::vector<const store::Office*> offices_of(const store::Reader& index, const std::string& office);

// In order of entry into force, office by office.
std::vector<ActEntry> acts(const store::Reader& index, const std::string& office);

// By its slug, its number or its id.
std::optional<ActEntry> find_act(const std::vector<ActEntry>& acts, std::string_view name);

}  // namespace kto::api
