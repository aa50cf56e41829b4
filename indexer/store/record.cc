#include "indexer/store/record.h"

#include <utility>

#include "indexer/store/office_record.h"
#include "indexer/store/record_parts.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {
namespace {

constexpr unsigned kHasUnit = 1, kIsInferred = 2, kHasEnder = 4, kAllFlags = kHasUnit + kIsInferred + kHasEnder;

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
  const std::uint64_t flags = in.number_up_to(kAllFlags);
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

}  // namespace kto::store
