#include "indexer/intake/paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/intake/wrapping.h"

namespace kto::intake {
namespace {

// One line in so many may stand out of the text block, and one at least: a signature, a table.
constexpr std::size_t kOutliers = 30;
// Of so few lines each may be the widest of the block.
constexpr std::size_t kFew = 6;
// Where paragraphs are set apart, the smaller distances are those inside them: one line in so many.
constexpr std::size_t kInside = 4;
// Of running text one line in so many is full; a full line ends within the length of a short word, points.
constexpr std::size_t kFullLines = 3;
constexpr double kNear = 48;
// The right margin of a page is at most so many times as wide as the left one.
constexpr double kWidestMargin = 1.5;
// A blank is about a quarter of the size of the letters.
constexpr double kBlank = 0.25;
// Rounding of places in files, points.
constexpr double kRounding = 1;
// Lines this much further apart than usual, in sizes, begin a new paragraph.
constexpr double kExtraGap = 0.25;
// Letters larger or smaller by a tenth are a heading or a note.
constexpr double kSameSize = 0.1;

struct Block {
  double left = 0, right = 0;  // the margins of the text
  double leading = 0;          // from foot to foot of neighbouring lines
};

double nth(std::vector<double> values, std::size_t n) {
  if (values.empty()) return 0;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), values.end());
  return values[n];
}

// Of the pages as wide as this one: a page of a table on its side has margins of its own.
Block block_of(const std::vector<PrintedPage>& pages, const PrintedPage& like) {
  std::vector<double> lefts, rights, leadings;
  for (const PrintedPage& page : pages) {
    if (std::abs(page.width - like.width) > kRounding) continue;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      lefts.push_back(page.lines[i].left);
      rights.push_back(-page.lines[i].right);
      if (i > 0) leadings.push_back(page.lines[i].bottom - page.lines[i - 1].bottom);
    }
  }
  const std::size_t outliers = lefts.size() < kFew ? 0 : std::max<std::size_t>(1, lefts.size() / kOutliers);
  const double left = nth(lefts, outliers);
  double right = -nth(rights, outliers);
  // Where hardly a line comes near the right margin, it is no margin, only the end of the longest line.
  const auto near = std::count_if(rights.begin(), rights.end(), [&](double r) { return -r > right - kNear; });
  if (static_cast<std::size_t>(near) * kFullLines < rights.size())
    right = std::max(right, like.width - kWidestMargin * left);
  return {left, right, nth(leadings, leadings.size() / kInside)};
}

std::string all_text(const std::vector<PrintedPage>& pages) {
  std::string out;
  for (const PrintedPage& page : pages)
    for (const PrintedLine& line : page.lines) out += line.text + '\n';
  return out;
}

class Joiner {
 public:
  Joiner(const std::vector<PrintedPage>& pages, const WordList& dictionary)
      : pages_(pages), hyphenation_(all_text(pages), dictionary) {}

  Paragraphs run() {
    for (const PrintedPage& page : pages_) {
      const bool as_before = !blocks_known_ || std::abs(page.width - width_) > kRounding;
      if (as_before) block_ = block_of(pages_, page);
      blocks_known_ = true;
      width_ = page.width;
      page_begins_ = true;
      for (const PrintedLine& line : page.lines) {
        add(line);
        page_begins_ = false;
      }
    }
    end_paragraph();
    out_.hyphens = hyphenation_.joined();
    return std::move(out_);
  }

 private:
  void add(const PrintedLine& line) {
    if (last_ == nullptr || begins_paragraph(line)) {
      end_paragraph();
      text_ = line.text;
      first_left_ = line.left;
      next_left_ = -1;
      labels_.note(line.text);
    } else {
      text_ = joined(line.text);
      if (next_left_ < 0) next_left_ = line.left;
      ++out_.wrapped;
    }
    last_ = &line;
  }
  void end_paragraph() {
    if (!text_.empty()) out_.text += text_ + '\n';
    text_.clear();
  }

  std::string joined(const std::string& next) {
    if (Hyphenation::divides(text_, next)) return hyphenation_.join(text_, next);
    return ends_inside_word(text_) ? text_ + next : text_ + ' ' + next;
  }

  bool begins_paragraph(const PrintedLine& line) const {
    if (std::abs(line.size - last_->size) > last_->size * kSameSize) return true;
    if (Hyphenation::divides(text_, line.text) || cannot_end_with(text_)) return false;
    if (has_gap(line) || would_have_fitted(line) || opens_part(text_, line.text)) return true;
    const auto label = label_like(line.text);
    if (!label || label->citation) return false;
    // Lines that go on stand elsewhere than those that begin, and this one stands where paragraphs begin.
    const bool hanging = next_left_ >= 0 && std::abs(next_left_ - first_left_) > 3 * kRounding;
    if (hanging && std::abs(line.left - first_left_) <= kRounding) return true;
    return ends_item(text_, label->rank) && labels_.may_follow(*label);
  }

  bool has_gap(const PrintedLine& line) const {
    return !page_begins_ && line.bottom - last_->bottom > block_.leading + line.size * kExtraGap;
  }
  // The line before was left early: its writer ended a paragraph there.
  bool would_have_fitted(const PrintedLine& line) const {
    const double before = last_->left - block_.left, after = block_.right - last_->right;
    const bool centred = before > 2 * last_->size && std::abs(before - after) < last_->size;
    const double room = centred ? before + after : after;
    return line.first_word + kBlank * line.size <= room + kRounding / 2;
  }

  const std::vector<PrintedPage>& pages_;
  Hyphenation hyphenation_;
  Paragraphs out_;
  Block block_;
  bool blocks_known_ = false, page_begins_ = true;
  double width_ = 0;
  const PrintedLine* last_ = nullptr;
  std::string text_;                        // of the open paragraph
  double first_left_ = 0, next_left_ = -1;  // where its first and its second line begin; -1: there is no second
  LabelHistory labels_;
};

}  // namespace

Paragraphs to_paragraphs(const std::vector<PrintedPage>& pages, const WordList& dictionary) {
  return Joiner(pages, dictionary).run();
}

}  // namespace kto::intake
