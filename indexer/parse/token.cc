#include "indexer/parse/token.h"

#include <algorithm>
#include <array>

#include "indexer/law/ascii.h"

namespace kto::parse {
namespace {

using law::Level;

struct LevelWord {
  std::string_view word;
  Level level;
};

// "ust." and "ust" alike: the dot is taken with the word.
constexpr std::array<LevelWord, 27> kLevels{
    {{"rozdział", Level::chapter},  {"rozdziale", Level::chapter}, {"rozdziału", Level::chapter},
     {"rozdziały", Level::chapter}, {"dział", Level::division},    {"dziale", Level::division},
     {"działu", Level::division},   {"§", Level::section},         {"&", Level::section},
     {"§§", Level::section},        {"art", Level::article},       {"ust", Level::paragraph},
     {"ustęp", Level::paragraph},   {"ustępie", Level::paragraph}, {"pkt", Level::point},
     {"punkt", Level::point},       {"punkcie", Level::point},     {"punkty", Level::point},
     {"ppkt", Level::subpoint},     {"podpunkt", Level::subpoint}, {"lit", Level::letter},
     {"litera", Level::letter},     {"literze", Level::letter},    {"tiret", Level::indent},
     {"tirecie", Level::indent},    {"paragraf", Level::section},  {"paragrafie", Level::section}}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

class Lexer {
 public:
  Lexer(const Source& source, Slice slice, std::vector<Token>& out) : text_(source.clean()), slice_(slice), out_(out) {}

  void run() {
    for (std::size_t at = slice_.begin; at < slice_.end;) at = text_[at] == ' ' ? at + 1 : next(at);
  }

 private:
  std::size_t add(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.text = text_.substr(begin, end - begin);
    token.where = {begin, end};
    if (kind == TokenKind::word) lower(token);
    out_.push_back(std::move(token));
    return end;
  }
  static void lower(Token& token) {
    for (char& c : token.text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  bool starts(std::size_t at, std::string_view mark) const { return text_.compare(at, mark.size(), mark) == 0; }

  std::size_t next(std::size_t at) {
    if (starts(at, "§§")) return level(at, at + 4, Level::section);
    if (starts(at, "§")) return level(at, at + 2, Level::section);
    for (std::string_view dash : {"-", "–", "—", "‑", "‒"})
      if (starts(at, dash)) return add(TokenKind::dash, at, at + dash.size());
    switch (text_[at]) {
      case '&':
        return level(at, at + 1, Level::section);
      case ',':
        return add(TokenKind::comma, at, at + 1);
      case ':':
        return add(TokenKind::colon, at, at + 1);
      case ';':
        return add(TokenKind::semicolon, at, at + 1);
      case '.':
        return add(TokenKind::stop, at, at + 1);
      default:
        break;
    }
    if (law::is_digit(text_[at])) return number(at);
    if (is_letter(text_[at])) return word(at);
    return add(TokenKind::other, at, at + 1);
  }
  std::size_t level(std::size_t begin, std::size_t end, Level which) {
    add(TokenKind::level, begin, end);
    out_.back().level = which;
    return end;
  }
  std::size_t number(std::size_t at) {
    std::size_t end = at;
    while (end < slice_.end && (law::is_digit(text_[end]) || (text_[end] >= 'a' && text_[end] <= 'z'))) ++end;
    return add(TokenKind::number, at, end);
  }
  std::size_t word(std::size_t at) {
    std::size_t end = at;
    while (end < slice_.end && is_letter(text_[end]) && !starts(end, "§") && !dash_or_mark(end)) ++end;
    if (end == at) ++end;
    add(TokenKind::word, at, end);
    for (const LevelWord& entry : kLevels) {
      if (out_.back().text != entry.word) continue;
      out_.back().kind = TokenKind::level;
      out_.back().level = entry.level;
      if (entry.level == Level::indent) merge_double();
      if (end < slice_.end && text_[end] == '.') out_.back().where.end = ++end;
    }
    return end;
  }
  // "podwójne tiret" is one level word.
  void merge_double() {
    if (out_.size() < 2 || out_[out_.size() - 2].text.compare(0, 7, "podwójn", 0, 7) != 0) return;
    out_.erase(out_.end() - 2);
    out_.back().level = Level::double_indent;
  }
  bool dash_or_mark(std::size_t at) const {
    for (std::string_view mark : {"–", "—", "‑", "‒", "„", "”", "“", "…"})
      if (starts(at, mark)) return true;
    return false;
  }

  std::string_view text_;
  Slice slice_;
  std::vector<Token>& out_;
};

}  // namespace

std::vector<Token> command_tokens(const Source& source, const Node& node) {
  std::vector<Token> out;
  for (const Slice& words : node.text) Lexer(source, words, out).run();
  for (const Quotation& quotation : node.quotations) {
    Token token;
    token.kind = TokenKind::quotation;
    token.where = quotation.whole;
    token.text = source.text(quotation.inside);
    token.quotation = &quotation;
    out.push_back(std::move(token));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Token& a, const Token& b) { return a.where.begin < b.where.begin; });
  return out;
}

}  // namespace kto::parse
