// Asides: what a letter asks beside its matter, and every matter alike: with which papers, when, how much, where the
// form is. They would vote for the information desk.
//
//   "Chcę wyciąć jesion, jakie dokumenty złożyć?" → "Chcę wyciąć jesion"      "Czy jest czynne w sobotę?" → ""
#pragma once

#include <string>
#include <string_view>

namespace kto::searchd {

// The sentence without the clauses that ask for nothing else. Valid UTF-8.
std::string without_asides(std::string_view sentence);

}  // namespace kto::searchd
