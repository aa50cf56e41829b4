// An explanation for people, and as JSON.
#pragma once

#include <iosfwd>

#include "indexer/commands/explain_facts.h"
#include "indexer/commands/rows.h"

namespace kto::commands {

void print(std::ostream& out, const Explanation& explanation, std::size_t columns);
Row explanation_row(const Explanation& explanation);

}  // namespace kto::commands
