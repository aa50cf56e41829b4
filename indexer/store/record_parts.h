// Parts of records: how the values that several kinds of record hold are written. Inside this room only.
#pragma once

#include <optional>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/codec.h"

namespace kto::store {

void write(Encoder& out, const law::Citation& citation);
void write(Encoder& out, const law::Document& document);
void write(Encoder& out, const law::Provenance& by);
void write(Encoder& out, const std::optional<law::Provenance>& by);
void write(Encoder& out, const law::Lines& lines);
void write(Encoder& out, const law::ActRef& act);
void write(Encoder& out, const std::optional<law::UnitRef>& unit);

law::Citation read_citation(Decoder& in);
law::Document read_document(Decoder& in);
law::Provenance read_provenance(Decoder& in);
std::optional<law::Provenance> read_optional_provenance(Decoder& in);
law::Lines read_lines(Decoder& in);
law::ActRef read_act_ref(Decoder& in);
std::optional<law::UnitRef> read_unit_ref(Decoder& in);

// In fewer bytes:
//   a step     value times ten and level, twice, and 1 if a suffix follows
//   days       days since 2015-01-01 folded (0, -1, 1, -2 … → 0, 1, 2, 3 …), twice, and 1 if an end follows: the days
//              from the first to it, folded
//   lines      the first, and how many further the last is, folded
void write_short(Encoder& out, const law::Step& step);
void write_short(Encoder& out, const law::Validity& validity);
void write_short(Encoder& out, const law::Lines& lines);
// They throw law::Error record-damaged, also for a day outside the years 1000 to 9999.
law::Step read_short_step(Decoder& in);
law::Validity read_short_validity(Decoder& in);
law::Lines read_short_lines(Decoder& in);

// A list: its count, then each value.
template <typename Value>
void write_all(Encoder& out, const std::vector<Value>& values, void (*write_one)(Encoder&, const Value&)) {
  out.number(values.size());
  for (const Value& value : values) write_one(out, value);
}

template <typename Value>
std::vector<Value> read_all(Decoder& in, Value (*read_one)(Decoder&)) {
  std::vector<Value> values;
  std::size_t left = in.count();
  values.reserve(left);
  for (; left > 0; --left) values.push_back(read_one(in));
  return values;
}

}  // namespace kto::store
