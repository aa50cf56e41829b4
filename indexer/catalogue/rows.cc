#include "indexer/catalogue/rows.h"

namespace kto::catalogue {
namespace {

Row null_or(const std::string& text) {
  return text.empty() ? Row(nullptr) : Row(text);
}
Row null_or(const std::optional<law::Date>& date) {
  return date ? Row(law::to_string(*date)) : Row(nullptr);
}
Row null_or(const std::optional<law::Provenance>& by) {
  return by ? Row{{"act", by->act}, {"place", by->place}} : Row(nullptr);
}
Row false_or(const std::string& why) {
  return why.empty() ? Row(false) : Row(why);
}

Row row_of(const law::ActRef& act) {
  return {{"number", null_or(act.number)}, {"date", null_or(act.date)}};
}

Row row_of(const std::optional<law::UnitRef>& unit) {
  if (!unit) return nullptr;
  return {{"code", unit->code}, {"name", null_or(unit->name)}, {"kind", law::to_string(unit->kind)}};
}

}  // namespace

Row task_row(const std::string& office, const law::TaskPoint& task) {
  return {{"office", office},
          {"id", task.id},
          {"citation", law::to_string(task.citation)},
          {"text", task.text},
          {"context", null_or(task.context)},
          {"unit", row_of(task.unit)},
          {"inferred", task.inferred ? Row(task.unit_reason) : Row(false)},
          {"reason", task.inferred ? Row(nullptr) : null_or(task.unit_reason)},
          {"post", null_or(task.post)},
          {"position", task.position},
          {"role", law::to_string(task.role)},
          {"valid_from", law::to_string(task.validity.from)},
          {"valid_to", null_or(task.validity.to)},
          {"act", task.made_by.act},
          {"place", task.made_by.place},
          {"ended_by", null_or(task.ended_by)},
          {"file", task.file},
          {"lines", Row::array({task.lines.first, task.lines.last})}};
}

Row unit_row(const std::string& office, const law::Unit& unit) {
  return {{"office", office},
          {"id", unit.id},
          {"code", unit.code},
          {"name", null_or(unit.name)},
          {"kind", law::to_string(unit.kind)},
          {"parent", unit.parent ? Row(*unit.parent) : Row(nullptr)},
          {"valid_from", law::to_string(unit.validity.from)},
          {"valid_to", null_or(unit.validity.to)},
          {"act", unit.act},
          {"place", null_or(unit.place)},
          {"listed_at", null_or(unit.listed_at)},
          {"ended_by", null_or(unit.ended_by)},
          {"inferred", false_or(unit.inferred)}};
}

Row typed_office_row(const std::string& office, const std::string& name, bool example) {
  return {{"type", "office"}, {"office", office}, {"name", name}, {"example", example}};
}

Row typed_act_row(const std::string& office, const law::ActSummary& act) {
  Row repeals = Row::array();
  for (const law::ActRef& repealed : act.repeals) repeals.push_back(row_of(repealed));
  return {{"type", "act"},
          {"office", office},
          {"id", act.id},
          {"number", null_or(act.number)},
          {"kind", null_or(act.kind)},
          {"organ", null_or(act.organ)},
          {"date", null_or(act.date)},
          {"in_force", null_or(act.in_force)},
          {"in_force_rule", null_or(act.in_force_rule)},
          {"title", null_or(act.title)},
          {"amends", act.amends ? row_of(*act.amends) : Row(nullptr)},
          {"repeals", repeals},
          {"file", null_or(act.file)},
          {"operations", act.operations},
          {"not_applied", act.not_applied}};
}

Row typed_unit_row(const std::string& office, const law::Unit& unit) {
  Row row = {{"type", "unit"}};
  row.update(unit_row(office, unit));
  return row;
}

std::string to_line(const Row& row) {
  return row.dump(-1, ' ', false, Row::error_handler_t::replace);
}

}  // namespace kto::catalogue
