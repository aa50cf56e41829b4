// What the units of a day show: units without tasks, and what reading their names and listings showed.
#include <algorithm>
#include <set>

#include "indexer/commands/audit_findings.h"

namespace kto::commands {
namespace {

const law::ProvisionVersion* listing_of(const corpus::OfficeLaw& law, const law::Unit& unit) {
  for (const law::ProvisionVersion& version : law.timeline.versions)
    if (unit.id.rfind(version.id + "-u", 0) == 0) return &version;
  return nullptr;
}

// The version that stands where a diagnostic points, if it is law on the day.
const law::ProvisionVersion* version_at(const corpus::OfficeLaw& law, const law::Diagnostic& diagnostic,
                                        law::Date day) {
  for (const law::ProvisionVersion& version : law.timeline.versions)
    if (version.file == diagnostic.file && version.lines.first == diagnostic.line && version.validity.contains(day) &&
        diagnostic.message.find(law::to_string(version.citation)) != std::string::npos)
      return &version;
  return nullptr;
}

void find_without_tasks(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out) {
  std::set<std::pair<std::string, bool>> with_tasks;  // code, of the head
  for (const law::TaskPoint& task : law.extraction.tasks)
    if (task.unit && task.validity.contains(day)) with_tasks.insert({task.unit->code, !task.post.empty()});
  const std::set<law::Document> bases = known_bases(law);
  for (const law::Unit& unit : law.extraction.units) {
    const bool head = unit.kind == law::UnitKind::kierownik;
    if (!unit.validity.contains(day) || with_tasks.count({unit.code, head}) > 0) continue;
    const law::ProvisionVersion* listing = listing_of(law, unit);
    const bool whole = listing != nullptr && bases.count(listing->document) > 0;
    std::string message = (head ? "the head of " + unit.code : unit.code) + " " + unit.name + " has no tasks";
    if (!whole) message += " in what is known; the base text, which may give them, was not read";
    Place place{unit.listed_at, listing != nullptr ? listing->file : "", listing != nullptr ? listing->lines.first : 0};
    out.push_back({"unit-without-tasks",
                   whole ? rule("unit-without-tasks").severity : law::Severity::info,
                   std::move(place),
                   std::move(message),
                   {}});
  }
}

}  // namespace

void find_in_units(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out) {
  find_without_tasks(law, day, out);
  for (const law::Diagnostic& diagnostic : law.extraction.diagnostics) {
    const auto known =
        std::find_if(rules().begin(), rules().end(), [&](const Rule& each) { return each.code == diagnostic.code; });
    const law::ProvisionVersion* version = version_at(law, diagnostic, day);
    if (known == rules().end() || version == nullptr) continue;
    out.push_back({known->code,
                   known->severity,
                   {law::to_string(version->citation), diagnostic.file, diagnostic.line},
                   diagnostic.message,
                   {}});
  }
}

}  // namespace kto::commands
