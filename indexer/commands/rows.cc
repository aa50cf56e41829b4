#include "indexer/commands/rows.h"

#include "indexer/catalogue/rows.h"

namespace kto::commands {
namespace {

using catalogue::null_or;

bool in_force(std::optional<law::Date> from, std::optional<law::Date> as_of) {
  return !as_of || (from && *from <= *as_of);
}
bool valid(const law::Validity& validity, std::optional<law::Date> as_of) {
  return !as_of || validity.contains(*as_of);
}

}  // namespace

std::vector<Row> act_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::Act& act : law.acts) {
    if (!in_force(act.in_force, as_of)) continue;
    out.push_back({{"office", law.id},
                   {"number", null_or(act.number)},
                   {"kind", null_or(act.kind)},
                   {"organ", null_or(act.organ)},
                   {"date", null_or(act.date)},
                   {"in_force", null_or(act.in_force)},
                   {"in_force_rule", null_or(act.in_force_rule)},
                   {"title", act.title},
                   {"amends", act.amends ? catalogue::row_of(*act.amends) : Row(nullptr)},
                   {"file", act.file}});
  }
  return out;
}

std::vector<Row> operation_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::Operation& operation : corpus::to_catalogue(law).operations)
    if (in_force(operation.effective, as_of)) out.push_back(catalogue::operation_row(law.id, operation));
  return out;
}

std::vector<Row> provision_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of) {
  std::vector<Row> out;
  for (const law::ProvisionVersion& version : law.timeline.versions)
    if (valid(version.validity, as_of)) out.push_back(catalogue::provision_row(law.id, version));
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
