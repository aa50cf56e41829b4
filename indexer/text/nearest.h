// Nearest words: what a misspelt word may stand for. A walk over the dictionary's automaton that keeps the costs of
// turning the word into every beginning it passes, and leaves a beginning that can no longer come cheap enough.
//
//   "drukrka", 15  →  drukarka 8 (a letter left out)
//   "pszetarg", 10 →  przetarg 4 (rz written as it sounds)
//
// Costs are tenths of one wrong letter. What Polish writers take for each other costs less than chance: ą and om, rz
// and ż, ó and u, two letters in the wrong order, a neighbour on the keyboard. The table stands in nearest.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

class Dictionary;

struct NearWord {
  std::string form;  // of the dictionary
  unsigned cost = 0;
  bool operator==(const NearWord&) const = default;
};

// The most that a misspelt word may cost: one wrong letter in a short word, one and a half in a longer one; in a very
// short word everything is near everything, and nothing is taken.
unsigned most_cost(std::string_view word);

// Forms of the dictionary that cost at most `most`, the cheapest first and then in order of the alphabet. `word` is in
// lower case and NFC. Names are among them. At most some hundred; nothing for a word longer than any of the language.
std::vector<NearWord> nearest(const Dictionary& dictionary, std::string_view word, unsigned most);

}  // namespace kto::text
