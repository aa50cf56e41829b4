// Labels: how a provision announces itself at the start of a line. ZTP § 57, 124; "1/" and "&" are defects of real
// texts.
//
//   § 22b     § 1.     Art. 5.     2.     2)     2/     b)     –     – –     4-6) (uchylone)     Rozdział 3     DZIAŁ
//   II
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/law/citation.h"

namespace kto::parse {

struct Label {
  law::Level level = law::Level::section;
  law::Ordinal number;     // for a tiret: value 0 without letters, it has no number of its own
  std::size_t length = 0;  // bytes, the blank after it included
  bool dotted = false;     // "2.": an ustęp, or a point in some offices
};

std::optional<Label> read_label(std::string_view line);

// 14 of "XIV"; nullopt for what is no Roman number below 400.
std::optional<unsigned> parse_roman(std::string_view text);

// The text begins with a capital letter, Polish ones included.
bool begins_upper(std::string_view text);

// Bytes of a list bullet ("- ", "– ", "• ") at the start of a line; 0 when there is none.
std::size_t bullet_length(std::string_view line);

}  // namespace kto::parse
