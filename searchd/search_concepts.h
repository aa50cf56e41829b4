// Concepts of the lexicon in a question: for what people say, what ordinances say is searched too.
//
//   "mail mi nie chodzi" → added: poczta, elektroniczny …   expansions: "poczta elektroniczna" for "mail"
#pragma once

#include <optional>
#include <vector>

#include "indexer/store/reader.h"
#include "indexer/text/concepts.h"
#include "searchd/search_words.h"

namespace kto::searchd {

// A word of the question as the lexicon sees it; "nie" is one, and no word that is searched.
struct SaidWord {
  text::Lemmas lemmas;
  std::optional<unsigned> word;  // its number among the words of the question
};

// Fills `added` and `expansions` of the question, whose words are set. A phrase is searched only if all its words occur
// in the index: of an office's tasks, "rejestracja" alone says nothing about the registration of cars.
void expand(const store::Reader& index, const std::vector<SaidWord>& said, Question& question);

}  // namespace kto::searchd
