// What a change takes away and what it puts there, printed for people.
#pragma once

#include <string>

#include "indexer/law/amendment.h"

namespace kto::law {

struct Wording {
  std::string old_text, new_text;  // empty: none, or not in the act
};

Wording wording_of(const Change& change);

// The provision an insertion follows; empty when it follows none.
std::string anchor_of(const Change& change);

// A provision with its labels, a line each: "4) referat …" / "a) kierownik …".
std::string printed(const Provision& provision);

}  // namespace kto::law
