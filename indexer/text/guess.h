// Guesses at words that the dictionary lacks: new compounds (cyberzagrożeniami → cyber + zagrożenie) and new words with
// a well-known ending (smartfonizacji → smartfonizacja). A guess need not be a word; it must only come out the same for
// the forms of one word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kto::text {

// Every way to cut a known beginning off the word, the longest beginning first, with enough letters left.
struct Compound {
  std::string_view beginning, rest;
};
std::vector<Compound> split_compound(std::string_view word);

// The lemma by the word's ending; nullopt when no ending fits. Endings are compared folded, so that a word typed
// without diacritics gets the ending's own ones: smartowac, smartowania → smartować.
std::optional<std::string> lemma_by_ending(std::string_view word);

}  // namespace kto::text
