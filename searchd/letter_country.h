// A letter to all offices of a country: its sentences are asked one by one as those of a letter to one office are, and
// vote for kinds of units. A sentence that nobody answers has no vote.
#pragma once

#include <vector>

#include "searchd/letter.h"
#include "searchd/letter_vote.h"

namespace kto::searchd {

// The answer, with `across`, and the evidence of a letter; the slip and the words understood are left to the caller.
// `heard`, `whole`: as who() answered without an office.
struct CountryRouting {
  Routing routing;
  std::size_t leading = 0;  // groups that the letter asks for, the first of the answer
};
CountryRouting route_by_kinds(const LetterQuery& query, const std::vector<Heard>& heard, const Answer& whole,
                              std::size_t shown);

// What a sentence that was heard says of a holder, as it is shown.
SpokenSentence spoken(const LetterQuery& query, const LetterSentence& sentence, double weight);

}  // namespace kto::searchd
