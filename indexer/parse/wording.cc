#include "indexer/parse/wording.h"

#include <algorithm>
#include <array>

#include "indexer/parse/path.h"

namespace kto::parse {
namespace {

// Words of a phrase: "abc" the word, "abc*" its beginning, "§" any level word (it stays), "„" a quotation (it stays),
// "," a comma, ":" a colon, "%" a level word and "#" a number that go.
struct Phrase {
  std::string_view practice;
  std::string_view rules;  // put instead, before what stays
};

// Longer phrases first where one begins another.
constexpr std::array kPhrases{
    // repeal
    Phrase{"wykreśla się", "skreśla się"},
    Phrase{"wykreśla", "skreśla"},
    Phrase{"zostaj* skreślon*", "skreśla się"},
    Phrase{"zostaj* wykreślon*", "skreśla się"},
    Phrase{"zostaj* uchylon*", "uchyla się"},
    Phrase{"ulega* skreśleniu", "skreśla się"},
    Phrase{"ulega* wykreśleniu", "skreśla się"},
    Phrase{"ulega* uchyleniu", "uchyla się"},
    Phrase{"traci moc §", "uchyla się"},
    Phrase{"tracą moc §", "uchyla się"},
    Phrase{"skreślić", "skreśla się"},
    Phrase{"uchylić", "uchyla się"},
    // new wording
    Phrase{"zmienia się i otrzymuj* brzmienie", "otrzymuje brzmienie"},
    Phrase{"zmienia* brzmienie na", "otrzymuje brzmienie"},
    Phrase{"otrzymuj* następując* brzmienie", "otrzymuje brzmienie"},
    Phrase{"otrzymuj* następując* treść", "otrzymuje brzmienie"},
    Phrase{"otrzymuj* now* brzmienie", "otrzymuje brzmienie"},
    Phrase{"otrzymuj* now* treść", "otrzymuje brzmienie"},
    Phrase{"otrzymuj* treść", "otrzymuje brzmienie"},
    Phrase{"przyjmuj* brzmienie", "otrzymuje brzmienie"},
    Phrase{"otrzyma brzmienie", "otrzymuje brzmienie"},
    Phrase{"nadaje się now* brzmienie", "otrzymuje brzmienie"},
    Phrase{"nadaje się następując* brzmienie", "otrzymuje brzmienie"},
    Phrase{"nadaje się brzmienie", "otrzymuje brzmienie"},
    Phrase{"brzmienie zgodn* z załączniki*", "brzmienie określone w załączniku"},
    Phrase{"brzmienie jak w załącznik*", "brzmienie określone w załączniku"},
    Phrase{"brzmienie stanowiące załącznik", "brzmienie określone w załączniku"},
    Phrase{"brzmienie , jak w załącznik*", "brzmienie określone w załączniku"},
    Phrase{"brzmienie , zgodn* z załączniki*", "brzmienie określone w załączniku"},
    Phrase{"otrzymuj* odpowiednio brzmienie", "otrzymuje brzmienie"},
    Phrase{"zastępuje się następującym", "otrzymuje brzmienie"},
    Phrase{"zastępuje się brzmieniem", "otrzymuje brzmienie"},
    Phrase{"zastępuje się now* brzmieniem", "otrzymuje brzmienie"},
    Phrase{"nadając mu brzmienie", "otrzymuje brzmienie"},
    Phrase{"nadając mu now* brzmienie", "otrzymuje brzmienie"},
    Phrase{"zmienia się brzmienie", ""},
    Phrase{"zmienia się §", ""},
    Phrase{"zmianie ulega*", ""},
    Phrase{"ulega* zmianie i", ""},
    // additions
    Phrase{"dodać", "dodaje się"},
    Phrase{"dopisuje się", "dodaje się"},
    Phrase{"wstawia się", "dodaje się"},
    Phrase{"wprowadza się now* §", "dodaje się"},
    Phrase{"wprowadza się §", "dodaje się"},
    Phrase{"dodaje się now* §", "dodaje się"},
    Phrase{"dodaje się kolejn* §", "dodaje się"},
    Phrase{"dodaje się następując* §", "dodaje się"},
    Phrase{"o następującej treści", "w brzmieniu"},
    Phrase{"o następującym brzmieniu", "w brzmieniu"},
    Phrase{"w następującym brzmieniu", "w brzmieniu"},
    Phrase{"o treści", "w brzmieniu"},
    Phrase{"o brzmieniu", "w brzmieniu"},
    Phrase{", któr* otrzymuj* brzmienie", "otrzymuje brzmienie"},
    // words
    Phrase{"zastępuje się przez", "zastępuje się"},
    Phrase{"zastępuje się odpowiednio", "zastępuje się"},
    Phrase{"zastąpić", "zastępuje się"},
    Phrase{"stawia się przecinek", "dodaje się przecinek"},
    Phrase{"zamienia się na", "zastępuje się"},
    Phrase{"zmienia się na", "zastępuje się"},
    Phrase{"zostaj* zastąpion*", "zastępuje się"},
    Phrase{"w miejsce wyraz*", "wyrazy"},
    Phrase{"w miejsce słow*", "wyrazy"},
    Phrase{"w miejsce „", "wyrazy"},
    Phrase{"wpisuje się wyraz*", "dodaje się wyrazy"},
    Phrase{"wpisuje się słow*", "dodaje się wyrazy"},
    Phrase{"wpisuje się „", "dodaje się wyrazy"},
    Phrase{"wprowadza się wyraz*", "dodaje się wyrazy"},
    Phrase{"wprowadza się słow*", "dodaje się wyrazy"},
    Phrase{"wprowadza się „", "dodaje się wyrazy"},
    Phrase{"in fine", "na końcu"},
    Phrase{"na końcu zdania", "na końcu"},
    // corrections
    Phrase{"zamiast wyraz*", "wyrazy"},
    Phrase{"zamiast słow*", "wyrazy"},
    Phrase{"zamiast : „", "wyrazy"},
    Phrase{"zamiast „", "wyrazy"},
    Phrase{"jest : „", "wyrazy"},
    Phrase{"jest „", "wyrazy"},
    Phrase{"powin* być wyraz*", "zastępuje się wyrazami"},
    Phrase{"powin* być słow*", "zastępuje się wyrazami"},
    Phrase{"powin* być : „", "zastępuje się wyrazami"},
    Phrase{"powin* być „", "zastępuje się wyrazami"},
    Phrase{"winn* być wyraz*", "zastępuje się wyrazami"},
    Phrase{"winn* być : „", "zastępuje się wyrazami"},
    Phrase{"winn* być „", "zastępuje się wyrazami"},
    Phrase{"powin* brzmieć : „", "zastępuje się wyrazami"},
    Phrase{"prostuje się oczywist* omyłk* pisarsk*", ""},
    Phrase{"prostuje się oczywist* błąd pisarski", ""},
    Phrase{"prostuje się oczywist* omyłk*", ""},
    Phrase{"prostuje się omyłk* pisarsk*", ""},
    Phrase{"prostuje się omyłk*", ""},
    Phrase{"prostuje się błąd", ""},
    Phrase{"prostuje się błędy", ""},
    Phrase{"prostuje się", ""},
    Phrase{"w ten sposób , że", ""},
    Phrase{"w ten sposób , iż", ""},
    Phrase{"polegając* na tym , że", ""},
    // which text is meant
    Phrase{"o któr* mowa w % #", ""},
    Phrase{"wyraz* : „", "wyrazy"},
    Phrase{"słow* : „", "wyrazy"},
    // numbers
    Phrase{"otrzymuj* numer", "otrzymuje oznaczenie"},
    Phrase{"otrzymuj* nr", "otrzymuje oznaczenie"},
    Phrase{"otrzymuj* numerację", "otrzymuje oznaczenie"},
    Phrase{"otrzymuj* oznaczenie jako", "otrzymuje oznaczenie"},
    Phrase{"zmienia* numer* na", "otrzymuje oznaczenie"},
    Phrase{"staj* się", "otrzymuje oznaczenie"},
    Phrase{"wraz z §", ","},
    Phrase{"oznacz* się numer*", "oznacza się numerem"},
};

std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> out;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    out.push_back(phrase.substr(0, blank));
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
  return out;
}

bool stays(std::string_view word) {
  return word == "§" || word == "„";
}

bool is(const Token& token, std::string_view word) {
  if (word == "§") return token.kind == TokenKind::level;
  if (word == "„") return token.kind == TokenKind::quotation;
  if (word == ",") return token.kind == TokenKind::comma;
  if (word == ":") return token.kind == TokenKind::colon;
  if (word == "%") return token.kind == TokenKind::level;
  if (word == "#") return token.kind == TokenKind::number;
  if (token.kind != TokenKind::word) return false;
  if (word.back() != '*') return token.text == word;
  return token.text.compare(0, word.size() - 1, word.substr(0, word.size() - 1)) == 0;
}

bool stands_at(const std::vector<Token>& tokens, std::size_t at, const std::vector<std::string_view>& words) {
  if (at + words.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is(tokens[at + i], words[i])) return false;
  return true;
}

Token word_at(const Token& place, std::string_view word) {
  Token out;
  out.kind = word == "," ? TokenKind::comma : TokenKind::word;
  out.text = word;
  out.where = place.where;
  return out;
}

// "pkt 2)", "lit. c)": the bracket is that of the label. "lit. „c”": the letter.
void tidy_citations(std::vector<Token>& tokens) {
  int brackets = 0;
  std::vector<Token> out;
  for (Token& token : tokens) {
    if (token.text == "(") ++brackets;
    const bool after_number = out.size() > 1 &&
                              (out.back().kind == TokenKind::number || out.back().kind == TokenKind::word) &&
                              out.back().text.size() <= 4;
    if (token.text == ")" && token.kind == TokenKind::other && brackets == 0 && after_number) continue;
    if (token.text == ")" && brackets > 0) --brackets;
    const bool letter = token.kind == TokenKind::quotation && !out.empty() && out.back().kind == TokenKind::level &&
                        out.back().level == law::Level::letter;
    if (letter && token.quotation->inside.end - token.quotation->inside.begin <= 3 && !token.text.empty()) {
      out.push_back(word_at(token, token.text));
      continue;
    }
    out.push_back(std::move(token));
  }
  tokens = std::move(out);
}

}  // namespace

std::vector<Token> in_ruled_words(const std::vector<Token>& tokens) {
  static const auto kTable = [] {
    std::vector<std::pair<std::vector<std::string_view>, std::vector<std::string_view>>> out;
    out.reserve(kPhrases.size());
    for (const Phrase& phrase : kPhrases) out.emplace_back(words_of(phrase.practice), words_of(phrase.rules));
    return out;
  }();
  std::vector<Token> out;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto found =
        std::find_if(kTable.begin(), kTable.end(), [&](const auto& row) { return stands_at(tokens, at, row.first); });
    if (found == kTable.end()) {
      out.push_back(tokens[at++]);
      continue;
    }
    for (std::string_view word : found->second) out.push_back(word_at(tokens[at], word));
    for (std::size_t i = 0; i < found->first.size(); ++i)
      if (stays(found->first[i])) out.push_back(tokens[at + i]);
    at += found->first.size();
  }
  tidy_citations(out);
  return out;
}

bool holds_command(const std::vector<Token>& tokens) {
  const Cursor cursor{tokens};
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (cursor.is_stem("otrzymuj", at) && (cursor.is_word("brzmienie", at + 1) || cursor.is_word("oznaczenie", at + 1)))
      return true;
    if (!cursor.is_word("się", at + 1)) continue;
    for (std::string_view verb : {"uchyla", "skreśla", "dodaje", "zastępuje", "oznacza"})
      if (cursor.is_word(verb, at)) return true;
  }
  return false;
}

}  // namespace kto::parse
