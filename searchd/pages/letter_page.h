// The letter page, /korespondencja: a letter is pasted, its units come out, with the sentences that decided it and a
// slip. The letter travels in the body of a POST: never in an address, a log or the history of a browser.
#pragma once

#include <memory>

#include "searchd/front/router.h"
#include "searchd/letter.h"
#include "searchd/pages/rendering.h"

namespace kto::pages {

// A stretch of the letter, and the numbers of the units for which it spoke; none: it did not count.
struct LetterStretch {
  std::string text;
  std::vector<unsigned> units;  // 1 for the first of the evidence
  bool operator==(const LetterStretch&) const = default;
};
// The whole text, in order.
std::vector<LetterStretch> letter_stretches(const std::string& text,
                                            const std::vector<searchd::HolderEvidence>& evidence);

void add_letter_page(front::Router& router, const std::shared_ptr<const Rendering>& rendering);

}  // namespace kto::pages
