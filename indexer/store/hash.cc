#include "indexer/store/hash.h"

#include <bit>
#include <cstring>

namespace kto::store {
namespace {

constexpr std::size_t kWord = 8;

std::uint64_t step(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * 0x9e3779b97f4a7c15U;  // odd: a bijection
  return state ^ state >> 32;                    // likewise; brings the high half down
}

// Lowest byte first on any machine, so that an index may be carried to another.
std::uint64_t word_at(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

}  // namespace

std::uint64_t hash_words(std::string_view bytes, std::uint64_t state) {
  std::size_t at = 0;
  for (; at + kWord <= bytes.size(); at += kWord) state = step(state, word_at(bytes.data() + at, kWord));
  if (at < bytes.size()) state = step(state, word_at(bytes.data() + at, bytes.size() - at));
  return state;
}

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
