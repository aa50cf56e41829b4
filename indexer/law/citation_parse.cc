// Reading citations as people type them. The level words are matched without case and with or without their dot; a
// level may be left out only in the short form "§16/1/8", whose parts are § / ust. / pkt / lit. in this order.
#include <array>
#include <cctype>
#include <vector>

#include "indexer/law/citation.h"

namespace kto::law {
namespace {

struct LevelWord {
  std::string_view word;
  Level level;
};

// Longer spellings first: a prefix must not win ("par" before "paragraf").
constexpr std::array<LevelWord, 24> kLevelWords{{
    {"podwójne tiret", Level::double_indent},
    {"podwojne tiret", Level::double_indent},
    {"rozdział", Level::chapter},
    {"rozdzial", Level::chapter},
    {"paragraf", Level::section},
    {"artykuł", Level::article},
    {"artykul", Level::article},
    {"podpunkt", Level::subpoint},
    {"litera", Level::letter},
    {"ustęp", Level::paragraph},
    {"ustep", Level::paragraph},
    {"punkt", Level::point},
    {"dział", Level::division},
    {"tiret", Level::indent},
    {"ppkt", Level::subpoint},
    {"par", Level::section},
    {"art", Level::article},
    {"ust", Level::paragraph},
    {"pkt", Level::point},
    {"lit", Level::letter},
    {"tir", Level::indent},
    {"§", Level::section},
    {"&", Level::section},  // seen for § in old municipal texts
    {"p", Level::section},
}};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(lower(text)) {}

  std::optional<Citation> read() {
    std::vector<Step> steps;
    skip_blanks();
    while (!at_end()) {
      skip_preposition();
      const auto level = read_level();
      if (!level) return std::nullopt;
      if (!steps.empty() && *level <= steps.back().level) return std::nullopt;
      if (!read_number(*level, steps)) return std::nullopt;
      skip_blanks();
    }
    if (steps.empty()) return std::nullopt;
    return Citation(std::move(steps));
  }

 private:
  // ASCII only: the few Polish letters of the level words are matched in lower case, which is how they are written.
  static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
  }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(std::string_view word) {
    if (text_.compare(at_, word.size(), word) != 0) return false;
    at_ += word.size();
    return true;
  }
  void skip_blanks() {
    while (take(" ") || take("\t") || take("\u00a0") || take(",")) {
    }
  }
  void skip_preposition() {
    if (text_.compare(at_, 2, "w ") == 0) at_ += 2;
    skip_blanks();
  }
  std::optional<Level> read_level() {
    for (const LevelWord& entry : kLevelWords) {
      if (!take(entry.word)) continue;
      const bool letters_go_on = std::isalpha(static_cast<unsigned char>(peek())) != 0;
      if (letters_go_on) {
        at_ -= entry.word.size();
        continue;
      }
      take(".");
      skip_blanks();
      return entry.level;
    }
    return std::nullopt;
  }
  std::string_view word() {
    const std::size_t start = at_;
    while (std::isalnum(static_cast<unsigned char>(peek()))) ++at_;
    return std::string_view(text_).substr(start, at_ - start);
  }
  bool read_number(Level level, std::vector<Step>& steps) {
    const auto number = parse_ordinal(word());
    if (!number || (number->value == 0) != (level == Level::letter)) return false;
    steps.push_back({level, *number});
    take(".");
    return level != Level::section || read_slashes(steps);
  }
  // §16/1/8/a
  bool read_slashes(std::vector<Step>& steps) {
    constexpr std::array kBelow{Level::paragraph, Level::point, Level::letter};
    for (std::size_t i = 0; peek() == '/'; ++i) {
      ++at_;
      const auto number = parse_ordinal(word());
      if (i >= kBelow.size() || !number || (number->value == 0) != (kBelow[i] == Level::letter)) return false;
      steps.push_back({kBelow[i], *number});
    }
    return true;
  }

  std::string text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Citation> parse_citation(std::string_view text) {
  return Reader(text).read();
}

}  // namespace kto::law
