#include "indexer/parse/unnumbered.h"

#include <algorithm>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

// Two pairs may be chance ("OR" and "SM" in a sentence of their own); a table of units has more.
constexpr std::size_t kFewestRows = 3;
// "GKOŚ", "WZPŚ", "BDAiK": longer ones are words.
constexpr std::size_t kLongestCode = 7;

std::size_t upper_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) count += begins_upper(text.substr(at)) ? 1 : 0;
  return count;
}
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// "BB", "GKOŚ", "Or": all capitals, or a capital and at most two letters.
bool is_code(std::string_view word) {
  if (!begins_upper(word) || word.find_first_of(" .,:;()") != std::string_view::npos) return false;
  const std::size_t length = letters(word);
  return length <= kLongestCode && length >= 2 && (upper_letters(word) == length || length <= 3);
}

struct Row {
  std::vector<Slice> cells;  // code, name
};

class Reader {
 public:
  Reader(const Source& source, Slice range) : source_(source) {
    for (const Line& line : source.lines())
      if (line.text.begin >= range.begin && line.text.begin < range.end) lines_.push_back(line.text);
  }

  Outline run() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t next = i;
      if (opens_list(i)) {
        next = read_list(i);
      } else if (!labelled(i)) {
        next = read_table(i);
      }
      if (next == i) outside_.push_back(lines_[next++]);
      i = next;
    }
    tell();
    return std::move(out_);
  }

 private:
  std::string_view text(std::size_t i) const { return source_.text(lines_[i]); }
  bool labelled(std::size_t i) const { return read_label(text(i)).has_value(); }

  bool opens_list(std::size_t i) const {
    return !labelled(i) && text(i).back() == ':' && i + 1 < lines_.size() && labelled(i + 1);
  }
  // A line in capital letters behind a full stop goes on with nothing.
  bool ends_list(std::size_t i) const {
    if (labelled(i)) return false;
    const std::string_view before = text(i - 1);
    return opens_list(i) || ((before.back() == '.' || before.back() == ';') && begins_upper(text(i)));
  }

  Node section(std::vector<Slice> words, Slice whole) {
    Node node;
    node.step = {law::Level::section, {static_cast<unsigned>(out_.nodes.size()) + 1, ""}};
    node.text = std::move(words);
    node.whole = whole;
    return node;
  }

  std::size_t read_list(std::size_t i) {
    std::size_t end = i + 1;
    while (end < lines_.size() && !ends_list(end)) ++end;
    Slice opening = lines_[i];
    // "Wydział zajmuje się … . Do zadań wydziału należy:": the last sentence opens the list.
    if (const std::size_t stop = text(i).rfind(". "); stop != std::string_view::npos) {
      outside_.push_back({opening.begin, opening.begin + stop + 1});
      opening.begin += stop + 2;
    }
    OutlineOptions options;
    options.dotted = law::Level::point;
    Outline list = read_outline(source_, {lines_[i + 1].begin, lines_[end - 1].end}, options);
    Node node = section({opening}, {opening.begin, lines_[end - 1].end});
    node.children = std::move(list.nodes);
    out_.diagnostics.insert(out_.diagnostics.end(), list.diagnostics.begin(), list.diagnostics.end());
    out_.nodes.push_back(std::move(node));
    return end;
  }

  // Cells of one row may stand on two lines, and those of two rows out of order: a name belongs to the first code that
  // has none.
  std::size_t read_table(std::size_t begin) {
    std::vector<Row> rows;
    std::size_t named = 0, at = begin;
    for (; at < lines_.size() && !labelled(at); ++at) {
      const std::string_view line = text(at);
      const std::size_t blank = std::min(line.find(' '), line.size());
      const Slice code{lines_[at].begin, lines_[at].begin + blank};
      if (is_code(line)) {
        rows.push_back({{lines_[at]}});
      } else if (named < rows.size()) {
        rows[named++].cells.push_back(lines_[at]);
      } else if (is_code(line.substr(0, blank)) && begins_upper(line.substr(std::min(blank + 1, line.size())))) {
        rows.push_back({{code, {code.end + 1, lines_[at].end}}});
        ++named;
      } else {
        break;
      }
    }
    if (rows.size() < kFewestRows || named < rows.size()) return begin;
    add_table(rows, lines_[at - 1].end);
    return at;
  }
  void add_table(const std::vector<Row>& rows, std::size_t end) {
    // The title of a table and the heads of its columns are its last words before it.
    constexpr std::size_t kHeadLines = 2;
    const std::size_t head = std::min(kHeadLines, outside_.size());
    std::vector<Slice> words(outside_.end() - static_cast<std::ptrdiff_t>(head), outside_.end());
    outside_.resize(outside_.size() - head);
    const std::size_t begin = words.empty() ? rows.front().cells.front().begin : words.front().begin;
    Node node = section(std::move(words), {begin, end});
    for (const Row& row : rows) {
      Node point;
      point.step = {law::Level::point, {static_cast<unsigned>(node.children.size()) + 1, ""}};
      point.text = row.cells;
      point.whole = {row.cells.front().begin, std::max(row.cells.front().end, row.cells.back().end)};
      node.children.push_back(std::move(point));
    }
    out_.nodes.push_back(std::move(node));
  }

  void tell() {
    out_.before = std::move(outside_);
    if (out_.nodes.empty()) return;
    const std::string last = std::to_string(out_.nodes.size());
    out_.diagnostics.push_back(source_.diagnostic(
        out_.nodes.front().whole.begin, law::Severity::info, "unnumbered",
        "the text has no §: its lists and tables are cited as § 1" + (last == "1" ? "" : " to § " + last) +
            " in their order; " + std::to_string(out_.before.size()) + " lines stand outside them"));
  }

  const Source& source_;
  std::vector<Slice> lines_, outside_;
  Outline out_;
};

}  // namespace

Outline read_unnumbered(const Source& source, Slice range) {
  return Reader(source, range).run();
}

}  // namespace kto::parse
