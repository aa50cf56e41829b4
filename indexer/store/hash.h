// Hashes for fingerprints and for noticing damage, not against an adversary. Each step of both is a bijection of the
// state, so one changed byte always changes the hash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kto::store {

inline constexpr std::uint64_t kHashStart = 0xcbf29ce484222325U;

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. `state`: the hash of what stands before `bytes`.
constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t state = kHashStart) {
  for (char byte : bytes) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return state;
}

// The same eight bytes at a time, for whole files: several GiB a second where FNV-1a does not reach one. Of a hash over
// several blocks all but the last must be of a length that eight divides.
std::uint64_t hash_words(std::string_view bytes, std::uint64_t state = kHashStart);

// 16 hexadecimal digits.
std::string to_hex(std::uint64_t hash);
std::string hash_hex(std::string_view bytes);

}  // namespace kto::store
