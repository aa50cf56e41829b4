#include "indexer/store/record.h"

#include <utility>

#include "indexer/store/record_parts.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {
namespace {

// Calls take(string) for what units say, in the order of the record. `unit` may be const.
template <typename Unit, typename Take>
void each_string(Unit& unit, const Take& take) {
  for (auto* one : {&unit.id, &unit.code, &unit.name, &unit.act, &unit.listed_at, &unit.inferred, &unit.place})
    take(*one);
  if (unit.parent) take(*unit.parent);
  if (unit.ended_by) {
    take(unit.ended_by->act);
    take(unit.ended_by->place);
  }
}

void write(Encoder& out, const law::Unit& unit, const WordNumbers& names) {
  out.number((unit.parent ? 1U : 0U) + (unit.ended_by ? 2U : 0U));
  out.enumeration(unit.kind);
  write_short(out, unit.validity);
  each_string(unit, [&](const std::string& one) { write_whole(out, one, names); });
}

law::Unit read_unit(Decoder& in, const StringList& names) {
  law::Unit unit;
  const std::uint64_t flags = in.number_up_to(3);
  if (flags % 2 == 1) unit.parent.emplace();
  if (flags >= 2) unit.ended_by.emplace();
  unit.kind = in.enumeration(law::UnitKind::inne);
  unit.validity = read_short_validity(in);
  each_string(unit, [&](std::string& one) { one = read_whole(in, names); });
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

constexpr unsigned kHasUnit = 1, kIsInferred = 2, kHasEnder = 4;

// Calls take(string) for what other task points often say too, in the order of the record. `stored` may be const.
template <typename Stored, typename Take>
void each_name(Stored& stored, const Take& take) {
  auto& task = stored.task;
  take(stored.office);
  if (task.unit) {
    take(task.unit->code);
    take(task.unit->name);
  }
  for (auto* name : {&task.unit_reason, &task.post, &task.position, &task.made_by.act, &task.made_by.place, &task.file})
    take(*name);
  if (task.ended_by) {
    take(task.ended_by->act);
    take(task.ended_by->place);
  }
  take(task.context);
}

IdParts id_of(const StoredTask& stored) {
  return take_apart(stored.task.id, stored.office, stored.task.citation, stored.task.validity.from);
}

void write_id(Encoder& out, const StoredTask& stored, const WordNumbers& names) {
  const IdParts parts = id_of(stored);
  write_whole(out, parts.shape, names);
  if (parts.shape.empty())
    out.text(stored.task.id);
  else if (has_number(parts.shape))
    out.number(parts.number);
}

// All else of the task has been read.
std::string read_id(Decoder& in, const StoredTask& stored, const StringList& names) {
  const std::string shape = read_whole(in, names);
  if (shape.empty()) return in.text();
  const std::uint64_t number = has_number(shape) ? in.number() : 0;
  return put_together(shape, number, stored.office, stored.task.citation, stored.task.validity.from);
}

}  // namespace

std::string encode_task(const StoredTask& stored, const WordNumbers& names) {
  const law::TaskPoint& task = stored.task;
  Encoder out;
  out.number((task.unit ? kHasUnit : 0U) + (task.inferred ? kIsInferred : 0U) + (task.ended_by ? kHasEnder : 0U));
  out.enumeration(task.role);
  if (task.unit) out.enumeration(task.unit->kind);
  each_name(stored, [&](const std::string& name) { write_whole(out, name, names); });
  write_coded(out, task.text, names);
  out.number(task.citation.steps().size());
  for (const law::Step& step : task.citation.steps()) write_short(out, step);
  write_short(out, task.validity);
  write_short(out, task.lines);
  out.number(stored.before);
  out.number(stored.behind);
  write_id(out, stored, names);
  return out.finish();
}

StoredTask decode_task(std::string_view record, const StringList& names) {
  Decoder in(record);
  StoredTask stored;
  law::TaskPoint& task = stored.task;
  const std::uint64_t flags = in.number_up_to(kHasUnit + kIsInferred + kHasEnder);
  task.inferred = (flags & kIsInferred) != 0;
  task.role = in.enumeration(law::Role::supports);
  if ((flags & kHasUnit) != 0) task.unit.emplace().kind = in.enumeration(law::UnitKind::inne);
  if ((flags & kHasEnder) != 0) task.ended_by.emplace();
  each_name(stored, [&](std::string& name) { name = read_whole(in, names); });
  task.text = read_coded(in, names);
  std::vector<law::Step> steps(in.count());
  for (law::Step& step : steps) step = read_short_step(in);
  task.citation = law::Citation(std::move(steps));
  task.validity = read_short_validity(in);
  task.lines = read_short_lines(in);
  stored.before = in.small_number();
  stored.behind = in.small_number();
  task.id = read_id(in, stored, names);
  in.finish();
  return stored;
}

StringList names_of(const Office& office, const std::vector<StoredTask>& tasks) {
  WordCounts counts;
  const auto add_name = [&counts](const std::string& name) {
    if (!name.empty()) counts.add_whole(name);
  };
  for (const StoredTask& stored : tasks) {
    counts.add(stored.task.text);
    each_name(stored, add_name);
    add_name(id_of(stored).shape);
  }
  for (const law::Unit& unit : office.units) each_string(unit, add_name);
  StringList names;
  for (const std::string& name : counts.commonest({})) names.add(name);
  return names;
}

std::string encode_names(const StringList& names) {
  Encoder out;
  write(out, names);
  return out.finish();
}

StringList decode_names(std::string_view record) {
  Decoder in(record);
  StringList names = read_list(in);
  in.finish();
  return names;
}

std::string encode_office(const Office& office, const WordNumbers& names) {
  Encoder out;
  write(out, office.summary);
  out.number(office.units.size());
  for (const law::Unit& unit : office.units) write(out, unit, names);
  write_all(out, office.acts, write);
  write(out, office.details);
  return out.finish();
}

Office decode_office(std::string_view record, const StringList& names) {
  Decoder in(record);
  Office office;
  office.summary = read_summary(in);
  const std::size_t units = in.count();
  office.units.reserve(units);
  while (office.units.size() < units) office.units.push_back(read_unit(in, names));
  office.acts = read_all(in, read_act);
  office.details = read_details(in);
  in.finish();
  return office;
}

}  // namespace kto::store
