#include "indexer/store/codec.h"

#include <limits>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace {

constexpr std::size_t kChecksumBytes = 4;

std::string checksum(std::string_view bytes) {
  std::uint64_t hash = hash_words(bytes);
  hash ^= hash >> 32;
  std::string out;
  for (std::size_t i = 0; i < kChecksumBytes; ++i, hash >>= 8) out += static_cast<char>(hash & 0xFF);
  return out;
}

}  // namespace

void record_damaged(const std::string& what) {
  throw law::Error("record-damaged", "A record of the index is damaged: " + what + ".",
                   "Build the index again with kto-indexer build.");
}

std::string sealed(std::string bytes) {
  bytes += checksum(bytes);
  return bytes;
}

Encoder::Encoder() : bytes_(1, static_cast<char>(kRecordVersion)) {}

void Encoder::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void Encoder::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

void Encoder::flag(bool value) {
  bytes_ += value ? '\1' : '\0';
}

void Encoder::day(law::Date value) {
  if (value < kFirstDay || value > kLastDay) record_damaged("a day outside the years 1000 to 9999 was to be written");
  number(static_cast<std::uint64_t>((value - kFirstDay).count()));
}

void Encoder::optional_day(std::optional<law::Date> value) {
  flag(value.has_value());
  if (value) day(*value);
}

void Encoder::optional_text(const std::optional<std::string>& value) {
  flag(value.has_value());
  if (value) text(*value);
}

void Encoder::validity(const law::Validity& value) {
  day(value.from);
  optional_day(value.to);
}

std::string Encoder::finish() {
  return sealed(std::move(bytes_));
}

std::string Encoder::finish_part() {
  return bytes_.substr(1);
}

Decoder Decoder::of_part(std::string_view part) {
  Decoder in;
  in.rest_ = part;
  return in;
}

Decoder::Decoder(std::string_view record) {
  if (record.size() < 1 + kChecksumBytes) record_damaged("it is too short");
  const std::string_view body = record.substr(0, record.size() - kChecksumBytes);
  if (record.substr(body.size()) != checksum(body)) record_damaged("its checksum does not match");
  if (static_cast<unsigned char>(body.front()) != kRecordVersion) record_damaged("it has another version");
  rest_ = body.substr(1);
}

std::uint64_t Decoder::long_number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) record_damaged("it ends inside a number");
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    // Only as Encoder writes it: no zeros at the end, nothing beyond 64 bits.
    if ((byte == 0 && shift > 0) || (shift == 63 && byte > 1)) break;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  record_damaged("a number is too long");
}

std::size_t Decoder::place_among(std::size_t count) {
  const std::uint64_t value = number();
  if (value >= count) record_damaged("it names something that is not there");
  return static_cast<std::size_t>(value);
}

std::uint64_t Decoder::number_up_to(std::uint64_t most) {
  const std::uint64_t value = number();
  if (value > most) record_damaged("a number is out of range");
  return value;
}

unsigned Decoder::small_number() {
  return static_cast<unsigned>(number_up_to(std::numeric_limits<unsigned>::max()));
}

std::string_view Decoder::bytes(std::size_t size) {
  if (size > rest_.size()) record_damaged("it ends inside a list or a text");
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::string_view Decoder::text_view() {
  return bytes(static_cast<std::size_t>(number()));
}

std::string Decoder::text() {
  return std::string(text_view());
}

bool Decoder::flag() {
  return number_up_to(1) == 1;
}

law::Date Decoder::day() {
  const auto last = static_cast<std::uint64_t>((kLastDay - kFirstDay).count());
  return kFirstDay + std::chrono::days(static_cast<int>(number_up_to(last)));
}

std::optional<law::Date> Decoder::optional_day() {
  return flag() ? std::optional{day()} : std::nullopt;
}

std::optional<std::string> Decoder::optional_text() {
  return flag() ? std::optional{text()} : std::nullopt;
}

law::Validity Decoder::validity() {
  const law::Date from = day();
  return {from, optional_day()};
}

std::size_t Decoder::count() {
  const std::uint64_t value = number();
  if (value > rest_.size()) record_damaged("it ends inside a list or a text");
  return static_cast<std::size_t>(value);
}

void Decoder::finish() const {
  if (!rest_.empty()) record_damaged("bytes are left over");
}

}  // namespace kto::store
