// Characters of ASCII, whatever the locale says: acts are numbered with these alone, and a byte of UTF-8 is none of
// them.
#pragma once

#include <string>
#include <string_view>

namespace kto::law {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The letters A to Z small, every other byte as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace kto::law
