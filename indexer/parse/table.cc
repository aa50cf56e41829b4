#include "indexer/parse/table.h"

#include <algorithm>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

constexpr auto npos = std::string_view::npos;
// Two rows may be a wrapped sentence.
constexpr std::size_t kFewestRows = 3;

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != npos; });
}

// The heads of the columns.
bool is_head(std::string_view line) {
  return holds_any(line, {"Symbol", "symbol", "Skrót", "skrót", "SYMBOL"}) &&
         holds_any(line, {"Nazwa ", "nazwa ", "NAZWA "}) && line.back() != '.';
}

// "BR", "GKOŚ", "IT-ES": no lower-case letter.
bool is_symbol(std::string_view word) {
  return begins_upper(word) && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_row(std::string_view line) {
  const std::size_t first = line.find(' '), last = line.rfind(' ');
  if (first == npos) return false;
  return (is_symbol(line.substr(last + 1)) && begins_upper(line)) ||
         (is_symbol(line.substr(0, first)) && begins_upper(line.substr(first + 1)));
}

Node row_of(Slice line, std::size_t number) {
  Node row;
  row.step = {law::Level::point, {static_cast<unsigned>(number), ""}};
  row.text = {line};
  row.whole = line;
  return row;
}

class TableReader {
 public:
  TableReader(const Source& source, std::vector<law::Diagnostic>& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  void visit(Node& node) {
    if (node.children.empty() && node.step.level < law::Level::point) read(node);
    for (Node& child : node.children) visit(child);
  }

 private:
  void read(Node& node) {
    const auto head = std::find_if(node.text.begin(), node.text.end(),
                                   [&](const Slice& line) { return is_head(source_.text(line)); });
    if (head == node.text.end()) return;
    const auto first = head + 1;
    const auto rows =
        std::count_if(first, node.text.end(), [&](const Slice& line) { return is_row(source_.text(line)); });
    if (static_cast<std::size_t>(rows) < kFewestRows || rows * 2 < node.text.end() - first) return;
    for (auto line = first; line != node.text.end(); ++line) add(node, *line);
    diagnostics_.push_back(source_.diagnostic(head->begin, law::Severity::info, "table-read",
                                              "the rows of this table are cited as its points, in their order"));
    node.text.erase(first, node.text.end());
  }
  void add(Node& node, Slice line) {
    node.children.push_back(row_of(line, node.children.size() + 1));
    if (!is_row(source_.text(line)))
      diagnostics_.push_back(source_.diagnostic(line.begin, law::Severity::warning, "row-not-understood",
                                                "this line of a table is no row of a name and a symbol"));
  }

  const Source& source_;
  std::vector<law::Diagnostic>& diagnostics_;
};

}  // namespace

void read_tables(const Source& source, std::vector<Node>& nodes, std::vector<law::Diagnostic>& diagnostics) {
  TableReader reader(source, diagnostics);
  for (Node& node : nodes) reader.visit(node);
}

}  // namespace kto::parse
