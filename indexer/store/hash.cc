#include "indexer/store/hash.h"

namespace kto::store {

std::string hash_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::uint64_t hash = hash64(bytes);
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += kDigits[(hash >> shift) & 0xF];
  return hex;
}

}  // namespace kto::store
