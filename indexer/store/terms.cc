#include "indexer/store/terms.h"

#include <algorithm>
#include <cstdint>

#include "indexer/store/codec.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace {

// The search library takes 245 bytes and counts a zero byte twice; 200 leaves room.
constexpr std::size_t kLongestTerm = 200;

}  // namespace

std::string term(Field field, std::string_view value) {
  return bounded(std::string(row(field).prefix).append(value));
}

std::string bounded(std::string name) {
  if (name.size() <= kLongestTerm) return name;
  const std::string hash = hash_hex(name);
  return name.substr(0, kLongestTerm - hash.size()).append(hash);
}

std::vector<std::string> code_and_prefixes(std::string_view code) {
  std::vector<std::string> codes;
  for (std::size_t dash = code.find('-'); dash != std::string_view::npos; dash = code.find('-', dash + 1))
    codes.emplace_back(code.substr(0, dash));
  codes.emplace_back(code);
  return codes;
}

std::string citation_key(const law::Citation& citation) {
  constexpr char kSuffixEnd = '\1';  // sorts before every letter, so that 1a < 1aa and 1 < 1a
  std::string key;
  for (const law::Step& step : citation.steps()) {
    key += static_cast<char>(static_cast<unsigned char>(step.level) + 1);
    key += static_cast<char>(step.number.value >> 8 & 0xFF);  // ordinals end at 9999
    key += static_cast<char>(step.number.value & 0xFF);
    key += step.number.suffix;
    key += kSuffixEnd;
  }
  return key;
}

std::string day_key(law::Date day) {
  const auto days = static_cast<std::uint32_t>((std::clamp(day, kFirstDay, kLastDay) - kFirstDay).count());
  return {static_cast<char>(days >> 16 & 0xFF), static_cast<char>(days >> 8 & 0xFF), static_cast<char>(days & 0xFF)};
}

std::string end_key(std::optional<law::Date> day) {
  return day_key(day.value_or(kLastDay));
}

Field field_of(const text::Reading& reading) {
  return reading.how == text::How::unknown ? Field::surface : Field::lemma;
}

bool has_readings(const text::Token& token) {
  return token.kind == text::TokenKind::word;
}

}  // namespace kto::store
