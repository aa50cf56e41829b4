// The structure as a picture: a tree from left to right, drawn here and printed by web/picture.mustache as SVG. Sizes
// are in sixteenths of the page's letter size, so the picture grows with the text. The same tree stands below it as a
// list, which is what a screen reader reads: the picture is hidden from it.
#pragma once

#include <vector>

#include "searchd/api/structure.h"
#include "searchd/pages/address.h"
#include "searchd/pages/structure_states.h"
#include "searchd/pages/templates.h"

namespace kto::pages {

// A name broken into lines of at most `width` letters, at most `lines` of them; what does not fit ends in "…". A word
// longer than a line is cut.
std::vector<std::string> broken(const std::string& name, std::size_t width, std::size_t lines);

// Boxes never overlap; children stand below each other right of their parent, which stands at the height of their
// middle. (Reingold and Tilford's layout for boxes of equal width, where leaves alone take room.)
Data structure_picture(const std::vector<api::Node>& roots, const StructureStates& states, const Place& place);

}  // namespace kto::pages
