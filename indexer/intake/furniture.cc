#include "indexer/intake/furniture.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>

#include "indexer/intake/label_like.h"
#include "indexer/law/ascii.h"
#include "indexer/text/normalize.h"

namespace kto::intake {
namespace {

// Headers and footers have a few lines (name of the office, its address, a page number).
constexpr unsigned kMostLayers = 6;
// What repeats stands in the outer parts of a page, this much of its height at most.
constexpr double kOuter = 0.2;
// A header may differ in places by this much, points: odd and even pages, a line more on the first.
constexpr double kDrift = 6;

// A header stands on so many of the pages around it (odd and even pages may have each their own, the first may have
// none); the same words at the top of two pages in ten are a coincidence of the text.
constexpr double kShare = 0.4;
constexpr std::size_t kAround = 4;

bool is_signature(std::string_view line) {
  const std::string folded = text::fold(line);
  const auto begins = [&](std::string_view words) { return folded.compare(0, words.size(), words) == 0; };
  if (begins("id: ") && folded.find("podpisany") != std::string::npos) return true;
  if (begins("id: ") && folded.find("strona ") != std::string::npos) return true;
  for (std::string_view words :
       {"elektronicznie podpisany przez", "dokument podpisany elektronicznie", "podpisano elektronicznie",
        "podpisany elektronicznie przez", "podpis jest prawidlowy", "podpis niezweryfikowany", "signature not verified",
        "signature valid", "digitally signed by", "dokument zostal podpisany elektronicznie"})
    if (begins(words)) return true;
  return false;
}

// The only number of a line that holds nothing else but a word for "page".
std::optional<unsigned> page_number(std::string_view line) {
  std::string folded = text::fold(line);
  for (std::string_view dash : {"–", "—"})
    for (std::size_t at; (at = folded.find(dash)) != std::string::npos;) folded.replace(at, dash.size(), "-");
  std::string words;
  std::vector<unsigned> numbers;
  for (std::size_t i = 0; i < folded.size();) {
    if (law::is_digit(folded[i])) {
      unsigned value = 0;
      for (; i < folded.size() && law::is_digit(folded[i]) && value < 100000; ++i)
        value = value * 10 + static_cast<unsigned>(folded[i] - '0');
      numbers.push_back(value);
      words += '#';
    } else {
      if (folded[i] != ' ') words += folded[i];
      ++i;
    }
  }
  if (numbers.empty()) return std::nullopt;
  for (std::string_view shape : {"#", "-#-", "#/#", "#z#", "strona#", "strona#z#", "strona#/#", "str.#", "str.#z#",
                                 "s.#", "strona:#", "[#]", "-#", "#-", "|#", "strona|#", "#|strona"})
    if (words == shape) return numbers.front();
  return std::nullopt;
}

// What browsers print around a page: its address below, the day and the hour above ("24.11.2026, 16:19 Zarządzenia").
bool is_browser_line(std::string_view line) {
  if (line.find("://") != std::string_view::npos && line.find("://") < 6) return true;
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < line.size() && law::is_digit(line[at])) ++at;
    return at > begin;
  };
  const auto one_of = [&](std::string_view marks) {
    return at < line.size() && marks.find(line[at]) != std::string_view::npos && ++at > 0;
  };
  return digits() && one_of("./-") && digits() && one_of("./-") && digits() && one_of(",") && one_of(" ") && digits() &&
         one_of(":") && digits();
}

// The line with its numbers taken out, and these. "Poz. 398 – 2 –" → "Poz. # – # –" {398, 2}.
struct Shape {
  std::string words;
  std::vector<unsigned> numbers;
};
Shape shape_of(std::string_view line) {
  Shape out;
  for (std::size_t i = 0; i < line.size();) {
    if (!law::is_digit(line[i])) {
      if (line[i] != ' ') out.words += line[i];
      ++i;
      continue;
    }
    unsigned value = 0;
    for (; i < line.size() && law::is_digit(line[i]); ++i) value = value * 10 + static_cast<unsigned>(line[i] - '0');
    out.numbers.push_back(value);
    out.words += '#';
  }
  return out;
}

// The same line on another page: the numbers are equal, or grow as the pages do.
bool is_same(const Shape& a, const Shape& b, unsigned pages_between) {
  if (a.words != b.words || a.numbers.size() != b.numbers.size()) return false;
  for (std::size_t i = 0; i < a.numbers.size(); ++i)
    if (a.numbers[i] != b.numbers[i] && a.numbers[i] + pages_between != b.numbers[i]) return false;
  return true;
}

// "§ 5" and "§ 6" at the top of two pages are provisions, and no header ends as an item of a list does.
bool is_provision(std::string_view line) {
  const auto label = label_like(line);
  if (label && label->rank != Rank::indent && label->rank != Rank::double_indent) return true;
  return !line.empty() && (line.back() == ';' || line.back() == ',' || line.back() == ':');
}

class Edge {
 public:
  Edge(std::vector<PrintedPage>& pages, bool top) : pages_(pages), top_(top) {}

  unsigned strip() {
    unsigned gone = 0;
    for (unsigned layer = 0; layer < kMostLayers; ++layer) {
      const std::vector<std::size_t> found = repeated();
      for (const std::size_t page : found) remove(page);
      gone += static_cast<unsigned>(found.size());
      if (found.empty()) break;
    }
    return gone;
  }

 private:
  const PrintedLine* outermost(std::size_t page) const {
    const auto& lines = pages_[page].lines;
    if (lines.empty()) return nullptr;
    const PrintedLine& line = top_ ? lines.front() : lines.back();
    const double height = pages_[page].height;
    const bool outer = top_ ? line.top < height * kOuter : line.bottom > height * (1 - kOuter);
    return outer ? &line : nullptr;
  }
  void remove(std::size_t page) {
    auto& lines = pages_[page].lines;
    lines.erase(top_ ? lines.begin() : std::prev(lines.end()));
  }

  // Pages whose outermost line is furniture.
  std::vector<std::size_t> repeated() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PrintedLine* line = outermost(i);
      if (line == nullptr) continue;
      const auto number = page_number(line->text);
      if ((number && *number == i + 1) || is_browser_line(line->text) || has_likes(i, *line, number.has_value()))
        out.push_back(i);
    }
    return out;
  }
  // The pages around are asked: a document may have several parts, each with headers of its own.
  bool has_likes(std::size_t page, const PrintedLine& line, bool is_number) const {
    if (!is_number && is_provision(line.text)) return false;
    const Shape shape = shape_of(line.text);
    std::size_t asked = 0, alike = 0;
    const std::size_t begin = page < kAround ? 0 : page - kAround;
    for (std::size_t other = begin; other < std::min(pages_.size(), page + kAround + 1); ++other) {
      if (other == page) continue;
      ++asked;
      const PrintedLine* their = outermost(other);
      if (their == nullptr) continue;
      const double drift = top_ ? their->top - line.top : their->bottom - line.bottom;
      if (std::abs(drift) > kDrift) continue;
      const Shape theirs = shape_of(their->text);
      const auto between = static_cast<unsigned>(std::max(other, page) - std::min(other, page));
      alike += (other > page ? is_same(shape, theirs, between) : is_same(theirs, shape, between)) ? 1 : 0;
    }
    return alike > 0 && static_cast<double>(alike) >= kShare * static_cast<double>(asked);
  }

  std::vector<PrintedPage>& pages_;
  bool top_;
};

}  // namespace

unsigned remove_furniture(std::vector<PrintedPage>& pages) {
  unsigned gone = 0;
  for (PrintedPage& page : pages) {
    const auto end = std::remove_if(page.lines.begin(), page.lines.end(),
                                    [](const PrintedLine& line) { return is_signature(line.text); });
    gone += static_cast<unsigned>(page.lines.end() - end);
    page.lines.erase(end, page.lines.end());
  }
  return gone + Edge(pages, true).strip() + Edge(pages, false).strip();
}

}  // namespace kto::intake
