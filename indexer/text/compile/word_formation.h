// Word formation: what a word may have been made from, by its ending. Candidates only: whether the language has them is
// asked elsewhere (families.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

// The word classes of a lemma, as bits.
enum : std::uint8_t { kNoun = 1, kVerb = 2, kAdjective = 4, kAdverb = 8 };

struct Candidate {
  std::string word;
  std::uint8_t classes = 0;  // it must have one of these
};

// In order: the first that the language has is the parent. `classes`: those of the word.
std::vector<Candidate> possible_parents(std::string_view word, std::uint8_t classes);

}  // namespace kto::text
