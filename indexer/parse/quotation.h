// Quotations: where the new text of a provision begins and ends inside a command. What stands in a quotation is text of
// the amended document and never a label or a command of the act itself: „a)” inside it is the regulation's, outside it
// is the act's.
//
// Marks seen: „ … ” (nearly always), straight " … ", „ … ". Marks of the same kind nest („4. … zwanego dalej „Szefem”,
// …”), so depth is counted; straight marks cannot be counted and end where the line ends (catalogue of formulas, part
// 4).
#pragma once

#include <vector>

#include "indexer/parse/source.h"

namespace kto::parse {

struct Quotation {
  Slice whole;         // marks included
  Slice inside;        // marks excluded
  bool closed = true;  // false: the closing mark is missing, the end was found otherwise
};

// The outermost quotations of a part of the text, in order.
std::vector<Quotation> find_quotations(const Source& source, Slice range);

}  // namespace kto::parse
