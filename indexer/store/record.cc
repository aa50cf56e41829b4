#include "indexer/store/record.h"

#include <utility>

#include "indexer/store/record_parts.h"

namespace kto::store {
namespace {

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
  out.text(unit.place);
  write(out, unit.ended_by);
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
  unit.place = in.text();
  unit.ended_by = read_optional_provenance(in);
  return unit;
}

void write(Encoder& out, const law::ActSummary& act) {
  for (const std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file})
    out.text(*field);
  out.optional_day(act.date);
  out.optional_day(act.in_force);
  out.number(act.operations);
  out.number(act.not_applied);
  out.text(act.in_force_rule);
  out.flag(act.amends.has_value());
  if (act.amends) write(out, *act.amends);
  write_all(out, act.repeals, store::write);
}

law::ActSummary read_act(Decoder& in) {
  law::ActSummary act;
  for (std::string* field : {&act.id, &act.number, &act.kind, &act.organ, &act.title, &act.file}) *field = in.text();
  act.date = in.optional_day();
  act.in_force = in.optional_day();
  act.operations = in.small_number();
  act.not_applied = in.small_number();
  act.in_force_rule = in.text();
  if (in.flag()) act.amends = read_act_ref(in);
  act.repeals = read_all(in, read_act_ref);
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

void write(Encoder& out, const law::OfficeDetails& details) {
  out.text(details.information_desk);
  out.number(details.accessibility.size());
  for (const auto& [field, said] : details.accessibility) {
    out.text(field);
    out.text(said);
  }
}

law::OfficeDetails read_details(Decoder& in) {
  law::OfficeDetails details;
  details.information_desk = in.text();
  for (std::size_t left = in.count(); left > 0; --left) {
    std::string field = in.text();
    details.accessibility[std::move(field)] = in.text();
  }
  return details;
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
  write(out, task.made_by);
  out.text(task.file);
  write(out, task.lines);
  write(out, task.ended_by);
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
  task.made_by = read_provenance(in);
  task.file = in.text();
  task.lines = read_lines(in);
  task.ended_by = read_optional_provenance(in);
  in.finish();
  return stored;
}

std::string encode_office(const Office& office) {
  Encoder out;
  write(out, office.summary);
  write_all(out, office.units, write);
  write_all(out, office.acts, write);
  write(out, office.details);
  return out.finish();
}

Office decode_office(std::string_view record) {
  Decoder in(record);
  Office office;
  office.summary = read_summary(in);
  office.units = read_all(in, read_unit);
  office.acts = read_all(in, read_act);
  office.details = read_details(in);
  in.finish();
  return office;
}

}  // namespace kto::store
