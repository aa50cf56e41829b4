#include "indexer/intake/html.h"

#include <array>
#include <cctype>

#include "indexer/intake/html_list.h"
#include "indexer/intake/html_tree.h"
#include "indexer/intake/line_writer.h"
#include "indexer/intake/superscript.h"
#include "indexer/text/normalize.h"

namespace kto::intake {
namespace {

constexpr std::array<std::string_view, 34> kBlocks{
    "p",    "div",     "h1",       "h2",     "h3",         "h4",         "h5",    "h6",      "ul",
    "ol",   "li",      "table",    "tr",     "thead",      "tbody",      "tfoot", "caption", "section",
    "main", "article", "header",   "footer", "blockquote", "center",     "dl",    "dt",      "dd",
    "pre",  "address", "fieldset", "hr",     "figure",     "figcaption", "body"};

bool is_block(std::string_view name) {
  for (std::string_view block : kBlocks)
    if (name == block) return true;
  return false;
}

// "Liczba wejść: 3450": what the page counts, folded.
bool is_counter(std::string_view line) {
  // The words alone take this much at most.
  if (line.size() > 60) return false;
  const std::string folded = text::fold(line);
  for (std::string_view words :
       {"liczba wejsc", "liczba odwiedz", "liczba wyswietlen", "liczba odslon", "liczba pobran", "ilosc wejsc",
        "ilosc odwiedz", "ilosc wyswietlen", "licznik odwiedz", "odwiedzin:", "wyswietlen:", "odslon:"}) {
    if (folded.compare(0, words.size(), words) != 0) continue;
    return std::isdigit(static_cast<unsigned char>(folded.back())) != 0;
  }
  return false;
}

// How many blocks stand in a table cell: one or none in a table of words, many where a table lays out the page.
std::size_t blocks_in(const xmlNode* cell) {
  std::size_t count = 0;
  for (const xmlNode* child = cell->children; child != nullptr; child = child->next)
    count += is_block(element_name(child)) || element_name(child) == "br" ? 1 : 0;
  return count;
}

class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree) {}

  HtmlText run() {
    const xmlNode* root = tree_.content();
    for (const xmlNode* node = root; node != nullptr;) {
      const bool inside = enter(node) && node->type == XML_ELEMENT_NODE && node->children != nullptr;
      node = inside ? node->children : next_after(node, root, [this](const xmlNode* left) { leave(left); });
    }
    writer_.end_line();
    for (const std::string& line : writer_.lines()) {
      if (is_counter(line))
        ++out_.furniture;
      else
        out_.text += line + '\n';
    }
    out_.pictures = tree_.pictures();
    return std::move(out_);
  }

 private:
  // False when nothing below is to be read.
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      add_words(reinterpret_cast<const char*>(node->content));
      return false;
    }
    const std::string_view name = element_name(node);
    if (name.empty()) return false;
    if (tree_.is_furniture(node)) {
      ++out_.furniture;
      return false;
    }
    if (name == "sup") return add_superscript(node);
    if (name == "br") writer_.end_line();
    if (name == "td" || name == "th") {
      writer_.begin_cell(cells_++ == 0, blocks_in(node) < 2);
      cell_begins_ = true;
      return true;
    }
    if (is_block(name)) begin_block(node, name);
    return true;
  }

  void begin_block(const xmlNode* node, std::string_view name) {
    // <td><p>: the cell has begun the line already.
    if (!cell_begins_ || name != "p") writer_.end_line();
    if (name == "tr") cells_ = 0;
    if (name == "ol" || name == "ul")
      lists_.open({name == "ol", attribute(node, "type"), attribute(node, "start"), attribute(node, "style")},
                  {writer_.rank(), writer_.last_line(),
                   [this](const std::string& n) { return writer_.rank_of_number(n); }, writer_.in_quotation()});
    if (name == "li") writer_.set_label(lists_.next(attribute(node, "value")));
    if (name == "pre") ++preformatted_;
  }

  void leave(const xmlNode* node) {
    const std::string_view name = element_name(node);
    if (!is_block(name) || skipped(node)) return;
    writer_.end_line();
    if (name == "ol" || name == "ul") lists_.close();
    if (name == "pre") --preformatted_;
  }
  // What was not entered is not left either.
  bool skipped(const xmlNode* node) const { return tree_.is_furniture(node); }

  void add_words(std::string_view words) {
    if (words.find_first_not_of(" \t\r\n") != std::string_view::npos) cell_begins_ = false;
    if (preformatted_ == 0) return writer_.words(words);
    for (std::size_t begin = 0; begin <= words.size();) {
      const std::size_t end = std::min(words.find('\n', begin), words.size());
      writer_.words(words.substr(begin, end - begin));
      if (end < words.size()) writer_.end_line();
      begin = end + 1;
    }
  }

  bool add_superscript(const xmlNode* node) {
    bool linked = element_name(node->parent) == "a";
    for (const xmlNode* child = node->children; child != nullptr; child = child->next)
      linked = linked || element_name(child) == "a";
    std::string raised = written_superscript(text_below(node), writer_.line(), linked);
    const bool mark = raised.size() > 3 && raised.compare(0, 2, "[^") == 0;
    // At the start of a line it announces the words of the footnote.
    if (mark && writer_.line_is_empty()) raised += ":";
    if (mark)
      writer_.verbatim(raised);
    else
      writer_.words(raised);
    if (mark && raised.back() == ':') writer_.words(" ");
    return false;
  }

  const HtmlTree& tree_;
  LineWriter writer_;
  ListLabels lists_;
  HtmlText out_;
  unsigned cells_ = 0, preformatted_ = 0;
  bool cell_begins_ = false;
};

}  // namespace

HtmlText read_html(const std::string& utf8) {
  const HtmlTree tree(utf8);
  if (tree.content() == nullptr) return {};
  return Reader(tree).run();
}

}  // namespace kto::intake
