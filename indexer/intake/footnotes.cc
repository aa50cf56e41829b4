#include "indexer/intake/footnotes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "indexer/intake/label_like.h"

namespace kto::intake {
namespace {

// Footnotes are set at 8 or 9 points under text of 10 to 12.
constexpr double kSmaller = 0.93;

// The size of most letters of the document.
double body_size(const std::vector<PrintedPage>& pages) {
  std::map<int, std::size_t> letters;  // by size in tenths of a point
  for (const PrintedPage& page : pages)
    for (const PrintedLine& line : page.lines)
      letters[static_cast<int>(std::lround(line.size * 10))] += line.text.size();
  if (letters.empty()) return 0;
  return std::max_element(letters.begin(), letters.end(), [](auto& a, auto& b) { return a.second < b.second; })->first /
         10.0;
}

// "[^1] Zmiany …" or "1) Zmiany …": the number of the note that begins here.
std::optional<std::string> note_number(const PrintedLine& line, std::size_t& length) {
  if (line.text.compare(0, 2, "[^") == 0) {
    const std::size_t close = line.text.find(']');
    if (close == std::string::npos) return std::nullopt;
    length = close + 1;
    return line.text.substr(2, close - 2);
  }
  const auto label = label_like(line.text);
  if (!label || label->rank != Rank::point) return std::nullopt;
  length = label->length;
  return label->number;
}

class PageFoot {
 public:
  PageFoot(PrintedPage& page, double body) : page_(page), body_(body) {}

  // `last`: the note that the page before ended with, if any; it may go on here.
  std::vector<Footnote> take(Footnote* last) {
    std::vector<Footnote> out;
    const bool goes_on = last != nullptr && !last->text.empty() && last->text.back() != '.';
    const std::size_t begin = begin_of_notes(goes_on);
    for (std::size_t i = begin; i < page_.lines.size(); ++i) {
      std::size_t length = 0;
      const auto number = note_number(page_.lines[i], length);
      const bool begins = number && (out.empty() || begins_next(page_.lines[i], *number, out.back().mark));
      if (begins) out.push_back({*number, {}});
      add(begins ? std::string_view(page_.lines[i].text).substr(length) : page_.lines[i].text,
          out.empty() ? last->text : out.back().text);
    }
    page_.lines.resize(begin);
    return out;
  }

 private:
  static void add(std::string_view words, std::string& text) {
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    if (!text.empty() && !words.empty()) text += ' ';
    text += words;
  }
  // "357)." at the start of a line is the end of "Dz. U. poz. 357)" and no note.
  static bool begins_next(const PrintedLine& line, const std::string& number, const std::string& before) {
    return line.opens_raised || line.text.compare(0, 2, "[^") == 0 || value(number) == value(before) + 1;
  }
  static unsigned value(const std::string& number) {
    unsigned out = 0;
    for (const char c : number.substr(0, 4))
      out = c >= '0' && c <= '9' ? out * 10 + static_cast<unsigned>(c - '0') : out;
    return out;
  }

  // The small lines at the foot of the page, from the first that begins a note, or from the first at all where a note
  // goes on from the page before; the number of lines when there are none.
  std::size_t begin_of_notes(bool goes_on) const {
    std::size_t begin = page_.lines.size();
    for (std::size_t i = page_.lines.size(); i > 0 && page_.lines[i - 1].size < body_ * kSmaller; --i) {
      std::size_t length = 0;
      if (goes_on || note_number(page_.lines[i - 1], length)) begin = i - 1;
    }
    return begin;
  }

  PrintedPage& page_;
  double body_;
};

void rename_marks(PrintedPage& page, const std::string& from, const std::string& to) {
  for (PrintedLine& line : page.lines)
    for (std::size_t at = 0; (at = line.text.find(from, at)) != std::string::npos; at += to.size())
      line.text.replace(at, from.size(), to);
}

}  // namespace

std::vector<Footnote> take_footnotes(std::vector<PrintedPage>& pages) {
  const double body = body_size(pages);
  std::vector<Footnote> out;
  std::map<std::string, unsigned> used;
  for (PrintedPage& page : pages) {
    for (Footnote& note : PageFoot(page, body).take(out.empty() ? nullptr : &out.back())) {
      const unsigned times = ++used[note.mark];
      const std::string unique = times == 1 ? note.mark : note.mark + "_" + std::to_string(times);
      if (times > 1) rename_marks(page, "[^" + note.mark + "]", "[^" + unique + "]");
      out.push_back({unique, std::move(note.text)});
    }
  }
  return out;
}

}  // namespace kto::intake
