// Lists whose line breaks were lost: a converter or a web form put the whole act on one line.
//
//   "… następujące zmiany: 1) w § 3: a) uchyla się ust. 2, b) pkt 4 otrzymuje brzmienie: „4) nowe;”; 2) uchyla się
//   § 9."
//
// The items are told by what stands before them: a list opens after a colon, a point follows a semicolon, a letter a
// comma, an ustęp a full stop. Citations ("w art. 8 ust. 2, pkt 1") never look so.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kto::parse {

// Where new items begin within the line, in order; empty for an ordinary line.
std::vector<std::size_t> inline_items(std::string_view line);

}  // namespace kto::parse
