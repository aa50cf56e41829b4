#include "indexer/parse/naming.h"

#include <algorithm>

namespace kto::parse {
namespace {

// A name this far behind a citation belongs to another sentence.
constexpr std::size_t kLongestName = 25;

bool is_word(const Token& token, std::string_view stem) {
  return token.kind == TokenKind::word && token.text.compare(0, stem.size(), stem) == 0;
}
bool is_any(const Token& token, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return is_word(token, stem); });
}

bool names_kind(const Token& token) {
  return is_any(token, {"zarządzeni", "uchwal", "uchwał", "rozporządzeni", "ustaw", "regulamin", "statu", "załącznik",
                        "decyzj", "obwieszczeni", "schema"});
}

bool names_document(const std::vector<Token>& tokens, std::size_t at) {
  return at + 1 < tokens.size() && (tokens[at].text == "w" || tokens[at].text == "we") && names_kind(tokens[at + 1]);
}

// „Wprowadza się następujące zmiany w Regulaminie”, „Dokonuje się zmian w Statucie”, „Zmienia się Regulamin”.
std::optional<std::size_t> named_behind_verb(const std::vector<Token>& tokens) {
  std::size_t at = 0;
  while (at < tokens.size() &&
         is_any(tokens[at], {"wprowadza", "dokonuje", "się", "następując", "zmian", "zmienia", "zmieniam"}))
    ++at;
  if (at < 2) return std::nullopt;
  if (names_document(tokens, at) || (at < tokens.size() && names_kind(tokens[at]))) return at;
  return std::nullopt;
}

// „W § 12 Regulaminu Organizacyjnego, stanowiącego załącznik do zarządzenia nr 5/2019, …”; nullopt when only "§ 12
// Regulaminu" is said.
std::optional<std::size_t> named_behind_citation(const std::vector<Token>& tokens) {
  std::size_t at = 0;
  const auto in_citation = [](const Token& token) {
    return token.kind == TokenKind::level || token.kind == TokenKind::number || token.kind == TokenKind::comma ||
           token.text == "w" || token.text == "i";
  };
  while (at < tokens.size() && in_citation(tokens[at])) ++at;
  if (at == 0 || at + 1 >= tokens.size() || !names_kind(tokens[at])) return std::nullopt;
  for (std::size_t i = at + 1; i < tokens.size() && i < at + kLongestName; ++i) {
    if (tokens[i].kind == TokenKind::level || tokens[i].kind == TokenKind::quotation) return std::nullopt;
    const bool day = tokens[i].text == "z" && i + 1 < tokens.size() && tokens[i + 1].text == "dnia";
    if (tokens[i].text == "nr" || day) return at;
  }
  return std::nullopt;
}

// Where the first command begins: at the first citation outside brackets, or a verb.
std::size_t command_begin(const std::vector<Token>& tokens, std::size_t from, bool below_citation) {
  int brackets = 0;
  for (std::size_t i = from; i + 1 < tokens.size(); ++i) {
    if (tokens[i].text == "(") ++brackets;
    if (tokens[i].text == ")" && brackets > 0) --brackets;
    if (brackets > 0) continue;
    if (is_any(tokens[i], {"wprowadza", "dokonuje"})) return tokens.size();
    const bool preposition =
        tokens[i].text == "w" || tokens[i].text == "we" || tokens[i].text == "po" || tokens[i].text == "do";
    const bool to_section = tokens[i + 1].kind == TokenKind::level && tokens[i + 1].level <= law::Level::section;
    if (preposition && to_section) return i;
    if (below_citation && (tokens[i].kind == TokenKind::level || tokens[i].kind == TokenKind::quotation ||
                           is_any(tokens[i], {"otrzymuj", "wyraz"})))
      return i;
    if (is_any(tokens[i], {"dodaje", "uchyla", "skreśla"})) return i;
    if (tokens[i].kind == TokenKind::level && tokens[i].level <= law::Level::section) return i;
  }
  return tokens.size();
}

// „… wprowadza się następujące zmiany:” ends with its colon; words after it are no part of it. A colon before it only
// opens a list of earlier acts: „zmienionym zarządzeniami: nr 7/2020 …”.
std::size_t end_of_words(const std::vector<Token>& tokens) {
  std::size_t end = tokens.empty() ? 0 : tokens.back().where.end;
  for (std::size_t i = tokens.size(); i > 1; --i) {
    if (tokens[i - 1].kind != TokenKind::colon) continue;
    end = tokens[i - 1].where.end;
    if (is_word(tokens[i - 2], "zmian")) break;
  }
  return end;
}

}  // namespace

std::optional<Naming> find_naming(const std::vector<Token>& tokens, bool anywhere) {
  Naming out;
  if (!names_document(tokens, 0)) {
    const auto behind_citation = named_behind_citation(tokens), behind_verb = named_behind_verb(tokens);
    out.below_citation = behind_citation && !anywhere;
    if (behind_citation || behind_verb) {
      out.begin = behind_citation ? *behind_citation : *behind_verb;
    } else {
      while (out.begin < tokens.size() && !names_document(tokens, out.begin)) ++out.begin;
      if (!anywhere || out.begin == tokens.size()) return std::nullopt;
    }
  }
  out.end = command_begin(tokens, out.begin, out.below_citation);
  out.end_byte = out.end < tokens.size() ? tokens[out.end].where.begin : end_of_words(tokens);
  return out;
}

bool names_regulation(const std::vector<Token>& tokens, const Naming& naming) {
  for (std::size_t i = naming.begin; i < std::min(naming.begin + 2, tokens.size()); ++i)
    if (is_any(tokens[i], {"regulamin", "statu"})) return true;
  return false;
}

}  // namespace kto::parse
