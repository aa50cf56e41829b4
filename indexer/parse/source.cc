#include "indexer/parse/source.h"

#include <algorithm>

#include "indexer/parse/inline_list.h"
#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

// Bytes of the blank at the start of `text`: white space, no-break and zero-width blanks, byte order mark, page break.
std::size_t blank_length(std::string_view text) {
  if (text.empty()) return 0;
  const char c = text[0];
  if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return 1;
  for (std::string_view blank : {"\u00a0", "\u200b", "\u2009", "\u202f", "\ufeff"})
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

// Bytes of a footnote mark "[^12]" at the start of `text`.
std::size_t footnote_length(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const auto close = text.find(']');
  return close != std::string_view::npos && close < 10 ? close + 1 : 0;
}

// Bytes at the start of `text` that are marks of a converter and no words of the law.
std::size_t mark_length(std::string_view text) {
  if (text.starts_with("**") || text.starts_with("__")) return 2;
  if (text.starts_with("\u00ad")) return 2;  // soft hyphen
  if (text[0] == '*') return 1;
  if (text[0] == '\\' && text.size() > 1 && std::ispunct(static_cast<unsigned char>(text[1]))) return 1;
  return footnote_length(text);
}

bool opens_quotation(std::string_view text) {
  return text.starts_with("„") || text.starts_with("\"") || text.starts_with("“");
}

// A page number, or the footer of an electronic signature.
bool is_page_furniture(std::string_view line) {
  if (line.starts_with("Strona ") && line.size() < 24) return true;
  return line.size() <= 3 && std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Source::Source(std::string file, std::string raw) : file_(std::move(file)), raw_(std::move(raw)) {
  clean_.reserve(raw_.size());
  origin_.reserve(raw_.size());
  unsigned number = 0;
  for (std::size_t begin = 0; begin < raw_.size();) {
    const std::size_t end = std::min(raw_.find('\n', begin), raw_.size());
    add_line(begin, end, ++number);
    begin = end + 1;
  }
}

void Source::put(std::size_t at, std::string_view bytes) {
  for (const char byte : bytes) {
    clean_ += byte;
    origin_.push_back(static_cast<std::uint32_t>(at));
    if (at + 1 < raw_.size()) ++at;
  }
}

void Source::add_line(std::size_t begin, std::size_t end, unsigned number) {
  const std::string_view raw(raw_);
  const auto skip_blanks = [&](std::size_t at) {
    while (at < end) {
      const auto blank = blank_length(raw.substr(at, end - at));
      if (blank == 0) break;
      at += blank;
    }
    return at;
  };
  std::size_t at = skip_blanks(begin);
  while (at < end && raw[at] == '#') ++at;
  at = skip_blanks(at);
  const std::size_t note = footnote_length(raw.substr(at, end - at));
  const bool is_footnote = note > 0 && raw.substr(at + note, 1) == ":";
  // Converters set a bullet before every list item. Before a label or a quotation it says nothing; alone it is a tiret.
  if (const auto bullet = bullet_length(raw.substr(at, end - at))) {
    const std::size_t after = skip_blanks(at + bullet);
    const std::string_view rest = raw.substr(after, end - after);
    if (opens_quotation(rest) || (read_label(rest) && bullet_length(rest) == 0)) at = after;
  }
  const std::size_t line_begin = clean_.size();
  bool blank_due = false;
  while (at < end) {
    const std::string_view rest = raw.substr(at, end - at);
    if (const auto blank = blank_length(rest)) {
      blank_due = clean_.size() > line_begin;
      at += blank;
    } else if (const auto mark = mark_length(rest)) {
      if (const auto length = footnote_length(rest); length > 0 && !is_footnote)
        marks_.push_back({clean_.size(), std::string(rest.substr(2, length - 3))});
      at += mark;
    } else {
      if (blank_due) put(at - 1, " ");
      blank_due = false;
      put(at, rest.substr(0, 1));
      ++at;
    }
  }
  const Slice text{line_begin, clean_.size()};
  if (text.empty() || is_page_furniture(this->text(text))) {
    clean_.resize(line_begin);
    origin_.resize(line_begin);
    return;
  }
  if (is_footnote) {
    footnotes_.push_back({std::string(raw.substr(raw.find("[^", begin) + 2, note - 3)), text});
  } else {
    add_items(text, number);
  }
  put(end, "\n");
}

void Source::add_items(Slice line, unsigned number) {
  std::size_t begin = line.begin;
  for (const std::size_t at : inline_items(text(line))) {
    // The blank before the item stays between the two.
    lines_.push_back({{begin, line.begin + at - 1}, number});
    begin = line.begin + at;
  }
  lines_.push_back({{begin, line.end}, number});
}

std::size_t Source::indent(std::size_t at) const {
  const std::size_t place = origin(at), before = place == 0 ? std::string::npos : raw_.rfind('\n', place - 1);
  return place - (before == std::string::npos ? 0 : before + 1);
}

unsigned Source::line_number(std::size_t at) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), at,
                                      [](std::size_t a, const Line& line) { return a < line.text.begin; });
  return after == lines_.begin() ? 0 : std::prev(after)->number;
}

law::Lines Source::line_numbers(Slice slice) const {
  return {line_number(slice.begin), line_number(slice.end > slice.begin ? slice.end - 1 : slice.begin)};
}

law::Diagnostic Source::diagnostic(std::size_t at, law::Severity severity, std::string code,
                                   std::string message) const {
  const std::size_t place = origin(at);
  std::size_t begin = place;
  while (begin > 0 && raw_[begin - 1] != '\n') --begin;
  const std::size_t end = std::min(raw_.find('\n', begin), raw_.size());
  const auto code_points = [&](std::size_t from, std::size_t to) {
    return static_cast<unsigned>(std::count_if(raw_.begin() + static_cast<std::ptrdiff_t>(from),
                                               raw_.begin() + static_cast<std::ptrdiff_t>(to),
                                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  return {file_,           line_number(at),    code_points(begin, place) + 1,  severity,
          std::move(code), std::move(message), raw_.substr(begin, end - begin)};
}

}  // namespace kto::parse
