// Code points of a request: parameters are bounded in them, and `matched` of an answer counts in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kto::api {

// The code points of a text; nullopt when it is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::u32string> decode_utf8(std::string_view bytes);

std::string encode_utf8(std::u32string_view code_points);

// At most `count` code points of a well-formed text, with "…" where it was cut.
std::string clipped(std::string_view text, std::size_t count);

// Upper case of the Latin letters that Polish uses; others stay as they are.
char32_t upper(char32_t letter);

// The text with its first letter in upper case, as names begin a line.
std::string capitalised(std::string_view text);

}  // namespace kto::api
