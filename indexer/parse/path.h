// Paths: the citations inside a command. In a command every level takes its own preposition and the outer levels come
// from the context (ZTP § 89), lists and ranges stand for several provisions:
//
//   context § 3;  "ust. 1 pkt 4"              → § 3 ust. 1 pkt 4
//   context § 25; "ust. 1 w pkt 2 oraz w ust. 3 w pkt 2" → § 25 ust. 1 pkt 2, § 25 ust. 3 pkt 2
//   "§ 22g-22h" → § 22g, § 22h;  "pkt 1, 6 i 13-15" → pkt 1, 6, 13, 14, 15;  "lit. a i b";  "tiret drugie"
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "indexer/law/citation.h"
#include "indexer/parse/token.h"

namespace kto::parse {

// `at` moves over the tokens of one command.
struct Cursor {
  std::span<const Token> tokens;
  std::size_t at = 0;

  bool done() const { return at >= tokens.size(); }
  const Token* peek(std::size_t ahead = 0) const { return at + ahead < tokens.size() ? &tokens[at + ahead] : nullptr; }
  bool is(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead) != nullptr && peek(ahead)->kind == kind; }
  bool is_word(std::string_view word, std::size_t ahead = 0) const {
    return is(TokenKind::word, ahead) && peek(ahead)->text == word;
  }
  // Words given by their beginning: Polish endings follow.
  bool is_stem(std::string_view stem, std::size_t ahead = 0) const {
    return is(TokenKind::word, ahead) && peek(ahead)->text.compare(0, stem.size(), stem) == 0;
  }
};

// A level with its numbers: "pkt 1, 6 i 13-15".
struct Group {
  law::Level level = law::Level::section;
  std::vector<law::Ordinal> numbers;
};

// Reads a group at the cursor; nullopt, with the cursor unmoved, when none stands there.
std::optional<Group> read_group(Cursor& cursor);

// First, second …: "pierwsze", "drugim", "trzecie".
std::optional<unsigned> ordinal_word(std::string_view word);

// `base` cut to the levels above the group's, with each of the group's numbers appended.
std::vector<law::Citation> resolve(const law::Citation& base, const Group& group);

}  // namespace kto::parse
