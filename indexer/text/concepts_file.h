// ConceptsFile: the lexicon as kto-concept-compiler leaves it beside the dictionary, its words looked up already.
// Reading the text of the lexicon costs a program more time at its start than everything else together; this file gives
// the same lexicon, to the last phrase.
//
//   file    = magic made_for number:lemmas {text} number:concepts {concept} number:faults {fault} checksum
//   concept = text:file number:line number:phrases {number:kind text number:words {number:lemmas {number}}}
//   fault   = text:file number:line text:message
//   number  = 7 bits a byte, lowest first, the top bit says that more follow; text = its bytes behind their number
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/concepts.h"

namespace kto::text {

// kto.lexicon has its lexicon in kto.concepts.
inline constexpr const char* kConceptsExtension = ".concepts";

// `made_for`: what it was made of, dictionary and lexicon; another one is not read.
std::string to_bytes(const Concepts& concepts, std::string_view made_for);

// False, and nothing of use in `concepts`, where the bytes are not what to_bytes gave for the same `made_for`, whatever
// they are.
bool read_bytes(std::string_view bytes, std::string_view made_for, Concepts& concepts);

}  // namespace kto::text
