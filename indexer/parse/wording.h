// Wording: commands in the words of practice → the words of the drafting rules. One table, so that the grammar knows
// one way to say a thing:
//
//   "w § 12 wykreśla się pkt 4"                    w § 12 skreśla się pkt 4
//   "dodaje się nowy ust. 3a o następującej treści"   dodaje się ust. 3a w brzmieniu
//   "§ 16 zostaje uchylony"                        § 16 uchyla się
//   "lit. c)", "lit. „c”"                          lit. c
#pragma once

#include <vector>

#include "indexer/parse/token.h"

namespace kto::parse {

// Each token keeps its place in the text; what a phrase was put for stands where the phrase began.
std::vector<Token> in_ruled_words(const std::vector<Token>& tokens);

// The sentence holds a verb of change with its object: "otrzymuje brzmienie", "uchyla się", "zastępuje się" …
bool holds_command(const std::vector<Token>& tokens);

}  // namespace kto::parse
