#include "indexer/store/wording_tables.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/law/ascii.h"
#include "indexer/store/codec.h"
#include "indexer/store/record_parts.h"

namespace kto::store {
namespace {

constexpr char kOffice = '\1', kCitation = '\2', kDay = '\3', kNumber = '\4';

void write_text(Encoder& out, const std::string& text) {
  out.text(text);
}

std::string read_text(Decoder& in) {
  return in.text();
}

void write_unit(Encoder& out, const WordingUnit& one) {
  write(out, one.unit);
  out.text(one.post);
}

WordingUnit read_unit(Decoder& in) {
  std::optional<law::UnitRef> unit = read_unit_ref(in);
  return {std::move(unit), in.text()};
}

std::string digits_of(law::Date day) {
  std::string digits = law::to_string(day);
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return digits;
}

void replace_first(std::string& text, std::string_view what, char by) {
  if (what.empty()) return;
  if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), 1, by);
}

// The first run of digits goes out of the shape; what stands for it says how many there were.
std::uint64_t take_number(std::string& shape) {
  constexpr std::size_t kMostDigits = 18;
  const auto begin = std::find_if(shape.begin(), shape.end(), law::is_digit);
  const auto end = std::find_if_not(begin, shape.end(), law::is_digit);
  const auto width = static_cast<std::size_t>(end - begin);
  if (width == 0 || width > kMostDigits) return 0;
  std::uint64_t number = 0;
  const std::string digits(begin, end);
  std::from_chars(digits.data(), digits.data() + width, number);
  shape.replace(begin, end, std::string{kNumber, static_cast<char>(width)});
  return number;
}

}  // namespace

std::string encode_tables(const WordingTables& tables) {
  Encoder out;
  write_all(out, tables.offices, write_text);
  write_all(out, tables.units, write_unit);
  write_all(out, tables.acts, write_text);
  write_all(out, tables.shapes, write_text);
  write(out, tables.words);
  return out.finish();
}

WordingTables decode_tables(std::string_view record) {
  Decoder in(record);
  WordingTables tables;
  tables.offices = read_all(in, read_text);
  tables.units = read_all(in, read_unit);
  tables.acts = read_all(in, read_text);
  tables.shapes = read_all(in, read_text);
  tables.words = read_list(in);
  in.finish();
  return tables;
}

IdParts take_apart(std::string_view id, std::string_view office, const law::Citation& citation, law::Date from) {
  constexpr std::size_t kMostOfItsOwn = 12;  // bytes; an id with more is like no other
  IdParts parts{std::string(id), 0};
  // Bytes that stand for something may not stand for themselves.
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  if (std::any_of(id.begin(), id.end(), is_control)) return {};
  if (!office.empty() && id.starts_with(office)) parts.shape.replace(0, office.size(), 1, kOffice);
  replace_first(parts.shape, to_slug(citation), kCitation);
  if (const std::string day = digits_of(from); parts.shape.ends_with(day))
    parts.shape.replace(parts.shape.size() - day.size(), day.size(), 1, kDay);
  parts.number = take_number(parts.shape);
  if (parts.shape.size() > kMostOfItsOwn) return {};
  return parts;
}

bool has_number(std::string_view shape) {
  return shape.find(kNumber) != std::string_view::npos;
}

std::string put_together(std::string_view shape, std::uint64_t number, std::string_view office,
                         const law::Citation& citation, law::Date from) {
  std::string id;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const char c = shape[i];
    if (c == kOffice) {
      id += office;
    } else if (c == kCitation) {
      id += to_slug(citation);
    } else if (c == kDay) {
      id += digits_of(from);
    } else if (c == kNumber && i + 1 < shape.size()) {
      const std::string digits = std::to_string(number);
      const auto width = static_cast<std::size_t>(static_cast<unsigned char>(shape[++i]));
      id.append(width - std::min(width, digits.size()), '0').append(digits);
    } else {
      id += c;
    }
  }
  return id;
}

}  // namespace kto::store
