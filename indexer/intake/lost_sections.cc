#include "indexer/intake/lost_sections.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/law/ascii.h"

namespace kto::intake {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'A' && text[0] <= 'Z') return true;
  for (std::string_view letter : {"Ą", "Ć", "Ę", "Ł", "Ń", "Ó", "Ś", "Ź", "Ż"})
    if (text.substr(0, letter.size()) == letter) return true;
  return false;
}

bool begins(std::string_view text, std::string_view word) {
  return text.substr(0, word.size()) == word;
}
bool ends(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

// "Rozdział 2", "Dział IV", "Załącznik nr 1": the number before them is a page's, the one behind them their own.
bool begins_heading(std::string_view text) {
  for (std::string_view word : {"Rozdział ", "ROZDZIAŁ ", "DZIAŁ ", "Załącznik ", "ZAŁĄCZNIK "})
    if (begins(text, word)) return true;
  return false;
}

bool ends_sentence(std::string_view before) {
  if (before.empty()) return true;
  if (before.back() != '.' && before.back() != ';' && before.back() != ':') return false;
  for (std::string_view word : {"ust.", "art.", "poz.", "lit.", "nr.", " r.", "U.", "t.", "ds.", "im.", "ul."})
    if (ends(before, word)) return false;
  return true;
}

class Restorer {
 public:
  explicit Restorer(const std::string& text) : text_(text) {}

  unsigned run(std::string& out) {
    for (std::size_t at = 0; at < text_.size(); at = next_word(at)) visit(at);
    if (sections_ < 2) return 0;
    out.clear();
    std::size_t copied = 0;
    for (const Break& each : breaks_) {
      std::size_t end = each.at;
      while (end > copied && is_blank(text_[end - 1])) --end;
      out += text_.substr(copied, end - copied);
      out += out.empty() ? each.sign : "\n" + each.sign;
      copied = each.at;
    }
    out += text_.substr(copied);
    return sections_;
  }

 private:
  struct Break {
    std::size_t at = 0;
    std::string sign;  // what was lost behind the line break
  };

  std::size_t next_word(std::size_t at) const {
    while (at < text_.size() && !is_blank(text_[at])) ++at;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }
  std::string_view rest(std::size_t at) const { return std::string_view(text_).substr(at); }
  std::string_view before(std::size_t at) const {
    std::string_view out = std::string_view(text_).substr(0, at);
    while (!out.empty() && is_blank(out.back())) out.remove_suffix(1);
    return out;
  }

  // The digits of the word at `at`; 0: it does not begin with a number.
  std::size_t digits(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && law::is_digit(text_[end]) && end - at < 4) ++end;
    return end - at;
  }
  bool is_number(std::size_t at, unsigned value) const {
    const std::size_t length = digits(at);
    return length > 0 && text_.compare(at, length, std::to_string(value)) == 0;
  }

  void visit(std::size_t at) {
    if (begins_heading(rest(at)) && opens_heading(at)) {
      breaks_.push_back({at, ""});
      heading_ = true;
      return;
    }
    if (is_section(at)) {
      breaks_.push_back({at, "§ "});
      ++sections_;
      paragraphs_ = 0;
      heading_ = false;
      return;
    }
    if (is_paragraph(at)) {
      breaks_.push_back({at, ""});
      ++paragraphs_;
    }
  }

  bool opens_heading(std::size_t at) const {
    const std::size_t number = next_word(at);
    return number < text_.size() && (law::is_digit(text_[number]) || text_[number] == 'I' || text_[number] == 'V' ||
                                     text_[number] == 'X' || begins(rest(number), "do"));
  }

  // The next § in order: a bare number before a capital letter, an ustęp or the § after it.
  bool is_section(std::size_t at) const {
    const std::size_t length = digits(at);
    if (!is_number(at, sections_ + 1) || at + length >= text_.size() || !is_blank(text_[at + length])) return false;
    const std::size_t next = next_word(at);
    if (next >= text_.size() || begins_heading(rest(next))) return false;
    const bool first_paragraph = is_number(next, 1) && begins(rest(next + 1), ".");
    const bool empty_section = is_number(next, sections_ + 2) && begins(rest(next + digits(next)), " ");
    if (!begins_upper(rest(next)) && !first_paragraph && !empty_section) return false;
    if (heading_ && !behind_heading_word(at)) return true;
    return sections_ > 0 && (ends_sentence(before(at)) || behind_empty_section(at));
  }
  bool behind_empty_section(std::size_t at) const {
    return !breaks_.back().sign.empty() && next_word(breaks_.back().at) == at;
  }
  bool behind_heading_word(std::size_t at) const {
    for (std::string_view word : {"Rozdział", "ROZDZIAŁ", "DZIAŁ", "nr", "Nr"})
      if (ends(before(at), word)) return true;
    return false;
  }

  // The next ustęp of the § in order: "2." before a capital letter.
  bool is_paragraph(std::size_t at) const {
    const std::size_t length = digits(at);
    if (sections_ == 0 || !is_number(at, paragraphs_ + 1) || !begins(rest(at + length), ". ")) return false;
    if (paragraphs_ == 0) return !breaks_.empty() && next_word(breaks_.back().at) == at;
    return begins_upper(rest(next_word(at)));
  }

  const std::string& text_;
  std::vector<Break> breaks_;
  unsigned sections_ = 0, paragraphs_ = 0;
  bool heading_ = false;  // behind the heading of a chapter, before its first §
};

}  // namespace

unsigned restore_sections(std::string& text) {
  for (std::string_view sign : {"§", "Art.", "\n& ", "paragraf"})
    if (text.find(sign) != npos) return 0;
  std::string restored;
  const unsigned count = Restorer(text).run(restored);
  if (count > 0) text = std::move(restored);
  return count;
}

}  // namespace kto::intake
