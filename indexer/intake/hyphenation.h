// A word divided at the end of a printed line: "zatru-" "dnienia" is one word, "finansowo-" "księgowy" keeps its
// hyphen.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace kto::intake {

// Tells whether a word, in lower case, is in the dictionary; empty: there is none.
using WordList = std::function<bool(std::string_view)>;

class Hyphenation {
 public:
  // `text`: the whole document, whose own words are believed before any dictionary.
  Hyphenation(std::string_view text, WordList dictionary);

  // True when the line ends in a divided word and the next goes on with it: a letter, a hyphen, a small letter.
  static bool divides(std::string_view line, std::string_view next);
  // The two lines as one, with the hyphen dropped or kept; counts what it drops.
  std::string join(std::string_view line, std::string_view next);
  unsigned joined() const { return joined_; }

 private:
  bool is_one_word(const std::string& first, const std::string& second) const;

  std::set<std::string, std::less<>> words_;  // of the document, lower case, with hyphens inside
  WordList dictionary_;
  unsigned joined_ = 0;
};

}  // namespace kto::intake
