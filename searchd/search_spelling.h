// Spelling: words that nobody knows as they were typed → the words they were meant for. Taken only where it leads
// somewhere, to a word of the index or of the lexicon; a word of the language is never changed.
//
//   "drukrka"              → drukarka
//   "upraw nien"           → uprawnien (joined), which the analysis reads as uprawnienie
//   "niedziala"            → nie działa (split)
//   "syst"                 → the words of the index that begin so: system, systemowy
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/reader.h"

namespace kto::searchd {

// Whether a task text or the name of a unit has the lemma, on any day.
bool occurs(const store::Reader& index, const std::string& lemma);

struct Respelling {
  std::string form;                 // the nearest form; empty for a shortened word
  std::vector<std::string> lemmas;  // those of the near forms that lead somewhere, in order
};

// What a misspelt or shortened word was meant for. nullopt for a word that the dictionary knows with or without its
// diacritics, for numbers and codes, and where nothing near leads anywhere. Takes less than a millisecond.
std::optional<Respelling> respell(const store::Reader& index, const text::Token& word);

// A stretch of the question read in other words.
struct Respaced {
  std::vector<text::Token> tokens;
  std::set<std::size_t> changed;  // where those begin that were joined or split
};

// Neighbours joined and words split where one of them is unknown and the result leads somewhere. The parts of a split
// word have both its place.
Respaced respace(const store::Reader& index, std::string_view question, std::vector<text::Token> tokens);

}  // namespace kto::searchd
