// Tokens of a command: the words of an amending sentence, outside quotations.
//
//   w § 22b ust. 1 po pkt 9 dodaje się pkt 10-11 w brzmieniu: „…”
//   word level number level number word level number word word level number dash number word word colon quotation
#pragma once

#include <string>
#include <vector>

#include "indexer/parse/outline.h"

namespace kto::parse {

enum class TokenKind : unsigned char { word, level, number, dash, comma, colon, semicolon, stop, quotation, other };

struct Token {
  TokenKind kind = TokenKind::other;
  std::string text;  // words in lower case (ASCII letters only), others as written; of a quotation what stands in it
  law::Level level = law::Level::section;
  Slice where;
  const Quotation* quotation = nullptr;  // owned by the node
};

// The tokens of a node's own words and quotations, in order of the text.
std::vector<Token> command_tokens(const Source& source, const Node& node);

}  // namespace kto::parse
