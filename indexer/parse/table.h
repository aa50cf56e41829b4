// Tables of units inside a numbered text: a converter leaves a line a row, and no label before it.
//
//   § 2. Nazwa komórki organizacyjnej Symbol      § 2
//   Biuro Rady BR                                   pkt 1, a row
//   Straż Miejska SM                                pkt 2
//
// The rows are cited in their order; a diagnostic says so. A line among them that is no row is said, with its place.
#pragma once

#include <vector>

#include "indexer/parse/outline.h"

namespace kto::parse {

// Turns the rows in the text of the nodes into points below them.
void read_tables(const Source& source, std::vector<Node>& nodes, std::vector<law::Diagnostic>& diagnostics);

}  // namespace kto::parse
