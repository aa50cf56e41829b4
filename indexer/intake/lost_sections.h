// Texts that have lost every "§": text layers and converters drop the sign and the line breaks with it.
//
//   Rozdział I Postanowienia ogólne 1 1. Ośrodek jest osobą prawną 2. Zadania określa ustawa. 2 Siedzibą jest miasto.
//
//   Rozdział I Postanowienia ogólne
//   § 1
//   1. Ośrodek jest osobą prawną
//   2. Zadania określa ustawa.
//   § 2 Siedzibą jest miasto.
//
// The numbers are found by their order: 1, 2, 3 … each after the end of a sentence or behind the heading of a chapter,
// before a capital letter. A text with a single "§" or "Art." is left alone.
#pragma once

#include <string>

namespace kto::intake {

// Puts the signs and line breaks back; returns how many signs. Fewer than two numbers in order prove nothing: 0, and
// the text stays as it is.
unsigned restore_sections(std::string& text);

}  // namespace kto::intake
