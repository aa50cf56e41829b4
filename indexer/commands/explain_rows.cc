#include "indexer/commands/explain_print.h"
#include "indexer/law/amendment_text.h"

namespace kto::commands {
namespace {

using catalogue::null_or;
using catalogue::row_of;

Row version_row(const law::ProvisionVersion& version) {
  return {{"id", version.id},
          {"citation", law::to_string(version.citation)},
          {"text", version.text},
          {"closing", null_or(version.closing)},
          {"valid_from", law::to_string(version.validity.from)},
          {"valid_to", null_or(version.validity.to)},
          {"act", version.made_by.act},
          {"place", version.made_by.place},
          {"ended_by", null_or(version.ended_by)},
          {"file", version.file},
          {"lines", row_of(version.lines)}};
}

Row below_row(const BelowFact& fact) {
  Row row = version_row(*fact.first);
  for (const char* field : {"id", "citation", "text", "closing", "lines"}) row.erase(field);
  row["first"] = law::to_string(fact.first->citation);
  row["last"] = law::to_string(fact.last->citation);
  row["count"] = fact.count;
  return row;
}

Row operation_row(const OperationFact& fact) {
  const law::Wording wording = wording_of(fact.amendment->change);
  return {{"act", fact.act->id},
          {"place", law::to_string(fact.amendment->place)},
          {"kind", law::kind(fact.amendment->change)},
          {"target", law::to_string(fact.target)},
          {"relation", to_string(fact.relation)},
          {"effective", null_or(fact.amendment->effective)},
          {"applied", fact.applied},
          {"note", null_or(fact.note)},
          {"old", null_or(wording.old_text)},
          {"new", null_or(wording.new_text)},
          {"file", fact.act->file},
          {"lines", row_of(fact.amendment->lines)}};
}

Row unknown_row(const UnknownFact& fact) {
  return {{"citation", law::to_string(fact.end->citation)},
          {"relation", to_string(fact.relation)},
          {"ended_on", law::to_string(fact.end->ended_on)},
          {"act", fact.end->ended_by.act},
          {"place", fact.end->ended_by.place},
          {"how", fact.end->repealed ? "repealed" : "replaced"}};
}

Row task_row(const law::TaskPoint& task) {
  return {{"id", task.id},
          {"citation", law::to_string(task.citation)},
          {"unit", null_or(task.unit)},
          {"post", null_or(task.post)},
          {"position", task.position},
          {"role", law::to_string(task.role)},
          {"inferred", task.inferred},
          {"reason", null_or(task.unit_reason)}};
}

Row unit_row(const law::Unit& unit) {
  return {{"code", unit.code},
          {"name", null_or(unit.name)},
          {"kind", law::to_string(unit.kind)},
          {"parent", unit.parent ? Row(*unit.parent) : Row(nullptr)},
          {"listed_at", null_or(unit.listed_at)}};
}

template <class Values, class ToRow>
Row rows(const Values& values, ToRow to_row) {
  Row out = Row::array();
  for (const auto& value : values) out.push_back(to_row(value));
  return out;
}

}  // namespace

Row explanation_row(const Explanation& e) {
  const auto version = [](const law::ProvisionVersion* each) { return version_row(*each); };
  return {{"office", e.office->id},
          {"office_name", e.office->name},
          {"document", row_of(e.document)},
          {"citation", law::to_string(e.citation)},
          {"as_of", law::to_string(e.day)},
          {"wording", rows(e.wording, version)},
          {"reason", null_or(e.no_wording)},
          {"tasks", rows(e.tasks, [](const auto* task) { return task_row(*task); })},
          {"units", rows(e.units, [](const auto* unit) { return unit_row(*unit); })},
          {"versions", rows(e.versions, version)},
          {"formerly", rows(e.formerly, version)},
          {"below", rows(e.below, below_row)},
          {"operations", rows(e.operations, operation_row)},
          {"unknown", rows(e.unknown, unknown_row)}};
}

}  // namespace kto::commands
