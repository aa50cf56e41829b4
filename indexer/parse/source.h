// Source: a text as received, and the clean view of it that the parser reads.
//
// Texts come from web pages, PDF layers and converters: with Markdown marks, bullets before every list item, no-break
// blanks, page breaks in the middle of a list. The clean view drops all that, and remembers for each of its bytes where
// it came from, so that every finding has a place in the file and every byte can be accounted for:
//
//   raw    "#### „§ 14\n\n\n  - a) **kierownik** referatu\n"
//   clean  "„§ 14\na) kierownik referatu\n"
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/law/diagnostic.h"
#include "indexer/law/provision.h"

namespace kto::parse {

// Bytes [begin, end) of the clean text.
struct Slice {
  std::size_t begin = 0, end = 0;
  bool empty() const { return end <= begin; }
  bool holds(std::size_t at) const { return begin <= at && at < end; }
  bool operator==(const Slice&) const = default;
};

// A line of the clean text that is not blank; where line breaks were lost, an item of a list. `number` is its line in
// the file, 1-based.
struct Line {
  Slice text;  // without the line break
  unsigned number = 0;
};

// "[^3]" where it stood, and "[^3]: W brzmieniu ustalonym przez …" as its text.
struct FootnoteMark {
  std::size_t at = 0;  // byte of the clean text
  std::string id;
};
struct Footnote {
  std::string id;
  Slice text;
};

class Source {
 public:
  Source(std::string file, std::string raw);

  const std::string& file() const { return file_; }
  const std::string& raw() const { return raw_; }
  std::string_view clean() const { return clean_; }
  const std::vector<Line>& lines() const { return lines_; }
  const std::vector<FootnoteMark>& footnote_marks() const { return marks_; }
  const std::vector<Footnote>& footnotes() const { return footnotes_; }

  std::string_view text(Slice slice) const {
    return std::string_view(clean_).substr(slice.begin, slice.end - slice.begin);
  }
  // Where a byte of the clean text stands in the raw text.
  std::size_t origin(std::size_t at) const { return at < origin_.size() ? origin_[at] : raw_.size(); }
  // Bytes before it on its line of the file: how far a label stands from the margin.
  std::size_t indent(std::size_t at) const;
  unsigned line_number(std::size_t at) const;
  law::Lines line_numbers(Slice slice) const;
  law::Diagnostic diagnostic(std::size_t at, law::Severity severity, std::string code, std::string message) const;

 private:
  void add_line(std::size_t begin, std::size_t end, unsigned number);
  void add_items(Slice line, unsigned number);
  void put(std::size_t at, std::string_view bytes);

  std::string file_, raw_, clean_;
  std::vector<std::uint32_t> origin_;
  std::vector<Line> lines_;
  std::vector<FootnoteMark> marks_;
  std::vector<Footnote> footnotes_;
};

}  // namespace kto::parse
