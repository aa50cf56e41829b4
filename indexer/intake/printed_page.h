// A page as printed: lines with their places. Points (1/72 inch) from the upper left corner, y downwards.
#pragma once

#include <string>
#include <vector>

namespace kto::intake {

struct PrintedWord {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;
  double size = 0;  // of the font, points
  bool blank_after = true;
};

struct PrintedLine {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;
  double size = 0;            // of most of its letters
  double first_word = 0;      // width of the first word: what a line before it would have had to hold
  bool opens_raised = false;  // begins with a footnote mark
};

struct PrintedPage {
  double width = 0, height = 0;
  std::vector<PrintedLine> lines;  // from top to bottom
  unsigned sideways = 0;           // words that run up or down the page: stamps, which are no text of it
};

struct Footnote {
  std::string mark;  // as in "[^1]"
  std::string text;
};

// Words in any order → lines. Raised small digits become footnote marks (superscript.h).
std::vector<PrintedLine> to_lines(std::vector<PrintedWord> words);

}  // namespace kto::intake
