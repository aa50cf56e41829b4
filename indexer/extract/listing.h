// Listing: the units and posts that one provision of a regulation lists with their codes.
//
//   "referat ds. systemów internetowych (IT-ES), w skład którego wchodzi:"          → referat … IT-ES
//   "Zastępca Dyrektora ds. … (IT-ZIII), nadzorujący bezpośrednio referat … (IT-SS), w skład którego wchodzi:"
//                                                  → zastępca dyrektora … IT-ZIII, and below it referat … IT-SS
//
// Brackets that hold no code, and codes that follow no word for a unit ("(GESUT)", "(ePUAP)"), list nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::extract {

struct ListedUnit {
  std::string code;
  std::string name;
  law::UnitKind kind = law::UnitKind::inne;
  bool operator==(const ListedUnit&) const = default;
};

// In order of the text; each is below the one before it.
std::vector<ListedUnit> read_listing(std::string_view text);

// The kind that a name begins with: "referat ds. …" → referat; nullopt when it begins with none.
std::optional<law::UnitKind> kind_of_name(std::string_view name);

}  // namespace kto::extract
