// Packed: numbers, strings and texts as they lie in the file of an office (office_file.h), read where they lie. Lowest
// byte first. Inside this room only.
//
//   column = width of a number (1, 2 or 4 bytes), count (4), the numbers         any of them is found by its place
//   table  = a column of the ends of the strings, the strings one after another  likewise
//   piece  = 0 to 191 in one byte, up to 16,127 in two, others in five
//
// A text is the numbers of its words in a table of the office, blanks between them: words of one office repeat, so that
// a text takes a fifth of its bytes and is put together faster than it would be unpacked.
//
// Reading is total: what lies outside its bytes throws law::Error record-damaged. A reader owns nothing and must not
// outlive the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kto::store {

// Takes a part off the front of `bytes`.
std::string_view take(std::string_view& bytes, std::size_t size);
std::uint32_t take_fixed(std::string_view& bytes);  // four bytes
std::uint64_t take_number(std::string_view& bytes);
void put_fixed(std::string& out, std::uint32_t value);
void put_number(std::string& out, std::uint64_t value);
void put_text(std::string& out, std::string_view text);

class Column {
 public:
  Column() = default;
  // Takes it off the front.
  explicit Column(std::string_view& bytes);
  std::size_t size() const { return size_; }
  std::uint32_t operator[](std::size_t place) const {
    if (place >= size_) out_of_range();
    const auto* at = data_ + place * width_;
    std::uint32_t value = at[0];
    if (width_ > 1) value |= std::uint32_t{at[1]} << 8;
    if (width_ > 2) value |= std::uint32_t{at[2]} << 16 | std::uint32_t{at[3]} << 24;
    return value;
  }

 private:
  [[noreturn]] static void out_of_range();
  const unsigned char* data_ = nullptr;
  std::size_t size_ = 0, width_ = 1;
};

void put_column(std::string& out, const std::vector<std::uint32_t>& values);

class Table {
 public:
  Table() = default;
  explicit Table(std::string_view& bytes);
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t place) const;

 private:
  Column ends_;
  std::string_view strings_;
};

void put_table(std::string& out, const std::vector<std::string>& strings);

// Each different string once, by the number of its first use.
class Numbered {
 public:
  std::uint32_t of(std::string_view text);
  const std::vector<std::string>& strings() const { return strings_; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string> strings_;
};

// The words of texts, counted, then numbered with the commonest first.
class Pieces {
 public:
  void count(std::string_view text);
  // After all were counted; what put() needs.
  std::vector<std::string> in_order();
  void put(std::string& out, std::string_view text) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;  // how often each was counted, then its number
};

// Takes a text off the front; appends it to `text`.
void take_text(std::string_view& bytes, const Table& pieces, std::string& text);
// The same without looking at it: its bytes, which are the same for the same text.
std::string_view take_coded(std::string_view& bytes);

}  // namespace kto::store
