#include "indexer/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include "indexer/text/normalize.h"

namespace kto::text {
namespace {

// Folded, without the last stop. Those that as often end a sentence (r., w., itp., itd., etc.) are left out.
constexpr std::array<std::string_view, 72> kAbbreviations{
    "adw",  "al",  "art", "bl",  "bp",   "dot", "dr",  "dyr", "dz",  "ew",  "ewid", "fax",  "gen", "gm",  "godz",
    "hab",  "im",  "inz", "j",   "kier", "kl",  "kom", "ks",  "kpt", "l",   "lek",  "lic",  "lit", "lok", "m",
    "m.in", "mec", "mgr", "mjr", "np",   "nr",  "nw",  "o",   "ok",  "os",  "p",    "pkt",  "pl",  "plk", "pok",
    "por",  "pow", "poz", "pp",  "prof", "pt",  "ref", "red", "sp",  "sw",  "sygn", "szan", "sz",  "tel", "tj",
    "tyt",  "tzn", "tzw", "ul",  "ust",  "wew", "wg",  "woj", "ww",  "zal", "zast", "zob"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "J": one letter in upper case, Polish ones included.
bool is_initial(std::string_view word) {
  return !word.empty() && word.size() <= 2 && lower(word) != word && fold(word).size() == 1;
}

// Whether the stop at the end of the piece belongs to its last word and not to a sentence.
bool is_open(std::string_view piece) {
  if (piece.size() < 2 || piece.back() != '.') return false;
  piece.remove_suffix(1);
  auto begin = piece.size();
  while (begin > 0 && !is_space(piece[begin - 1]) && piece[begin - 1] != '(') --begin;
  const auto word = piece.substr(begin);
  if (is_initial(word)) return true;
  if (begin == 0 && is_number(word)) return true;  // "2. Proszę o …"
  const std::string folded = fold(word);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), folded) != kAbbreviations.end();
}

// An iterator costs 0.1 ms to make and is for one thread at a time.
icu::BreakIterator& iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> kIterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createSentenceInstance(icu::Locale("pl"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no sentence rules");
    return made;
  }();
  return *kIterator;
}

Sentence trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_space(text[begin])) ++begin;
  while (begin < end && is_space(text[end - 1])) --end;
  return {begin, end};
}

}  // namespace

std::vector<Sentence> sentences(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  icu::BreakIterator& breaks = iterator();
  breaks.setText(&text, status);
  std::vector<Sentence> found;
  if (U_SUCCESS(status)) {
    auto begin = static_cast<std::size_t>(breaks.first());
    for (auto next = breaks.next(); next != icu::BreakIterator::DONE; next = breaks.next()) {
      const auto end = static_cast<std::size_t>(next);
      const Sentence piece = trimmed(utf8, begin, end);
      const bool line_ends = end > begin && (utf8[end - 1] == '\n' || utf8[end - 1] == '\r');
      if (!line_ends && end < utf8.size() && is_open(utf8.substr(piece.begin, piece.end - piece.begin))) continue;
      if (piece.begin < piece.end) found.push_back(piece);
      begin = end;
    }
  }
  utext_close(&text);
  return found;
}

}  // namespace kto::text
