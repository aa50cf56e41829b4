#include "indexer/commands/audit_findings.h"

#include <algorithm>
#include <tuple>

namespace kto::commands {
using law::Severity;

const std::vector<Rule>& rules() {
  static const std::vector<Rule> kRules{
      {"act-missing", Severity::error, "An act between two of those read is missing",
       "find the act and put it into the folder of acts; until then the wording of these provisions is not known"},
      {"base-missing", Severity::warning, "The text that is amended is missing",
       "put the base act or a consolidated text into the folder of acts; until then a provision is known only from the "
       "day an act gives its whole wording"},
      {"not-applied", Severity::warning, "Operations that could not be applied",
       "see with kto-indexer explain what is known of the provision"},
      {"task-in-two-units", Severity::warning, "The same task in two or more units",
       "say which unit owns it and give the others another role, or move it to the tasks of all units"},
      {"task-without-unit", Severity::warning, "Tasks without a unit",
       "list the unit, or mend the name that heads its tasks"},
      {"task-orphaned", Severity::warning, "Tasks of a unit that is no longer listed",
       "repeal the tasks, give them to another unit, or list the unit again"},
      {"reference-repealed", Severity::warning, "References to provisions that are no longer law",
       "mend the reference with the next amendment"},
      {"reference-unknown", Severity::warning, "References to provisions that do not exist",
       "mend the reference with the next amendment"},
      {"unit-without-tasks", Severity::warning, "Listed units without tasks",
       "give the unit tasks, or take it out of the listing"},
      {"name-differs", Severity::warning, "Headings that do not name the unit as it is listed",
       "spell the name alike in both places"},
      {"listing-without-code", Severity::warning, "Units listed without a code",
       "add the code in brackets: case marks begin with it"},
      {"abnormal-end", Severity::warning, "Tasks whose text ends abnormally",
       "look at the source: a line may be lost, or a stop forgotten"},
      {"act-not-understood", Severity::warning, "Places in acts that were not understood",
       "look at the source; what stands there was not applied"},
      {"unit-not-listed", Severity::info, "Units that have tasks and are listed nowhere",
       "the listing stands in a text that was not read, or is missing"},
      {"reference-unchecked", Severity::info, "References that cannot be checked",
       "no act read gives or changes the provision: put the base act into the folder of acts"},
      {"task-common", Severity::info, "Tasks of many units",
       "no fault: the regulation gives them to all; kto shows them under their provision"},
      {"task-repeated-inside", Severity::info, "The same task in a unit and its own posts",
       "no conflict: the post does what the unit owns"},
  };
  return kRules;
}

const Rule& rule(std::string_view code) {
  const auto found = std::find_if(rules().begin(), rules().end(), [&](const Rule& each) { return each.code == code; });
  return found == rules().end() ? rules().back() : *found;
}

std::set<law::Document> known_bases(const corpus::OfficeLaw& law) {
  std::set<std::pair<std::string, std::string>> amending;  // act, place
  for (const law::Act& act : law.acts)
    for (const law::Amendment& amendment : act.amendments) amending.emplace(act.id, law::to_string(amendment.place));
  std::set<law::Document> out;
  for (const law::ProvisionVersion& version : law.timeline.versions)
    if (amending.count({version.made_by.act, version.made_by.place}) == 0) out.insert(version.document);
  return out;
}

std::vector<Finding> audit_law(const corpus::OfficeLaw& law, law::Date day) {
  std::vector<Finding> out;
  find_in_operations(law, day, out);
  find_in_tasks(law, day, out);
  find_in_units(law, day, out);
  find_in_references(law, day, out);
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
    const auto rank = [](const Finding& finding) {
      return std::tuple(&rule(finding.code) - rules().data(), finding.place.file, finding.place.line);
    };
    return rank(a) < rank(b);
  });
  return out;
}

}  // namespace kto::commands
