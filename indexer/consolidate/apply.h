// Words corrected by an announcement of errors (sprostowanie, ZTP § 112) are put into the version in force on the day
// of the announcement, from its first day on: the misprint was never meant to be law. A wording that has ended by then
// stays as it was printed.
//
// Applying one change to the law of the day before. One overload a kind of change, chosen by std::visit: a new kind
// does not compile until it is handled here.
#pragma once

#include <string>

#include "indexer/consolidate/law_state.h"
#include "indexer/law/inflection.h"

namespace kto::consolidate {

struct Applied {
  bool applied = false;
  std::string note;
};

// What acts have said about words without their text being known: who put which words where. It shows when an act in
// between is missing.
using WordsPut = std::map<Key, std::string>;

Applied apply(const law::Amendment& amendment, const Event& event, LawState& state,
              std::vector<UnknownEnd>& unknown_ends, WordsPut& words_put, const law::Inflection& inflection);

}  // namespace kto::consolidate
