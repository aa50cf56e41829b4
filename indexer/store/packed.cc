#include "indexer/store/packed.h"

#include <algorithm>
#include <utility>

#include "indexer/store/codec.h"

namespace kto::store {
namespace {

constexpr std::uint32_t kOneByte = 192, kTwoBytes = kOneByte + 63 * 256;
constexpr unsigned char kFollows = 0xFF;  // four bytes
constexpr char kBlank = ' ';

void put_width(std::string& out, std::uint32_t value, unsigned width) {
  for (unsigned i = 0; i < width; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
}

unsigned char take_byte(std::string_view& bytes) {
  return static_cast<unsigned char>(take(bytes, 1).front());
}

void put_piece(std::string& out, std::uint32_t number) {
  if (number < kOneByte) {
    out += static_cast<char>(number);
  } else if (number < kTwoBytes) {
    out += static_cast<char>(kOneByte + ((number - kOneByte) >> 8));
    out += static_cast<char>((number - kOneByte) & 0xFF);
  } else {
    out += static_cast<char>(kFollows);
    put_fixed(out, number);
  }
}

std::uint32_t take_piece(std::string_view& bytes) {
  const std::uint32_t first = take_byte(bytes);
  if (first < kOneByte) return first;
  if (first == kFollows) return take_fixed(bytes);
  return kOneByte + ((first - kOneByte) << 8) + take_byte(bytes);
}

// Each word between blanks; two blanks have an empty one between them.
template <typename Take>
void each_piece(std::string_view text, const Take& take_one) {
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(kBlank, at), text.size());
    take_one(text.substr(at, end - at));
    if (end == text.size()) return;
    at = end + 1;
  }
}

}  // namespace

std::string_view take(std::string_view& bytes, std::size_t size) {
  if (size > bytes.size()) record_damaged("it ends too early");
  const std::string_view taken = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return taken;
}

std::uint32_t take_fixed(std::string_view& bytes) {
  std::uint32_t value = 0;
  const std::string_view four = take(bytes, 4);
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(four[i]);
  return value;
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint64_t byte = take_byte(bytes);
    value |= (byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  record_damaged("a number is too long");
}

void put_fixed(std::string& out, std::uint32_t value) {
  put_width(out, value, 4);
}

void put_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

Column::Column(std::string_view& bytes) : width_(take_byte(bytes)) {
  if (width_ != 1 && width_ != 2 && width_ != 4) record_damaged("a column has no width");
  size_ = take_fixed(bytes);
  data_ = reinterpret_cast<const unsigned char*>(take(bytes, size_ * width_).data());
}

void Column::out_of_range() {
  record_damaged("it names something that is not there");
}

void put_column(std::string& out, const std::vector<std::uint32_t>& values) {
  const std::uint32_t most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
  const unsigned width = most < 1U << 8 ? 1 : most < 1U << 16 ? 2 : 4;
  out += static_cast<char>(width);
  put_fixed(out, static_cast<std::uint32_t>(values.size()));
  for (const std::uint32_t value : values) put_width(out, value, width);
}

Table::Table(std::string_view& bytes) : ends_(bytes) {
  strings_ = take(bytes, ends_.size() == 0 ? 0 : ends_[ends_.size() - 1]);
}

std::string_view Table::operator[](std::size_t place) const {
  const std::size_t end = ends_[place], begin = place == 0 ? 0 : ends_[place - 1];
  if (begin > end || end > strings_.size()) record_damaged("the ends of its strings are out of order");
  return strings_.substr(begin, end - begin);
}

void put_table(std::string& out, const std::vector<std::string>& strings) {
  std::vector<std::uint32_t> ends;
  ends.reserve(strings.size());
  std::string all;
  for (const std::string& one : strings) ends.push_back(static_cast<std::uint32_t>((all += one).size()));
  put_column(out, ends);
  out += all;
}

std::uint32_t Numbered::of(std::string_view text) {
  if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(strings_.size());
  strings_.emplace_back(text);
  numbers_.emplace(text, number);
  return number;
}

void Pieces::count(std::string_view text) {
  if (text.empty()) return;
  each_piece(text, [this](std::string_view piece) {
    const auto known = numbers_.find(piece);
    if (known == numbers_.end())
      numbers_.emplace(piece, 1);
    else
      ++known->second;
  });
}

std::vector<std::string> Pieces::in_order() {
  std::vector<std::pair<std::string, std::uint32_t>> counted(numbers_.begin(), numbers_.end());
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> pieces;
  for (auto& [piece, times] : counted) {
    numbers_.find(piece)->second = static_cast<std::uint32_t>(pieces.size());
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void Pieces::put(std::string& out, std::string_view text) const {
  std::string coded;
  if (!text.empty()) each_piece(text, [&](std::string_view piece) { put_piece(coded, numbers_.find(piece)->second); });
  put_text(out, coded);
}

void take_text(std::string_view& bytes, const Table& pieces, std::string& text) {
  constexpr std::size_t kUsual = 9;  // bytes of a word and its blank; Polish words have some eight
  std::string_view coded = take_coded(bytes);
  text.reserve(text.size() + coded.size() * kUsual);
  for (bool first = true; !coded.empty(); first = false) {
    if (!first) text += kBlank;
    text += pieces[take_piece(coded)];
  }
}

std::string_view take_coded(std::string_view& bytes) {
  return take(bytes, static_cast<std::size_t>(take_number(bytes)));
}

}  // namespace kto::store
