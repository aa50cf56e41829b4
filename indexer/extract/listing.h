// Listing: the units and posts that one provision of a regulation lists, with their codes. Offices write them in many
// ways (catalogue of formulas, part 6.2):
//
//   referat ds. systemów internetowych (IT-ES), w skład którego wchodzi:
//   Zastępca Dyrektora ds. … (IT-ZIII), nadzorujący bezpośrednio referat … (IT-SS), w skład którego wchodzi:   two
//   units Wydział Organizacyjny – znak OR,      Wydział Infrastruktury – WI;      Dział Egzaminatorów - o symbolu EG
//   WKNW Wydział Kontroli i Nadzoru Właścicielskiego           Departament Kontrwywiadu (Departament II)
//   …: Dział Egzaminatorów - o symbolu EG Dział Obsługi - o symbolu DZ          all in the sentence that announces them
//
// Brackets that hold no code, and codes that follow no name of a unit ("(GESUT)", "(ePUAP)"), list nothing.
#pragma once

#include <cstdint>
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

// What the words above a provision say of it.
enum class Announced : std::uint8_t {
  nothing,
  units,  // units follow: any name with a capital letter is one, with a code or without
  table,  // rows of a symbol and a name
  table_name_first,
};

// In order of the text; each is below the one before it.
std::vector<ListedUnit> read_listing(std::string_view text, Announced announced = Announced::nothing);

// The units that the announcing sentence itself lists, none below another: "… wchodzą: Referat Dróg (RD), Referat
// Mostów (RM).", "… wchodzi Gabinet Ministra oraz następujące komórki organizacyjne:".
std::vector<ListedUnit> listed_in_sentence(std::string_view text);

// "W skład Urzędu wchodzą następujące komórki organizacyjne:", "Nazwa skrócona Pełna nazwa".
Announced announced_by(std::string_view text);

// "CSI", "GKOŚ", "IT-ES-II": a symbol of capital letters, digits and hyphens.
bool is_symbol(std::string_view text);

// The kind that a name begins with: "referat ds. …" → referat; nullopt when it begins with none.
std::optional<law::UnitKind> kind_of_name(std::string_view name);

}  // namespace kto::extract
