// Raised characters: the mark of a footnote ("MINISTRA ZDROWIA¹⁾"), a part of a number ("art. 47¹"), a unit ("m²").
#pragma once

#include <string>
#include <string_view>

namespace kto::intake {

// How raised characters are written in plain text behind `before`: a footnote mark as "[^1]", digits after a digit or a
// short unit as ¹ ² ³, anything else as it is. `linked`: it is a link, as footnote marks of web pages are.
std::string written_superscript(std::string_view raised, std::string_view before, bool linked = false);

}  // namespace kto::intake
