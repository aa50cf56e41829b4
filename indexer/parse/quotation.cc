#include "indexer/parse/quotation.h"

#include <algorithm>

#include "indexer/parse/label.h"

namespace kto::parse {
namespace {

constexpr std::string_view kLow = "„", kHigh = "”", kHighOpen = "“";

class Finder {
 public:
  Finder(const Source& source, Slice range) : text_(source.clean()), range_(range) {}

  std::vector<Quotation> run() {
    std::vector<Quotation> out;
    for (std::size_t at = range_.begin; at < range_.end;) {
      const auto quotation = starts(at, kLow) ? low(at) : text_[at] == '"' ? straight(at) : Quotation{};
      if (quotation.whole.empty()) {
        ++at;
        continue;
      }
      out.push_back(quotation);
      at = quotation.whole.end;
    }
    return out;
  }

 private:
  bool starts(std::size_t at, std::string_view mark) const { return text_.compare(at, mark.size(), mark) == 0; }

  // Nothing but a stop between `at` and the end of its line.
  bool line_ends(std::size_t at) const {
    while (at < range_.end && (text_[at] == ' ' || text_[at] == ';' || text_[at] == ',' || text_[at] == '.')) ++at;
    return at >= range_.end || text_[at] == '\n';
  }
  // The line after the one of `at` starts with a label, or there is none.
  bool label_follows(std::size_t at) const {
    const std::size_t line = std::min(text_.find('\n', at), range_.end);
    if (line + 1 >= range_.end) return true;
    const std::size_t end = std::min(text_.find('\n', line + 1), range_.end);
    return read_label(text_.substr(line + 1, end - line - 1)).has_value();
  }

  Quotation low(std::size_t begin) const {
    int depth = 0;
    for (std::size_t at = begin; at < range_.end; ++at) {
      if (starts(at, kLow)) ++depth;
      if ((starts(at, kHigh) || starts(at, kHighOpen)) && --depth == 0)
        return make(begin, kLow.size(), at, kHigh.size());
    }
    return unclosed(begin);
  }

  // „…" with a straight closing mark, or no closing mark at all: the first mark that ends its line before a label.
  Quotation unclosed(std::size_t begin) const {
    for (std::size_t at = begin + kLow.size(); at < range_.end; ++at) {
      const std::size_t mark = text_[at] == '"' ? 1 : starts(at, kHigh) ? kHigh.size() : 0;
      if (mark > 0 && line_ends(at + mark) && label_follows(at)) return make(begin, kLow.size(), at, mark);
    }
    return up_to_entry_into_force(begin, kLow.size());
  }
  // No mark anywhere: what the act says of its own entry into force is no part of the quoted text.
  Quotation up_to_entry_into_force(std::size_t begin, std::size_t open) const {
    std::size_t end = range_.end;
    for (std::size_t at = text_.find("\n§", begin); at < range_.end; at = text_.find("\n§", at + 1)) {
      const std::string_view section = text_.substr(at + 1, text_.find("\n§", at + 1) - at - 1);
      if (section.find("wchodzi w życie") != std::string_view::npos) end = at;
    }
    Quotation rest = make(begin, open, end, 0);
    rest.closed = false;
    return rest;
  }

  Quotation straight(std::size_t begin) const {
    const bool block = begin == range_.begin || text_[begin - 1] == '\n' || after_colon(begin);
    for (std::size_t at = begin + 1; at < range_.end; ++at) {
      if (text_[at] != '"') continue;
      if (!block || (line_ends(at + 1) && label_follows(at))) return make(begin, 1, at, 1);
    }
    return up_to_entry_into_force(begin, 1);
  }
  bool after_colon(std::size_t at) const {
    while (at > range_.begin && text_[at - 1] == ' ') --at;
    return at > range_.begin && text_[at - 1] == ':';
  }

  static Quotation make(std::size_t begin, std::size_t open, std::size_t close, std::size_t mark) {
    return {{begin, close + mark}, {begin + open, close}, true};
  }

  std::string_view text_;
  Slice range_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Source& source, Slice range) {
  return Finder(source, range).run();
}

}  // namespace kto::parse
