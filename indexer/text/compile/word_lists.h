// The project's own word lists in corpus/lexicon.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/text/lexicon_key.h"

namespace kto::text {

struct SupplementEntry {
  std::string form, lemma;
  WordClass word_class = WordClass::noun;
};

// supplement.tsv: lemma, class letter, forms separated by blanks; the lemma is a form too. '#' begins a comment line.
// Throws std::runtime_error with the line for anything else.
std::vector<SupplementEntry> parse_supplement(std::string_view text);

// A list of words separated by blanks or line ends; '#' begins a comment line.
std::unordered_set<std::string> parse_words(std::string_view text);

}  // namespace kto::text
