// LineWriter: running words with breaks → lines of text, as a browser would show them: blanks run together, a label
// stands at the start of its line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake/label_like.h"

namespace kto::intake {

class LineWriter {
 public:
  // UTF-8; white space and no-break blanks become one blank, soft hyphens and zero-width characters are dropped.
  void words(std::string_view utf8);
  // Words as they are to stand, in the middle of the line.
  void verbatim(std::string_view utf8) { words_only(utf8); }
  // The line ends here; blank lines are not kept.
  void end_line();
  // The next line begins with this label, unless it brings one of its own or begins with a quotation.
  void set_label(std::string label) { label_ = std::move(label); }
  // A cell of a table begins. `joins`: its words may go on in the line of the cells before it, where those are a line
  // and no more.
  void begin_cell(bool first, bool joins);

  std::string_view line() const { return line_; }
  bool line_is_empty() const { return line_.empty(); }
  const std::vector<std::string>& lines() const { return lines_; }
  // The rank of the last label written; what stands inside it is one below.
  Rank rank() const { return rank_; }
  // The rank of the last label with this number, of those since the last § sign; none when there is none.
  Rank rank_of_number(const std::string& number) const;
  // True while a „ is open: labels are those of another text, whatever list they stand in.
  bool in_quotation() const { return open_quotations_ > 0; }
  std::string_view last_line() const { return lines_.empty() ? std::string_view() : std::string_view(lines_.back()); }

 private:
  void words_only(std::string_view utf8);
  void note_label(std::string_view line);

  std::vector<std::string> lines_;
  std::string line_, label_;
  bool blank_due_ = false;
  std::size_t row_line_ = 0;  // how many lines there were when the row began
  Rank rank_ = Rank::none;
  std::vector<LabelLike> labels_;  // since the last § sign, and it
  int open_quotations_ = 0;
};

}  // namespace kto::intake
