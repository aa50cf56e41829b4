// Tables and paragraphs for people: columns aligned by what the eye sees (a Polish letter is one column, its combining
// marks none), long cells wrapped at blanks within their column.
//
//   2022-01-01  2023-11-15  58/12/2021, § 1 pkt 4   2) związane z bezpośrednim nadzorem nad realizacją zadań
//                                                   wykonywanych przez stanowiska pracy
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace kto::commands {

// Columns that a text takes on a terminal.
std::size_t width_of(std::string_view utf8);

// Lines of at most `width` columns, broken at blanks; a longer word stands alone. Newlines stay. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// A paragraph, each line after `indent` blanks.
void print_paragraph(std::ostream& out, std::string_view text, std::size_t indent, std::size_t columns);

// Rows of cells, two blanks between columns, `indent` blanks before. The last column is wrapped to what is left of
// `columns`; the others are as wide as their widest cell, but not over kWidestColumn.
class Table {
 public:
  explicit Table(std::vector<std::string> heading) : rows_{std::move(heading)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.size() < 2; }
  // The heading is left out when all its cells are empty.
  void print(std::ostream& out, std::size_t indent, std::size_t columns) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace kto::commands
