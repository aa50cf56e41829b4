#include "indexer/commands/audit_references.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/parse/path.h"
#include "indexer/parse/target_list.h"

namespace kto::commands {
namespace {

using law::Level;
using parse::Token;
using parse::TokenKind;

struct LevelWord {
  std::string_view word;
  Level level;
};
constexpr std::array<LevelWord, 17> kLevels{{{"§", Level::section},
                                             {"art", Level::article},
                                             {"ust", Level::paragraph},
                                             {"ustępie", Level::paragraph},
                                             {"ustępu", Level::paragraph},
                                             {"ustępach", Level::paragraph},
                                             {"pkt", Level::point},
                                             {"punkcie", Level::point},
                                             {"punktu", Level::point},
                                             {"punktach", Level::point},
                                             {"ppkt", Level::subpoint},
                                             {"lit", Level::letter},
                                             {"literze", Level::letter},
                                             {"litery", Level::letter},
                                             {"literach", Level::letter},
                                             {"tiret", Level::indent},
                                             {"tirecie", Level::indent}}};

constexpr std::array<std::string_view, 5> kDashes{"-", "–", "—", "‑", "‒"};
constexpr std::array<std::string_view, 5> kQuotes{"„", "”", "“", "…", "\u00a0"};

// What stands behind a citation of another act, by the beginnings of words, in lower case but for the first letter.
constexpr std::array<std::string_view, 17> kOtherActs{
    "ustaw",    "rozporządzeni", "uchwał",     "zarządzeni", "kodeks",    "statut", "dyrektyw",  "konstytucj", "kpa",
    "obwieszc", "decyzj",        "porozumien", "umow",       "załącznik", "rodo",   "instrukcj", "ordynacj"};
// "tej ustawy", "ww. rozporządzenia", "wyżej wymienionej ustawy": words that may stand before.
constexpr std::array<std::string_view, 8> kPointers{"tej",       "tego",    "ww",      "wyżej",
                                                    "wymienion", "cytowan", "powołan", "tych"};

template <std::size_t N>
bool begins_any(std::string_view text, const std::array<std::string_view, N>& with) {
  return std::any_of(with.begin(), with.end(), [&](std::string_view each) { return text.starts_with(each); });
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    for (std::size_t at = 0; at < text_.size();) at = next(at);
    return std::move(out_);
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
  bool is_letter(std::size_t at) const {
    const char c = text_[at];
    if (is_lower(c) || (c >= 'A' && c <= 'Z')) return true;
    if ((static_cast<unsigned char>(c) & 0x80) == 0) return false;
    const std::string_view rest = text_.substr(at);
    return !rest.starts_with("§") && !begins_any(rest, kDashes) && !begins_any(rest, kQuotes);
  }

  std::size_t add(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.text = std::string(text_.substr(begin, end - begin));
    token.where = {begin, end};
    out_.push_back(std::move(token));
    return end;
  }
  std::size_t level(Level which, std::size_t begin, std::size_t end) {
    add(TokenKind::level, begin, end);
    out_.back().level = which;
    return end < text_.size() && text_[end] == '.' ? end + 1 : end;
  }

  std::size_t next(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("§")) return level(Level::section, at, at + (rest.starts_with("§§") ? 4 : 2));
    for (const std::string_view dash : kDashes)
      if (rest.starts_with(dash)) return add(TokenKind::dash, at, at + dash.size());
    for (const std::string_view mark : kQuotes)
      if (rest.starts_with(mark))
        return mark == kQuotes.back() ? at + mark.size() : add(TokenKind::other, at, at + mark.size());
    if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t') return at + 1;
    if (rest[0] == ',') return add(TokenKind::comma, at, at + 1);
    if (rest[0] == '.') return add(TokenKind::stop, at, at + 1);
    if (is_digit(rest[0])) return number(at);
    if (is_letter(at)) return word(at);
    return add(TokenKind::other, at, at + 1);
  }
  std::size_t number(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && (is_digit(text_[end]) || is_lower(text_[end]))) ++end;
    return add(TokenKind::number, at, end);
  }
  std::size_t word(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && is_letter(end)) ++end;
    std::string lower(text_.substr(at, end - at));
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    for (const LevelWord& entry : kLevels)
      if (lower == entry.word) return level(entry.level, at, end);
    add(TokenKind::word, at, end);
    out_.back().text = std::move(lower);
    return end;
  }

  std::string_view text_;
  std::vector<Token> out_;
};

class Finder {
 public:
  Finder(std::string_view text, const law::Citation& here) : text_(text), here_(here), tokens_(Lexer(text).run()) {}

  std::vector<law::Citation> run() {
    parse::Cursor cursor{tokens_, 0};
    while (!cursor.done()) {
      const Level first = cursor.peek()->level;
      const auto found = cursor.is(TokenKind::level) ? read(cursor) : std::nullopt;
      if (!found) {
        ++cursor.at;
        continue;
      }
      // A regulation divided into §§ that cites an article means a statute.
      const bool statute = first == Level::article && (here_.empty() || here_.steps()[0].level != Level::article);
      if (!statute && !of_another_act(cursor)) out_.insert(out_.end(), found->begin(), found->end());
    }
    return std::move(out_);
  }

 private:
  std::optional<std::vector<law::Citation>> read(parse::Cursor& cursor) const {
    parse::TargetList list(here_);
    bool separated = false;
    while (const auto group = parse::read_group(cursor)) {
      list.add(*group, separated);
      const auto next = next_group(cursor, separated);
      if (!next) break;
      cursor.at = *next;
    }
    return list.named() ? std::optional(list.citations()) : std::nullopt;
  }

  // Where the next level word stands, behind a comma or conjunction and a preposition; nullopt when none does.
  std::optional<std::size_t> next_group(parse::Cursor cursor, bool& separated) const {
    separated = false;
    if (cursor.is(TokenKind::comma) || is_conjunction(cursor)) {
      separated = true;
      ++cursor.at;
      if (is_conjunction(cursor)) ++cursor.at;
    }
    if (cursor.is_word("w") || cursor.is_word("z")) ++cursor.at;
    return cursor.is(TokenKind::level) ? std::optional(cursor.at) : std::nullopt;
  }
  static bool is_conjunction(const parse::Cursor& cursor) {
    return cursor.is_word("i") || cursor.is_word("oraz") || cursor.is_word("lub") || cursor.is_word("albo");
  }

  bool of_another_act(parse::Cursor cursor) const {
    while (cursor.is(TokenKind::word) && begins_any(cursor.peek()->text, kPointers)) {
      ++cursor.at;
      if (cursor.is(TokenKind::stop)) ++cursor.at;
    }
    if (!cursor.is(TokenKind::word)) return false;
    if (begins_any(cursor.peek()->text, kOtherActs)) return true;
    // "Regulaminu" alone is the one at hand; "Regulaminu Organizacyjnego Urzędu" is one of several.
    return cursor.is_stem("regulamin") && cursor.is(TokenKind::word, 1) && capitalised(*cursor.peek(1));
  }
  bool capitalised(const Token& token) const {
    const char c = text_[token.where.begin];
    return c >= 'A' && c <= 'Z';
  }

  std::string_view text_;
  const law::Citation& here_;
  std::vector<Token> tokens_;
  std::vector<law::Citation> out_;
};

}  // namespace

std::vector<law::Citation> find_references(std::string_view text, const law::Citation& here) {
  return Finder(text, here).run();
}

}  // namespace kto::commands
