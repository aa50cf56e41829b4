// What the words say about where a paragraph ends, for lines whose place on the page does not tell.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "indexer/intake/label_like.h"

namespace kto::intake {

// No paragraph ends with these: "… w ust.", "… z dnia", "… o którym mowa w".
bool cannot_end_with(std::string_view text);

// True when the text may be the end of a provision, so that one of this rank may begin: a stop, a comma, "oraz".
bool ends_item(std::string_view text, Rank next);

// True when a line opens a part of an act, whatever the line before it: "Na podstawie art. 33", "Rozdział 2", a
// quotation behind a colon, "Załącznik" behind a full stop, a signature behind the entry into force, a line in capitals
// behind one that is not.
bool opens_part(std::string_view before, std::string_view line);

// "IT-" of "IT-ES", "14-" of "14-18": what follows belongs to the same word.
bool ends_inside_word(std::string_view text);

// The labels so far: tells whether a number goes on with a list, or is a year or a citation at the start of a line.
class LabelHistory {
 public:
  // A line that begins a paragraph.
  void note(std::string_view line);
  bool may_follow(const LabelLike& label) const;

 private:
  std::array<std::vector<unsigned>, 7> numbers_;  // by rank, the latest last
};

}  // namespace kto::intake
