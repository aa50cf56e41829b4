// Citations inside running text: "§ 16 ust. 1 pkt 8" is one token, however it is spaced or dotted, so that a task that
// says "o których mowa w ust. 3" is not found by "usta". Only recognised here, as text; what a citation means is not
// this room's concern.
//
//   art. 5a   § 22b   ust. 2   pkt 7   ppkt 1   lit. a   tiret 2   podwójne tiret 1
//
// Steps follow each other from the greater to the smaller, with blanks or with "w" between them. "lit" on its own needs
// its dot: "lit" is also a word.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kto::text {

struct CitationMatch {
  std::size_t end = 0;    // byte behind the citation
  std::string canonical;  // single blanks, dots as lawyers print them, lower case
};

// The longest citation that begins at `at`, where a word begins.
std::optional<CitationMatch> match_citation(std::string_view text, std::size_t at);

}  // namespace kto::text
