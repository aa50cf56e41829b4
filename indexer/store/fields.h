// Field table: everything the index knows of a task point, in one place. The writer, the query, the API's help and the
// checks below read it; no prefix and no slot number stands anywhere else.
//
// A term is prefix + value:       L + "poczta"                → "Lpoczta"
// A code gives all its prefixes:  C + IT, IT-ES, IT-ES-II     → a filter by IT finds the referat and its posts
// Values are bytes that sort as days and citations do; ids stand in metadata (task_ids.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kto::store {

enum class Field : std::uint8_t {
  lemma,
  surface,
  unit_lemma,
  unit_surface,
  unit,
  unit_within,
  role,
  valid_from,
  valid_to,
  citation_order,
  wording,
};

enum class FieldKind : std::uint8_t {
  text,     // counted
  boolean,  // only matched, never weighed
  value,    // in a slot
};

struct FieldRow {
  Field field;
  std::string_view name;
  std::string_view prefix;  // of terms; empty for values
  unsigned slot;            // of values; kNoSlot for terms
  FieldKind kind;
  std::string_view label;    // for readers of the API's help
  std::string_view example;  // a value as it is indexed
};

inline constexpr unsigned kNoSlot = 0xFFFF;

inline constexpr std::array kFields{
    FieldRow{Field::lemma, "lemma", "L", kNoSlot, FieldKind::text, "słowo w formie podstawowej", "poczta"},
    FieldRow{Field::surface, "surface", "S", kNoSlot, FieldKind::text, "słowo spoza słownika, liczba", "epuap"},
    FieldRow{Field::unit_lemma, "unit_lemma", "N", kNoSlot, FieldKind::text, "słowo z nazwy komórki", "system"},
    FieldRow{Field::unit_surface, "unit_surface", "M", kNoSlot, FieldKind::text, "słowo z nazwy komórki spoza słownika",
             "bip"},
    FieldRow{Field::unit, "unit", "K", kNoSlot, FieldKind::boolean, "symbol komórki", "IT-ES"},
    FieldRow{Field::unit_within, "unit_within", "C", kNoSlot, FieldKind::boolean, "komórka i wszystko pod nią", "IT"},
    FieldRow{Field::role, "role", "R", kNoSlot, FieldKind::boolean, "rola", "owner"},
    FieldRow{Field::valid_from, "valid_from", "", 0, FieldKind::value, "pierwszy dzień obowiązywania", ""},
    FieldRow{Field::valid_to, "valid_to", "", 1, FieldKind::value, "pierwszy dzień po obowiązywaniu", ""},
    FieldRow{Field::citation_order, "citation_order", "", 2, FieldKind::value, "kolejność przepisów", ""},
    FieldRow{Field::wording, "wording", "W", kNoSlot, FieldKind::boolean, "skrót treści", ""},
};

constexpr const FieldRow& row(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

namespace checks {

constexpr bool in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  return true;
}
// A term's field must be readable from its first bytes: no prefix begins another.
constexpr bool prefixes_are_free() {
  for (const FieldRow& a : kFields)
    for (const FieldRow& b : kFields)
      if (a.field != b.field && !a.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
  return true;
}
constexpr bool kinds_fit() {
  for (const FieldRow& a : kFields)
    if ((a.kind == FieldKind::value) != a.prefix.empty() || (a.kind == FieldKind::value) == (a.slot == kNoSlot))
      return false;
  return true;
}
constexpr bool unique() {
  for (const FieldRow& a : kFields)
    for (const FieldRow& b : kFields)
      if (a.field != b.field && (a.name == b.name || (a.slot != kNoSlot && a.slot == b.slot))) return false;
  return true;
}

}  // namespace checks

static_assert(checks::in_order(), "kFields must stand in the order of Field");
static_assert(checks::prefixes_are_free(), "no prefix may begin another");
static_assert(checks::kinds_fit(), "terms have a prefix, values have a slot");
static_assert(checks::unique(), "names and slots occur once");

}  // namespace kto::store
