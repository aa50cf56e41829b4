// Encoding of a text that may be old: UTF-8, UTF-16 with a byte order mark, Windows-1250 or ISO-8859-2.
//
// The two eight-bit encodings agree on ć ę ł ń ó ż and differ on ą ś ź: a byte B9 inside a word is "ą" in one and "š"
// in the other. A text is converted only when that leaves no doubt; a guess would put wrong words into the law.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kto::intake {

struct Decoded {
  std::string text;      // UTF-8 without a byte order mark
  std::string encoding;  // "UTF-8", "UTF-16", "Windows-1250", "ISO-8859-2"
};

// `declared`: what the document says of itself ("iso-8859-2"); believed only where the bytes themselves do not decide.
std::optional<Decoded> decode(std::string_view bytes, std::string_view declared = {});

// The charset a web page declares for itself, in lower case; empty when it declares none.
std::string declared_charset(std::string_view bytes);

}  // namespace kto::intake
