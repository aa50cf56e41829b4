// Unit codes (symbole komórek) as people type them, and codes near to one that nobody bears.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kto::api {

// Upper case, Polish letters included; no white space: " it-es-ii " → "IT-ES-II". Two codes that differ only in this
// are one.
std::string canonical_code(std::string_view code);

// True for the code itself and for what stands below it in the way codes are written: IT-ES-II is within IT-ES and IT,
// but not within IT-E. Both are canonical.
bool is_within(std::string_view code, std::string_view prefix);

// Up to five of `codes` (without repeats), nearest first: one typing slip away, or sharing the longest beginning.
std::vector<std::string> nearest_codes(std::string_view asked, const std::vector<std::string>& codes);

}  // namespace kto::api
