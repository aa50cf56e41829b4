// Listing: the units and posts that one provision of a regulation lists, with their codes. Offices write them in many
// ways (catalogue of formulas, part 6.2):
//
//   referat ds. systemów internetowych (IT-ES), w skład którego wchodzi:
//   Zastępca Dyrektora ds. … (IT-ZIII), nadzorujący bezpośrednio referat … (IT-SS), w skład którego wchodzi:   two
//   units Wydział Organizacyjny – znak OR,      Wydział Infrastruktury – WI;      Dział Egzaminatorów - o symbolu EG
//   WKNW Wydział Kontroli i Nadzoru Właścicielskiego           Departament Kontrwywiadu (Departament II)
//
// Brackets that hold no code, and codes that follow no name of a unit ("(GESUT)", "(ePUAP)"), list nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::extract {

struct ListedUnit {
  std::string code;  // empty: listed without one
  std::string name;
  law::UnitKind kind = law::UnitKind::inne;
  bool operator==(const ListedUnit&) const = default;
};

// In order of the text; each is below the one before it. `announced`: the words above say that units follow, so any
// name with a capital letter is one, with a code or without.
std::vector<ListedUnit> read_listing(std::string_view text, bool announced = false);

// "W skład Urzędu wchodzą następujące komórki organizacyjne:": units follow.
bool announces_units(std::string_view text);

// The kind that a name begins with: "referat ds. …" → referat; nullopt when it begins with none.
std::optional<law::UnitKind> kind_of_name(std::string_view name);

}  // namespace kto::extract
