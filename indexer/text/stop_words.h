// Stop words: words that carry no content in a question to an office (kto, gdzie, proszę, urząd).
//
// The list is corpus/lexicon/stop.txt, compiled in: it belongs to the rules of this version, and a daemon that could
// not find it would answer every letter by its greetings.
#pragma once

#include "indexer/text/analysis.h"

namespace kto::text {

// True for a listed word, typed as listed or without any of its diacritics. For queries only: the index keeps all
// words.
bool is_stop_word(const Token& word);

}  // namespace kto::text
