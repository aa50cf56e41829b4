#include "indexer/store/record_parts.h"

namespace kto::store {

void write(Encoder& out, const law::Citation& citation) {
  out.number(citation.steps().size());
  for (const law::Step& step : citation.steps()) {
    out.enumeration(step.level);
    out.number(step.number.value);
    out.text(step.number.suffix);
  }
}

law::Citation read_citation(Decoder& in) {
  std::vector<law::Step> steps(in.count());
  for (law::Step& step : steps) {
    step.level = in.enumeration(law::Level::double_indent);
    step.number.value = in.small_number();
    step.number.suffix = in.text();
  }
  return law::Citation(std::move(steps));
}

void write(Encoder& out, const law::Document& document) {
  out.text(document.act);
  out.text(document.annex);
}

law::Document read_document(Decoder& in) {
  law::Document document;
  document.act = in.text();
  document.annex = in.text();
  return document;
}

void write(Encoder& out, const law::Provenance& by) {
  out.text(by.act);
  out.text(by.place);
}

law::Provenance read_provenance(Decoder& in) {
  law::Provenance by;
  by.act = in.text();
  by.place = in.text();
  return by;
}

void write(Encoder& out, const std::optional<law::Provenance>& by) {
  out.flag(by.has_value());
  if (by) write(out, *by);
}

std::optional<law::Provenance> read_optional_provenance(Decoder& in) {
  return in.flag() ? std::optional{read_provenance(in)} : std::nullopt;
}

void write(Encoder& out, const law::Lines& lines) {
  out.number(lines.first);
  out.number(lines.last);
}

law::Lines read_lines(Decoder& in) {
  law::Lines lines;
  lines.first = in.small_number();
  lines.last = in.small_number();
  return lines;
}

void write(Encoder& out, const law::ActRef& act) {
  out.text(act.number);
  out.optional_day(act.date);
}

law::ActRef read_act_ref(Decoder& in) {
  law::ActRef act;
  act.number = in.text();
  act.date = in.optional_day();
  return act;
}

void write(Encoder& out, const std::optional<law::UnitRef>& unit) {
  out.flag(unit.has_value());
  if (!unit) return;
  out.text(unit->code);
  out.text(unit->name);
  out.enumeration(unit->kind);
}

std::optional<law::UnitRef> read_unit_ref(Decoder& in) {
  if (!in.flag()) return std::nullopt;
  law::UnitRef unit;
  unit.code = in.text();
  unit.name = in.text();
  unit.kind = in.enumeration(law::UnitKind::inne);
  return unit;
}

}  // namespace kto::store
