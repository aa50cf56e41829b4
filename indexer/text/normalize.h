// Normalising: what every text goes through before it is compared. UTF-8 in, UTF-8 out.
//
// Text of ASCII and Polish letters, which is nearly all there is, takes a path without ICU; both paths give the same
// bytes. All functions are pure and may be called from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kto::text {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included); nullopt: all is
// valid.
std::optional<std::size_t> invalid_utf8(std::string_view bytes);

// Unicode normal form C. Here and below the text is valid UTF-8; bytes that are not come out as some other bytes.
std::string nfc(std::string_view utf8);

// Lower case by the full rules of Unicode, then NFC.
std::string lower(std::string_view utf8);

// Upper case by the full rules of Unicode, then NFC.
std::string upper(std::string_view utf8);

// Lower case without diacritics: "Żółć" → "zolc". Decomposing alone would leave ł as it is, so ł and its like (ø, đ, ß
// …) are in a table. Folding twice changes nothing.
std::string fold(std::string_view utf8);

// The Polish letters that a person typing without diacritics means by an ASCII letter: 'z' → "żź", 'b' → "". Lower
// case.
std::string_view polish_variants(char ascii);

}  // namespace kto::text
