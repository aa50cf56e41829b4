#include "indexer/catalogue/from_row.h"

namespace kto::catalogue {

law::TaskPoint task_of(Fields& fields) {
  law::TaskPoint task;
  task.id = fields.text("id");
  task.citation = fields.citation("citation");
  task.text = fields.text("text");
  task.context = fields.optional_text("context");
  task.unit = fields.unit("unit");
  const std::string inferred = fields.reason("inferred"), reason = fields.optional_text("reason");
  task.inferred = !inferred.empty();
  task.unit_reason = task.inferred ? inferred : reason;
  task.post = fields.optional_text("post");
  task.position = fields.optional_text("position");
  if (task.position.empty()) task.position = law::to_string(task.citation.parent());
  task.role = fields.role("role");
  task.validity = fields.validity();
  task.made_by = {fields.optional_text("act"), fields.optional_text("place")};
  task.ended_by = fields.provenance("ended_by");
  task.file = fields.optional_text("file");
  task.lines = fields.lines("lines");
  return task;
}

law::Unit unit_of(Fields& fields) {
  law::Unit unit;
  unit.id = fields.text("id");
  unit.code = fields.text("code");
  unit.name = fields.optional_text("name");
  unit.kind = fields.unit_kind("kind");
  if (std::string parent = fields.optional_text("parent"); !parent.empty()) unit.parent = std::move(parent);
  unit.validity = fields.validity();
  unit.act = fields.optional_text("act");
  unit.place = fields.optional_text("place");
  unit.listed_at = fields.optional_text("listed_at");
  unit.ended_by = fields.provenance("ended_by");
  unit.inferred = fields.reason("inferred");
  return unit;
}

law::ActSummary act_of(Fields& fields) {
  law::ActSummary act;
  act.id = fields.text("id");
  act.number = fields.optional_text("number");
  act.kind = fields.optional_text("kind");
  act.organ = fields.optional_text("organ");
  act.title = fields.optional_text("title");
  act.file = fields.optional_text("file");
  act.date = fields.optional_day("date");
  act.in_force = fields.optional_day("in_force");
  act.in_force_rule = fields.optional_text("in_force_rule");
  act.amends = fields.act("amends");
  act.repeals = fields.acts("repeals");
  act.operations = fields.number("operations");
  act.not_applied = fields.number("not_applied");
  return act;
}

law::ProvisionVersion provision_of(Fields& fields) {
  law::ProvisionVersion version;
  version.id = fields.text("id");
  version.document = fields.document("document");
  version.citation = fields.citation("citation");
  version.text = fields.optional_text("text");
  version.closing = fields.optional_text("closing");
  version.validity = fields.validity();
  version.made_by = {fields.optional_text("act"), fields.optional_text("place")};
  version.ended_by = fields.provenance("ended_by");
  version.file = fields.optional_text("file");
  version.lines = fields.lines("lines");
  return version;
}

law::Operation operation_of(Fields& fields) {
  law::Operation operation;
  operation.act = fields.text("act");
  operation.place = fields.optional_text("place");
  operation.kind = fields.text("kind");
  operation.targets = fields.texts("targets");
  operation.anchor = fields.optional_text("anchor");
  operation.document = fields.document("document");
  operation.effective = fields.optional_day("effective");
  operation.lines = fields.lines("lines");
  operation.old_text = fields.optional_text("old");
  operation.new_text = fields.optional_text("new");
  operation.applied = fields.flag("applied");
  operation.note = fields.optional_text("note");
  return operation;
}

law::UnknownEnd unknown_end_of(Fields& fields) {
  law::UnknownEnd end;
  end.document = fields.document("document");
  end.citation = fields.citation("citation");
  end.ended_on = fields.day("ended_on");
  end.ended_by = fields.provenance("ended_by").value_or(law::Provenance{});
  end.repealed = fields.flag("repealed");
  return end;
}

}  // namespace kto::catalogue
