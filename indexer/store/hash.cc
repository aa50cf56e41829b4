#include "indexer/store/hash.h"

namespace kto::store {

std::string to_hex(std::uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += kDigits[(hash >> shift) & 0xF];
  return hex;
}

std::string hash_hex(std::string_view bytes) {
  return to_hex(hash64(bytes));
}

}  // namespace kto::store
