#include "indexer/parse/outline.h"

#include <algorithm>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

using law::Level;

// A jump in numbering larger than this is no list any more: "2023." at the start of a wrapped line is a year. Repealed
// numbers leave gaps in consolidated texts, so some jump must be allowed.
constexpr unsigned kLargestJump = 60;

class Builder {
 public:
  Builder(const Source& source, Slice range, const OutlineOptions& options)
      : source_(source), range_(range), options_(options) {}

  Outline run() {
    for (const Line& line : source_.lines()) {
      Slice part{std::max(line.text.begin, range_.begin), std::min(line.text.end, range_.end)};
      // „ 1. …”: a blank after the opening mark.
      while (!part.empty() && source_.clean()[part.begin] == ' ') ++part.begin;
      if (!part.empty()) add(part);
    }
    close_to(0);
    return std::move(out_);
  }

 private:
  const Quotation* opaque_at(std::size_t at) const {
    for (const Quotation& quotation : options_.opaque)
      if (quotation.whole.holds(at)) return &quotation;
    return nullptr;
  }

  void add(Slice line) {
    while (!line.empty()) {
      if (const Quotation* quotation = opaque_at(line.begin)) {
        add_quotation(*quotation);
        line.begin = quotation->whole.end;
        first_on_line_ = false;
        continue;
      }
      if (first_on_line_ && open_label(line)) continue;
      const Slice words = words_before_quotation(line);
      add_words(words);
      line.begin = words.end;
      first_on_line_ = false;
    }
    first_on_line_ = true;
  }

  Slice words_before_quotation(Slice line) const {
    for (const Quotation& quotation : options_.opaque)
      if (line.holds(quotation.whole.begin)) return {line.begin, quotation.whole.begin};
    return line;
  }

  void add_quotation(const Quotation& quotation) {
    if (open_.empty()) return;
    auto& all = open_.back().quotations;
    if (all.empty() || all.back().whole.begin != quotation.whole.begin) all.push_back(quotation);
    open_.back().whole.end = quotation.whole.end;
  }

  void add_words(Slice words) {
    if (open_.empty()) {
      out_.before.push_back(words);
      return;
    }
    auto& to = open_.back().closing.empty() ? open_.back().text : open_.back().closing;
    to.push_back(words);
    open_.back().whole.end = words.end;
  }

  // A dash opens a tiret after words that announce a list ("w tym:"), or after another tiret. After the last item of a
  // list it opens the words common to all items: "– lub ich przedstawiciele." (część wspólna, ZTP § 56).
  bool closes_list(const Label& label) const {
    if (label.level != Level::indent || open_.size() < 2 || open_.back().step.level == Level::indent) return false;
    const Node& item = open_.back();
    if (!item.closing.empty() || !item.quotations.empty() || item.text.empty()) return false;
    const std::string_view words = source_.text(item.text.back());
    return !words.empty() && words.find_last_not_of(' ') != std::string_view::npos &&
           words[words.find_last_not_of(' ')] != ':';
  }

  // Opens a node when a label starts here; `line` then goes on after it ("§ 3. 1. Text" opens two).
  bool open_label(Slice& line) {
    auto label = read_label(source_.text(line));
    if (!label) return false;
    if (label->dotted) label->level = dotted_level(*label, line);
    if (closes_list(*label)) {
      close_to(open_.size() - 1);
      open_.back().closing.push_back(line);
      open_.back().whole.end = line.end;
      line.begin = line.end;
      return true;
    }
    const std::size_t depth = depth_for(label->level);
    if (!numbered(*label, depth)) return false;
    close_to(depth);
    Node node;
    node.step = {label->level, label->number};
    node.dotted = label->dotted;
    node.indent = source_.indent(line.begin);
    node.labels.push_back({line.begin, line.begin + label->length});
    node.whole = {line.begin, line.begin + label->length};
    open_.push_back(std::move(node));
    line.begin += label->length;
    return true;
  }

  // "2." is an ustęp, and a point where it stands in a list that the words above announce: "Do zadań referatu należy:".
  // In converted pages every level may be written so; then it goes on with the list whose next number it is, and of
  // several such lists with the one that stands as far from the margin, then with the one whose items begin with a
  // capital letter as this does or does not, then with the innermost.
  Level dotted_level(const Label& label, Slice line) const {
    const std::size_t indent = source_.indent(line.begin);
    const bool upper = begins_upper(source_.text({line.begin + label.length, line.end}));
    const Node* best = nullptr;
    int most = -1;
    for (std::size_t i = open_.size(); i > 0; --i) {
      const Node& node = open_[i - 1];
      if (!node.dotted || label.number <= node.step.number) continue;
      const bool next = label.number.value <= node.step.number.value + 1;
      const bool same_case = !node.text.empty() && begins_upper(source_.text(node.text.front())) == upper;
      const int likeness = next ? 1 + 2 * (node.indent == indent ? 1 : 0) + (same_case ? 1 : 0) : 0;
      if (likeness > most) best = &node;
      most = std::max(most, likeness);
    }
    const bool first = label.number == law::Ordinal{1, ""};
    if (first && !open_.empty() && announces_list(open_.back())) return below(open_.back().step.level);
    return best != nullptr ? best->step.level : options_.dotted;
  }
  bool announces_list(const Node& node) const {
    if (node.text.empty() || is_heading(node.step.level)) return false;
    const std::string_view words = source_.text(node.text.back());
    const std::size_t last = words.find_last_not_of(' ');
    return last != std::string_view::npos && words[last] == ':';
  }
  static Level below(Level level) {
    return level < Level::point ? Level::point : level == Level::point ? Level::subpoint : Level::letter;
  }

  std::size_t depth_for(Level level) const {
    // The §§ of a chapter are cited without it, so a heading holds nothing.
    if (!open_.empty() && is_heading(open_.front().step.level)) return 0;
    std::size_t depth = 0;
    while (depth < open_.size() && open_[depth].step.level < level) ++depth;
    return depth;
  }

  static bool is_heading(Level level) { return level <= Level::chapter; }

  // The last node of the level in the list that a new one would join. Headings stand between §§ and do not count.
  const Node* last_sibling(std::size_t depth, Level level) const {
    if (depth < open_.size() && open_[depth].step.level == level) return &open_[depth];
    const auto& closed = depth == 0 ? out_.nodes : open_[depth - 1].children;
    const auto stops = [&](const Node& node) {
      return node.step.level == level || (!is_heading(node.step.level) && !is_heading(level));
    };
    const auto found = std::find_if(closed.rbegin(), closed.rend(), stops);
    return found != closed.rend() && found->step.level == level ? &*found : nullptr;
  }

  // Gives a tiret its number; tells whether the label goes on with the list it would belong to.
  bool numbered(Label& label, std::size_t depth) {
    const Node* last = last_sibling(depth, label.level);
    const bool same_level = last != nullptr;
    if (label.level == Level::indent || label.level == Level::double_indent) {
      label.number.value = same_level ? last->step.number.value + 1 : 1;
      return true;
    }
    if (!same_level || label.level == Level::chapter) return true;  // chapters may be numbered anew in each division
    const law::Ordinal& before = last->step.number;
    if (before < label.number && label.number.value <= before.value + kLargestJump) return true;
    const std::size_t at = last->whole.end;
    out_.diagnostics.push_back(source_.diagnostic(
        std::min(source_.clean().find_first_not_of("\n ", at), source_.clean().size()), law::Severity::warning,
        "numbering",
        "number " + law::to_string(label.number) + " cannot follow " + law::to_string(before) +
            "; the line was read as the end of the provision before it; mend the number if it is one"));
    return false;
  }

  void close_to(std::size_t depth) {
    while (open_.size() > depth) {
      Node node = std::move(open_.back());
      open_.pop_back();
      if (!open_.empty()) open_.back().whole.end = std::max(open_.back().whole.end, node.whole.end);
      (open_.empty() ? out_.nodes : open_.back().children).push_back(std::move(node));
    }
  }

  const Source& source_;
  Slice range_;
  const OutlineOptions& options_;
  Outline out_;
  std::vector<Node> open_;  // from the outermost to the innermost
  bool first_on_line_ = true;
};

}  // namespace

Outline read_outline(const Source& source, Slice range, const OutlineOptions& options) {
  return Builder(source, range, options).run();
}

std::string joined_text(const Source& source, const std::vector<Slice>& text) {
  std::string out;
  for (const Slice& slice : text) {
    std::string_view words = source.text(slice);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    if (words.empty()) continue;
    // A note was cut out before a stop.
    const bool stop = std::string_view(";,.:").find(words.front()) != std::string_view::npos;
    if (!out.empty() && !stop) out += ' ';
    out += words;
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

namespace {

// „zwanym dalej „Zespołem”, …”: in a provision the quoted words are part of the text. Pieces that touch are one.
std::vector<Slice> with_quotations(const Node& node) {
  std::vector<Slice> all = node.text;
  for (const Quotation& quotation : node.quotations) all.push_back(quotation.whole);
  std::sort(all.begin(), all.end(), [](const Slice& a, const Slice& b) { return a.begin < b.begin; });
  std::vector<Slice> out;
  for (const Slice& slice : all) {
    if (!out.empty() && out.back().end == slice.begin) {
      out.back().end = slice.end;
    } else {
      out.push_back(slice);
    }
  }
  return out;
}

}  // namespace

law::Provision to_provision(const Source& source, const Node& node, Ledger& ledger) {
  for (const Slice& label : node.labels) ledger.claim(label, law::SpanKind::label);
  for (const Slice& words : node.text) ledger.claim(words, law::SpanKind::provision);
  for (const Quotation& quotation : node.quotations) ledger.claim(quotation.whole, law::SpanKind::provision);
  law::Provision out;
  out.step = node.step;
  for (const Slice& words : node.closing) ledger.claim(words, law::SpanKind::provision);
  out.text = joined_text(source, with_quotations(node));
  out.closing = joined_text(source, node.closing);
  out.lines = source.line_numbers(node.whole);
  for (const Node& child : node.children) out.children.push_back(to_provision(source, child, ledger));
  return out;
}

}  // namespace kto::parse
