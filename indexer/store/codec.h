// Codec: the bytes of a record.
//
//   record  = version body checksum
//   version = one byte, kRecordVersion
//   number  = 7 bits a byte, lowest first, the top bit says that more follow      300 → AC 02
//   text    = number of bytes, then the bytes                                     "IT" → 02 49 54
//   day     = number: days since 1000-01-01                                       2023-11-15 → C9 E9 16
//   flag    = one byte, 0 or 1; an optional value follows its flag
//   checksum = hash_words() of all before it, its halves joined by exclusive or: 4 bytes, lowest first
//
// Reading is total: whatever the bytes, a Decoder gives values or throws law::Error record-damaged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/law/validity.h"

namespace kto::store {

// Of the days that can be written.
inline constexpr law::Date kFirstDay = std::chrono::sys_days{std::chrono::year{1000} / 1 / 1};
inline constexpr law::Date kLastDay = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

inline constexpr unsigned char kRecordVersion = 3;

// Throws law::Error record-damaged, which says `what`: part of a sentence.
[[noreturn]] void record_damaged(const std::string& what);

// `bytes` with their checksum behind them.
std::string sealed(std::string bytes);

class Encoder {
 public:
  Encoder();
  void number(std::uint64_t value);
  void text(std::string_view value);
  void flag(bool value);
  void day(law::Date value);
  void optional_day(std::optional<law::Date> value);
  void optional_text(const std::optional<std::string>& value);
  void validity(const law::Validity& value);
  template <typename Enum>
  void enumeration(Enum value) {
    number(static_cast<std::uint64_t>(value));
  }
  // The finished record; the encoder is spent.
  std::string finish();
  // The same without version and checksum: a part of something that has them, or that is sealed as a whole.
  std::string finish_part();

 private:
  std::string bytes_;
};

class Decoder {
 public:
  // Checks version and checksum. `record` must outlive the decoder.
  explicit Decoder(std::string_view record);
  std::uint64_t number() {
    if (rest_.empty() || static_cast<unsigned char>(rest_.front()) >= 0x80) return long_number();
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  // Reads what finish_part() gave. `part` must outlive the decoder.
  static Decoder of_part(std::string_view part);
  // The number of one of `count` things that stand elsewhere.
  std::size_t place_among(std::size_t count);
  // A number that must not exceed `most`.
  std::uint64_t number_up_to(std::uint64_t most);
  unsigned small_number();
  std::string text();
  // The same, as long as the record lives.
  std::string_view text_view();
  bool flag();
  law::Date day();
  std::optional<law::Date> optional_day();
  std::optional<std::string> optional_text();
  law::Validity validity();
  template <typename Enum>
  Enum enumeration(Enum last) {
    return static_cast<Enum>(number_up_to(static_cast<std::uint64_t>(last)));
  }
  // How many items follow: never more than there are bytes left.
  std::size_t count();
  // The next so many bytes, as they stand.
  std::string_view bytes(std::size_t size);
  std::size_t left() const { return rest_.size(); }
  // Everything must have been read.
  void finish() const;

 private:
  Decoder() = default;
  // Of any length, or none.
  std::uint64_t long_number();
  std::string_view rest_;
};

}  // namespace kto::store
