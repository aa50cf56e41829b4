#include "indexer/commands/rows.h"

#include <map>

#include "indexer/catalogue/rows.h"
#include "indexer/law/amendment_text.h"

namespace kto::commands {
namespace {

Row null_or(const std::string& text) {
  return text.empty() ? Row(nullptr) : Row(text);
}
Row null_or(std::optional<law::Date> date) {
  return date ? Row(law::to_string(*date)) : Row(nullptr);
}
Row lines(law::Lines lines) {
  return Row::array({lines.first, lines.last});
}

bool in_force(std::optional<law::Date> from, std::optional<law::Date> as_of) {
  return !as_of || (from && *from <= *as_of);
}
bool valid(const law::Validity& validity, std::optional<law::Date> as_of) {
  return !as_of || validity.contains(*as_of);
}

Row provenance(const std::optional<law::Provenance>& by) {
  return by ? Row{{"act", by->act}, {"place", by->place}} : Row(nullptr);
}

Row document_row(const law::Document& document) {
  return {{"act", null_or(document.act)}, {"annex", null_or(document.annex)}};
}

Row operation_row(const corpus::OfficeLaw& law, const law::Act& act, const consolidate::Outcome& outcome) {
  const law::Amendment& amendment = act.amendments[outcome.index];
  const law::Wording wording = wording_of(amendment.change);
  return {{"office", law.id},
          {"act", act.id},
          {"place", law::to_string(amendment.place)},
          {"kind", law::kind(amendment.change)},
          {"targets", law::targets(amendment.change)},
          {"anchor", null_or(anchor_of(amendment.change))},
          {"document", document_row(amendment.document)},
          {"effective", null_or(amendment.effective)},
          {"lines", lines(amendment.lines)},
          {"old", null_or(wording.old_text)},
          {"new", null_or(wording.new_text)},
          {"applied", outcome.applied},
          {"note", null_or(outcome.note)}};
}

}  // namespace

std::vector<Row> act_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::Act& act : law.acts) {
    if (!in_force(act.in_force, as_of)) continue;
    const Row amends =
        act.amends ? Row{{"number", null_or(act.amends->number)}, {"date", null_or(act.amends->date)}} : Row(nullptr);
    out.push_back({{"office", law.id},
                   {"number", null_or(act.number)},
                   {"kind", null_or(act.kind)},
                   {"organ", null_or(act.organ)},
                   {"date", null_or(act.date)},
                   {"in_force", null_or(act.in_force)},
                   {"in_force_rule", null_or(act.in_force_rule)},
                   {"title", act.title},
                   {"amends", amends},
                   {"file", act.file}});
  }
  return out;
}

std::vector<Row> operation_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  std::map<std::string, const law::Act*> acts;
  for (const law::Act& act : law.acts) acts.emplace(act.id, &act);
  for (const consolidate::Outcome& outcome : law.timeline.outcomes) {
    const law::Act& act = *acts.at(outcome.act);
    if (in_force(act.amendments[outcome.index].effective, as_of)) out.push_back(operation_row(law, act, outcome));
  }
  return out;
}

std::vector<Row> provision_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::ProvisionVersion& version : law.timeline.versions) {
    if (!valid(version.validity, as_of)) continue;
    out.push_back({{"office", law.id},
                   {"id", version.id},
                   {"document", document_row(version.document)},
                   {"citation", law::to_string(version.citation)},
                   {"text", version.text},
                   {"closing", null_or(version.closing)},
                   {"valid_from", law::to_string(version.validity.from)},
                   {"valid_to", null_or(version.validity.to)},
                   {"act", version.made_by.act},
                   {"place", version.made_by.place},
                   {"ended_by", provenance(version.ended_by)},
                   {"file", version.file},
                   {"lines", lines(version.lines)}});
  }
  return out;
}

std::vector<Row> unit_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::Unit& unit : law.extraction.units) {
    if (!valid(unit.validity, as_of)) continue;
    out.push_back(catalogue::unit_row(law.id, unit));
  }
  return out;
}

std::vector<Row> task_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::TaskPoint& task : law.extraction.tasks)
    if (valid(task.validity, as_of)) out.push_back(catalogue::task_row(law.id, task));
  return out;
}

std::vector<Row> diagnostic_rows(const corpus::OfficeLaw& law, std::optional<law::Date>) {
  std::vector<Row> out;
  for (const law::Diagnostic& diagnostic : corpus::diagnostics(law))
    out.push_back({{"office", law.id},
                   {"file", diagnostic.file},
                   {"line", diagnostic.line},
                   {"column", diagnostic.column},
                   {"severity", law::to_string(diagnostic.severity)},
                   {"code", diagnostic.code},
                   {"message", diagnostic.message}});
  return out;
}

}  // namespace kto::commands
