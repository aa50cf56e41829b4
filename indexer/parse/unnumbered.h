// Lists and tables in a text without a § or a chapter: pages of bulletins, tables of symbols.
//
//   WYDZIAŁ ORGANIZACYJNY                                        outside any list
//   Do zadań Wydziału Organizacyjnego należy w szczególności:    § 1
//   1. prowadzenie spraw kadrowych;                                pkt 1
//
//   Wydziały urzędu                                              § 2
//   Nazwa skrócona Pełna nazwa
//   BB Biuro Budżetu                                               pkt 1, a row
//   BGM
//   Biuro Geodety Miasta                                           pkt 2: its cells on two lines
//
// The numbers are not in the text: they are given in its order, so that its lines can be cited; a diagnostic says so.
#pragma once

#include "indexer/parse/outline.h"

namespace kto::parse {

// `before`: the lines outside. No nodes: nothing of the kind is in the text.
Outline read_unnumbered(const Source& source, Slice range);

}  // namespace kto::parse
