// Stop words: words that carry no content in a question to an office (kto, gdzie, proszę, urząd); and words of asking,
// which carry little (zgłosić, chcemy, załatwić).
//
// The lists are corpus/lexicon/stop.txt and asking.txt, compiled in: they belong to the rules of this version, and a
// daemon that could not find them would answer every letter by its greetings.
#pragma once

#include "indexer/text/analysis.h"

namespace kto::text {

// True for a listed word, typed as listed or without any of its diacritics. For queries only: the index keeps all
// words.
bool is_stop_word(const Token& word);

// The same for words that count only where nothing else is asked: "gdzie zgłosić awarię" asks about a breakdown.
bool is_asking_word(const Token& word);

}  // namespace kto::text
