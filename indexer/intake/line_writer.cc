#include "indexer/intake/line_writer.h"

#include <algorithm>
#include <cctype>

#include "indexer/intake/encoding_tables.h"
#include "indexer/text/utf8.h"

namespace kto::intake {
namespace {

std::size_t blank_length(std::string_view text) {
  if (std::isspace(static_cast<unsigned char>(text[0])) != 0) return 1;
  for (std::string_view blank : {"\u00a0", "\u2009", "\u202f", "\u2002", "\u2003"})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t invisible_length(std::string_view text) {
  for (std::string_view mark : {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"})
    if (text.starts_with(mark)) return mark.size();
  // Control characters have no meaning in text, and NUL would end it for some readers.
  return static_cast<unsigned char>(text[0]) < 0x20 || text[0] == 0x7f ? 1 : 0;
}

// "&#132;" was meant as Windows has it, and browsers read it so: „.
std::size_t windows_mark_length(std::string_view text) {
  if (text.size() < 2 || text[0] != '\xC2') return 0;
  const unsigned char code = static_cast<unsigned char>(text[1]);
  return code >= 0x80 && code < 0xA0 && kWindows1250[code - 0x80u] != 0 ? 2 : 0;
}

int occurrences(std::string_view text, std::string_view mark) {
  int count = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++count;
  return count;
}

}  // namespace

void LineWriter::words(std::string_view utf8) {
  while (!utf8.empty()) {
    std::size_t length = 0;
    if ((length = blank_length(utf8)) > 0) {
      blank_due_ = true;
    } else if ((length = windows_mark_length(utf8)) > 0) {
      std::string mark;
      text::append(mark, kWindows1250[static_cast<unsigned char>(utf8[1]) - 0x80u]);
      words_only(mark);
    } else if ((length = invisible_length(utf8)) == 0) {
      length = 1;
      words_only(utf8.substr(0, 1));
    }
    utf8.remove_prefix(length);
  }
}

void LineWriter::words_only(std::string_view utf8) {
  if (utf8.empty()) return;
  if (blank_due_ && !line_.empty()) line_ += ' ';
  blank_due_ = false;
  line_ += utf8;
}

void LineWriter::end_line() {
  blank_due_ = false;
  if (line_.empty()) return;
  const auto own = label_like(line_);
  const bool labelled = own.has_value() && !own->citation;
  const bool quotation = line_.starts_with("„") || line_.starts_with("\"") || line_.starts_with("“");
  if (!label_.empty() && !labelled && !quotation) {
    line_.insert(0, label_ + ' ');
  }
  note_label(line_);
  label_.clear();
  open_quotations_ = std::max(0, open_quotations_ + occurrences(line_, "„") - occurrences(line_, "”"));
  lines_.push_back(std::move(line_));
  line_.clear();
}

void LineWriter::note_label(std::string_view line) {
  // "§ 3. 1. Text" has two.
  for (auto label = label_like(line); label && !label->citation && label->length > 0; label = label_like(line)) {
    if (label->rank == Rank::section) labels_.clear();
    rank_ = label->rank;
    line.remove_prefix(label->length);
    labels_.push_back(std::move(*label));
    if (rank_ != Rank::section) break;
  }
}

Rank LineWriter::rank_of_number(const std::string& number) const {
  const auto found = std::find_if(labels_.rbegin(), labels_.rend(), [&](const LabelLike& label) {
    return label.number == number && label.rank != Rank::section;
  });
  return found == labels_.rend() ? Rank::none : found->rank;
}

void LineWriter::begin_cell(bool first, bool joins) {
  if (first) {
    end_line();
    row_line_ = lines_.size();
    return;
  }
  const std::size_t lines = lines_.size() - row_line_ + (line_.empty() ? 0 : 1);
  if (lines != 1 || !joins) return end_line();
  // The cell before was one line, perhaps already ended: it is taken back and gone on with.
  if (line_.empty()) {
    line_ = std::move(lines_.back());
    lines_.pop_back();
  }
  blank_due_ = true;
}

}  // namespace kto::intake
