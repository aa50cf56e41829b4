// Unit codes (symbole komórek): IT-ES-II, OM-IU-IV. What is a code and what a word with a hyphen:
//
//   written                  taken for
//   IT-ES, BRM-2A-I          code: capitals; two to six letters, then one or more parts of one to five letters or
//   digits,
//                            one of them with a letter
//   it-es-ii, It-Es-II       code: any case; two to four letters, short parts, the last a Roman numeral
//   it-es                    code only where it is known to be one: as letters it is no different from wi-fi
//   COVID-19, UTF-8, PIT-37  words and numbers: digits alone make no code, and a few hyphenated words are listed
//   E-MAIL, e-doręczenia     words: a code begins with two letters
//   SPOŁECZNO-GOSPODARCZY    words: too long
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analysis.h"

namespace kto::text {

// How many of the parts, from the first on, make a code; 0: none do. `parts` are NFC, letters and digits only.
std::size_t code_length(const std::vector<std::string>& parts, const KnownCodes& codes);

// The parts as a code is printed: in capitals, joined by hyphens.
std::string code_text(const std::vector<std::string>& parts, std::size_t count);

}  // namespace kto::text
