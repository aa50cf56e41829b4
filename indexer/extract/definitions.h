// What a regulation says of its units outside its listings.
//
//   Centrum Systemów Informatycznych, zwane dalej „CSI”, jest …     a symbol: the unit's code
//   Pracą Wydziału Organizacyjnego, zwanego dalej „WO”, kieruje …   the same, for a unit listed without one
//   Do zadań Wydziału Organizacyjnego należy:                       a name, where nothing lists units at all
#pragma once

#include <vector>

#include "indexer/extract/provisions.h"
#include "indexer/law/catalogue.h"

namespace kto::extract {

// Gives units listed without a code the symbol that a definition gives them, and adds the units that only a definition
// names.
void add_defined_codes(const std::vector<law::ProvisionVersion>& versions, std::vector<law::Unit>& units);

// The units that the headings of task lists name, inferred, with the reason: for a regulation without any listing.
std::vector<law::Unit> units_of_headings(const std::vector<law::ProvisionVersion>& versions);

// "Wydziału Organizacyjnego" → "Wydział Organizacyjny", "Biura Rady" → "Biuro Rady": the kind of unit and the
// adjectives that go with it; the words after them stay as they are. Empty: the first word is no kind of unit that is
// known here.
std::string nominative_name(std::string_view genitive);

}  // namespace kto::extract
