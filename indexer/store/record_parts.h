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

// A list: its count, then each value.
template <typename Value>
void write_all(Encoder& out, const std::vector<Value>& values, void (*write_one)(Encoder&, const Value&)) {
  out.number(values.size());
  for (const Value& value : values) write_one(out, value);
}

template <typename Value>
std::vector<Value> read_all(Decoder& in, Value (*read_one)(Decoder&)) {
  std::vector<Value> values;
  for (std::size_t left = in.count(); left > 0; --left) values.push_back(read_one(in));
  return values;
}

}  // namespace kto::store
