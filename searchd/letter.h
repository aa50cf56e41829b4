// Letters: a whole letter → who handles what it asks for, which sentences spoke for whom, and a slip to paste into the
// case system.
//
// A letter is cut into sentences (letter_sentences.h), those that count are each asked for as a question of its own,
// and their answers are counted as votes (letter_vote.h). So a second request is not drowned by the first, and a theme
// that is repeated ten times does not outvote one that is said once.
//
// Nothing of a letter is kept, and none of these functions lets a word of it into an error.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searchd/answer.h"

namespace kto::store {
class Reader;
}

namespace kto::searchd {

struct LetterQuery {
  std::string subject, text;  // valid UTF-8; either may be empty
  law::Date as_of;
  std::string office;  // empty: all
  auto operator<=>(const LetterQuery&) const = default;
};

// A sentence of the letter that spoke for a holder.
struct SpokenSentence {
  std::string text;  // as written
  // [start, end) in Unicode code points of the letter's text; none: it is the subject given beside the text.
  std::optional<std::pair<unsigned, unsigned>> span;
  double weight = 0;  // 0 to 1
};

struct HolderEvidence {
  Holder holder;
  std::vector<SpokenSentence> sentences;  // the weightiest first
  std::string group = {};                 // AcrossGroup::id of its kind, of a letter to a country; else empty
};

struct Routing {
  Answer answer;  // best first; where a letter asks several things, one holder for each before others
  std::vector<HolderEvidence> evidence;  // of the holders of the answer that a sentence spoke for, in their order
  std::string slip;                      // plain text, lines end with \n; the same for the same letter, day and index
};

// May be called by several threads, each with its own reader.
Routing route(const store::Reader& index, const LetterQuery& query);

}  // namespace kto::searchd
