#include "indexer/commands/diff_print.h"

namespace kto::commands {
namespace {

using catalogue::null_or;

Row task_row(const std::optional<law::TaskPoint>& task) {
  if (!task) return nullptr;
  const Row unit = task->unit ? Row{{"code", task->unit->code}, {"name", null_or(task->unit->name)}} : Row(nullptr);
  return {{"id", task->id},
          {"citation", law::to_string(task->citation)},
          {"text", task->text},
          {"context", null_or(task->context)},
          {"unit", unit},
          {"post", null_or(task->post)},
          {"position", task->position},
          {"act", task->made_by.act},
          {"place", task->made_by.place},
          {"file", task->file},
          {"lines", catalogue::row_of(task->lines)}};
}

Row unit_row(const std::optional<law::Unit>& unit) {
  if (!unit) return nullptr;
  return {{"code", unit->code},
          {"name", null_or(unit->name)},
          {"kind", law::to_string(unit->kind)},
          {"parent", unit->parent ? Row(*unit->parent) : Row(nullptr)},
          {"listed_at", null_or(unit->listed_at)}};
}

Row provenance_row(const law::Provenance& by) {
  return {{"act", by.act}, {"place", null_or(by.place)}};
}

Row unknown_row(const law::UnknownEnd& end) {
  return {{"citation", law::to_string(end.citation)},
          {"ended_on", law::to_string(end.ended_on)},
          {"act", end.ended_by.act},
          {"place", end.ended_by.place},
          {"how", end.repealed ? "repealed" : "replaced"}};
}

template <class Values, class ToRow>
Row rows(const Values& values, ToRow to_row) {
  Row out = Row::array();
  for (const auto& value : values) out.push_back(to_row(value));
  return out;
}

Row task_change_row(const changes::TaskChange& change) {
  Row words = Row::array();
  for (const changes::Piece& piece : change.words)
    words.push_back({{"what", changes::to_string(piece.kind)}, {"text", piece.text}});
  return {{"what", changes::to_string(change.kind)},
          {"before", task_row(change.before)},
          {"after", task_row(change.after)},
          {"words", words.empty() ? Row(nullptr) : words},
          {"likeness", change.before && change.after ? Row(change.likeness) : Row(nullptr)},
          {"by", rows(change.by, provenance_row)},
          {"former", change.former ? unknown_row(*change.former) : Row(nullptr)}};
}

Row unit_change_row(const changes::UnitChange& change) {
  return {{"what", changes::to_string(change.kind)},
          {"before", unit_row(change.before)},
          {"after", unit_row(change.after)},
          {"by", rows(change.by, provenance_row)},
          {"former", change.former ? unknown_row(*change.former) : Row(nullptr)}};
}

Row counts(const changes::Changes& changes) {
  Row out;
  for (const char* kind : {"moved", "reworded", "renumbered", "came", "first_known", "went"}) out[kind] = 0;
  for (const changes::TaskChange& change : changes.tasks) {
    Row& count = out[std::string(changes::to_string(change.kind))];
    count = count.get<unsigned>() + 1;
  }
  return out;
}

}  // namespace

Row changes_row(const OfficeChanges& office) {
  const changes::Changes& changes = office.changes;
  return {{"office", changes.office},
          {"office_name", office.catalogue->office_name},
          {"known_from", changes.known_from ? Row(law::to_string(*changes.known_from)) : Row(nullptr)},
          {"acts", changes.acts},
          {"counts", counts(changes)},
          {"units", rows(office.chapters,
                         [](const changes::Chapter& chapter) {
                           return Row{{"code", null_or(chapter.code)},
                                      {"name", null_or(chapter.name)},
                                      {"position", null_or(chapter.position)},
                                      {"units", rows(chapter.units, unit_change_row)},
                                      {"tasks", rows(chapter.tasks, task_change_row)}};
                         })},
          {"unknown", rows(changes.unknown, unknown_row)}};
}

}  // namespace kto::commands
