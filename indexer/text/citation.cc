#include "indexer/text/citation.h"

#include <unicode/uchar.h>

#include <array>

#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

struct Level {
  std::string_view word;     // lower case
  std::string_view printed;  // in the canonical form
  bool lettered = false;     // numbered by letters
};
// From the greatest to the smallest.
constexpr std::array<Level, 8> kLevels{{{"art", "art."},
                                        {"§", "§"},
                                        {"ust", "ust."},
                                        {"pkt", "pkt"},
                                        {"ppkt", "ppkt"},
                                        {"lit", "lit.", true},
                                        {"tiret", "tiret"},
                                        {"podwójne tiret", "podwójne tiret"}}};
constexpr std::size_t kNoLevel = kLevels.size();

// Digits of a number and letters of a later insertion: § 1234, pkt 13zaa.
constexpr std::size_t kMostDigits = 4, kMostLetters = 3;

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  void skip_blanks() {
    while (at_ < text_.size()) {
      const CodePoint c = decode(text_, at_);
      if (!u_isUWhiteSpace(static_cast<UChar32>(c.value))) return;
      at_ += c.length;
    }
  }

  bool skip(char wanted) {
    const bool found = at_ < text_.size() && text_[at_] == wanted;
    if (found) ++at_;
    return found;
  }

  // True at the end, and before anything that is not a letter or digit.
  bool at_boundary() const {
    if (at_ >= text_.size()) return true;
    const auto c = static_cast<UChar32>(decode(text_, at_).value);
    return !u_isalnum(c) && u_charType(c) != U_NON_SPACING_MARK;
  }

  // The level named here, the longest name first; kNoLevel where none is.
  std::size_t level() {
    for (std::size_t i = kLevels.size(); i-- > 0;) {
      const std::string_view word = kLevels[i].word;
      if (at_ + word.size() > text_.size() || lower(text_.substr(at_, word.size())) != word) continue;
      const std::size_t start = at_;
      at_ += word.size();
      if (i == 1 || at_boundary() || is_digit(text_[at_])) return i;
      at_ = start;
    }
    return kNoLevel;
  }

  // "13a", of a lettered level "za"; empty where none is.
  std::string ordinal(bool lettered) {
    std::string out;
    while (!lettered && at_ < text_.size() && is_digit(text_[at_])) out += text_[at_++];
    const std::size_t digits = out.size();
    while (at_ < text_.size() && is_letter(text_[at_])) out += text_[at_++];
    const std::size_t letters = out.size() - digits;
    const bool sound = lettered ? letters > 0 : digits > 0 && digits <= kMostDigits;
    return sound && letters <= kMostLetters && at_boundary() ? lower(out) : std::string();
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

struct Step {
  std::size_t level = kNoLevel;
  std::size_t end = 0;
  std::string printed;
};

Step read_step(std::string_view text, std::size_t at, std::size_t above) {
  Reader reader(text, at);
  const bool first = above == kNoLevel;
  Step step;
  step.level = reader.level();
  if (step.level == kNoLevel || (!first && step.level <= above)) return {};
  const Level& level = kLevels[step.level];
  const bool dot = reader.skip('.');
  if (first && level.lettered && !dot) return {};
  reader.skip_blanks();
  const std::string ordinal = reader.ordinal(level.lettered);
  if (ordinal.empty()) return {};
  step.end = reader.at();
  step.printed = std::string(level.printed) + " " + ordinal;
  return step;
}

// Where the next step may begin: behind blanks, and behind a "w".
std::size_t next_start(std::string_view text, std::size_t at) {
  Reader reader(text, at);
  reader.skip_blanks();
  const std::size_t plain = reader.at();
  if (!reader.skip('w')) return plain;
  if (!reader.at_boundary()) return plain;
  reader.skip_blanks();
  return reader.at();
}

}  // namespace

std::optional<CitationMatch> match_citation(std::string_view text, std::size_t at) {
  Step step = read_step(text, at, kNoLevel);
  if (step.level == kNoLevel) return std::nullopt;
  CitationMatch match;
  while (step.level != kNoLevel) {
    match.canonical += (match.canonical.empty() ? "" : " ") + step.printed;
    match.end = step.end;
    step = read_step(text, next_start(text, step.end), step.level);
  }
  return match;
}

}  // namespace kto::text
