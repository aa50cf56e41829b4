#include "indexer/store/record.h"

#include <utility>

#include "indexer/store/codec.h"

namespace kto::store {
namespace {

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

void write(Encoder& out, const law::Unit& unit) {
  out.text(unit.id);
  out.text(unit.code);
  out.text(unit.name);
  out.enumeration(unit.kind);
  out.optional_text(unit.parent);
  out.validity(unit.validity);
  out.text(unit.act);
  out.text(unit.listed_at);
  out.text(unit.inferred);
}

law::Unit read_unit(Decoder& in) {
  law::Unit unit;
  unit.id = in.text();
  unit.code = in.text();
  unit.name = in.text();
  unit.kind = in.enumeration(law::UnitKind::inne);
  unit.parent = in.optional_text();
  unit.validity = in.validity();
  unit.act = in.text();
  unit.listed_at = in.text();
  unit.inferred = in.text();
  return unit;
}

void write(Encoder& out, const law::ActSummary& act) {
  for (const std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file})
    out.text(*field);
  out.optional_day(act.date);
  out.optional_day(act.in_force);
  out.number(act.operations);
  out.number(act.not_applied);
}

law::ActSummary read_act(Decoder& in) {
  law::ActSummary act;
  for (std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file}) *field = in.text();
  act.date = in.optional_day();
  act.in_force = in.optional_day();
  act.operations = in.small_number();
  act.not_applied = in.small_number();
  return act;
}

void write(Encoder& out, const OfficeSummary& summary) {
  out.text(summary.id);
  out.text(summary.name);
  for (unsigned count : {summary.tasks, summary.units, summary.acts}) out.number(count);
  out.optional_day(summary.covered_from);
  out.optional_day(summary.law_state_as_of);
  out.text(summary.last_act);
  out.number(summary.not_applied);
}

OfficeSummary read_summary(Decoder& in) {
  OfficeSummary summary;
  summary.id = in.text();
  summary.name = in.text();
  for (unsigned* count : {&summary.tasks, &summary.units, &summary.acts}) *count = in.small_number();
  summary.covered_from = in.optional_day();
  summary.law_state_as_of = in.optional_day();
  summary.last_act = in.text();
  summary.not_applied = in.small_number();
  return summary;
}

}  // namespace

std::string encode_task(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  Encoder out;
  out.text(stored.office);
  out.text(task.id);
  write(out, task.citation);
  out.text(task.text);
  out.text(task.context);
  write(out, task.unit);
  out.text(task.unit_reason);
  out.flag(task.inferred);
  out.text(task.post);
  out.text(task.position);
  out.enumeration(task.role);
  out.validity(task.validity);
  out.text(task.made_by.act);
  out.text(task.made_by.place);
  out.text(task.file);
  out.number(task.lines.first);
  out.number(task.lines.last);
  return out.finish();
}

StoredTask decode_task(std::string_view record) {
  Decoder in(record);
  StoredTask stored;
  law::TaskPoint& task = stored.task;
  stored.office = in.text();
  task.id = in.text();
  task.citation = read_citation(in);
  task.text = in.text();
  task.context = in.text();
  task.unit = read_unit_ref(in);
  task.unit_reason = in.text();
  task.inferred = in.flag();
  task.post = in.text();
  task.position = in.text();
  task.role = in.enumeration(law::Role::supports);
  task.validity = in.validity();
  task.made_by.act = in.text();
  task.made_by.place = in.text();
  task.file = in.text();
  task.lines.first = in.small_number();
  task.lines.last = in.small_number();
  in.finish();
  return stored;
}

std::string encode_office(const Office& office) {
  Encoder out;
  write(out, office.summary);
  out.number(office.units.size());
  for (const law::Unit& unit : office.units) write(out, unit);
  out.number(office.acts.size());
  for (const law::ActSummary& act : office.acts) write(out, act);
  return out.finish();
}

Office decode_office(std::string_view record) {
  Decoder in(record);
  Office office;
  office.summary = read_summary(in);
  for (std::size_t left = in.count(); left > 0; --left) office.units.push_back(read_unit(in));
  for (std::size_t left = in.count(); left > 0; --left) office.acts.push_back(read_act(in));
  in.finish();
  return office;
}

}  // namespace kto::store
