// Sentences of running Polish text, by the rules of Unicode (UAX 29) and what they do not know of Polish: a stop after
// an abbreviation, an initial or the number of a list item ends nothing.
//
//   "Mieszkam przy ul. Polnej 3. Nie działa lampa." → "Mieszkam przy ul. Polnej 3.", "Nie działa lampa."
//
// The text should be valid UTF-8; bytes that are not belong to the sentence they stand in. May be called from any
// thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kto::text {

// Bytes [begin, end) of the text, without white space around.
struct Sentence {
  std::size_t begin = 0, end = 0;
  bool operator==(const Sentence&) const = default;
};

// In order; white space between them belongs to none. A line break ends a sentence: join lines before where it does
// not.
std::vector<Sentence> sentences(std::string_view utf8);

}  // namespace kto::text
