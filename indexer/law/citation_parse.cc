// Reading citations as people type them. The level words are matched without case and with or without their dot; a
// level may be left out only in the short form "§16/1/8", whose parts are of § / ust. / pkt / lit. / tiret, in this
// order but not each of them.
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

// Levels of the short form, which names none.
constexpr std::array kUnnamed{Level::paragraph, Level::point, Level::letter, Level::indent};

// A step as typed: without a level in the short form.
struct TypedStep {
  std::optional<Level> level;
  Ordinal number;
};

bool fits(Level level, const Ordinal& number) {
  return (number.value == 0) == (level == Level::letter);
}

// Each way to give the steps levels that go down, in the order of the levels. A tiret is only meant below a letter.
void add_readings(const std::vector<TypedStep>& typed, std::vector<Step>& so_far, std::vector<Citation>& readings) {
  if (so_far.size() == typed.size()) {
    readings.emplace_back(so_far);
    return;
  }
  const TypedStep& next = typed[so_far.size()];
  const auto go_on = [&](Level level) {
    const bool goes_down = so_far.empty() || so_far.back().level < level;
    const bool guessed_tiret = !next.level && level == Level::indent;
    if (!goes_down || !fits(level, next.number)) return;
    if (guessed_tiret && so_far.back().level != Level::letter) return;
    so_far.push_back({level, next.number});
    add_readings(typed, so_far, readings);
    so_far.pop_back();
  };
  if (next.level)
    go_on(*next.level);
  else
    for (const Level level : kUnnamed) go_on(level);
}

// `typed`: as people type into a search field, where more is a citation than in the text of an act.
class Reader {
 public:
  Reader(std::string_view text, bool typed) : text_(lower(text)), typed_(typed) {}

  // Empty: no citation.
  std::vector<TypedStep> read() {
    skip_blanks();
    if (typed_ && is_digit(peek())) return read_bare();
    while (!at_end()) {
      skip_preposition();
      const auto level = read_level();
      if (!level || !read_number(*level)) return {};
      skip_blanks();
    }
    return std::move(steps_);
  }

 private:
  // ASCII only: the few Polish letters of the level words are matched in lower case, which is how they are written.
  static std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return out;
  }
  static bool is_digit(char c) { return '0' <= c && c <= '9'; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
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
      // "p. 16" is a §, "§ 16 p. 8" a point of it.
      return entry.word == "p" && !steps_.empty() ? Level::point : entry.level;
    }
    return std::nullopt;
  }
  std::string_view word() {
    const std::size_t start = at_;
    while (std::isalnum(static_cast<unsigned char>(peek()))) ++at_;
    return std::string_view(text_).substr(start, at_ - start);
  }
  bool read_number(std::optional<Level> level) {
    const auto number = parse_ordinal(word());
    if (!number || (level && !fits(*level, *number))) return false;
    steps_.push_back({level, *number});
    if (level && *level != Level::section) {
      take(".");
      return true;
    }
    while (is_separator()) {
      ++at_;
      if (!read_unnamed()) return false;
    }
    take(".");
    return true;
  }
  // Of "§16/1", and where people type, of "§ 16.1".
  bool is_separator() const {
    return peek() == '/' || (typed_ && peek() == '.' && std::isalnum(static_cast<unsigned char>(peek(1))) != 0);
  }
  bool read_unnamed() {
    const auto number = parse_ordinal(word());
    if (!number) return false;
    steps_.push_back({std::nullopt, *number});
    return true;
  }
  // "16.1.8": no number of an act (19/2023), no day (15.11.2023) and no lone number is meant by it.
  std::vector<TypedStep> read_bare() {
    if (!read_number(Level::section) || !at_end() || steps_.size() < 2) return {};
    for (const TypedStep& step : steps_)
      if (step.number.value > kMostBare) return {};
    return std::move(steps_);
  }

  static constexpr unsigned kMostBare = 999;

  std::string text_;
  bool typed_;
  std::size_t at_ = 0;
  std::vector<TypedStep> steps_;
};

std::vector<Citation> readings(std::string_view text, bool typed) {
  std::vector<Citation> out;
  const std::vector<TypedStep> steps = Reader(text, typed).read();
  std::vector<Step> so_far;
  if (!steps.empty()) add_readings(steps, so_far, out);
  return out;
}

}  // namespace

std::optional<Citation> parse_citation(std::string_view text) {
  std::vector<Citation> found = readings(text, false);
  return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Citation> citation_readings(std::string_view text) {
  return readings(text, true);
}

}  // namespace kto::law
