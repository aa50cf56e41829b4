#include "searchd/api/parameters.h"

#include "searchd/api/intake.h"

namespace kto::api {

namespace {

// A page of the answer: of units or, across offices, of groups or of the units of one.
void take_page(Intake& intake, WhoQuery& query) {
  query.limit = intake.number("limit", {1, Bounds::kHolders, WhoQuery{}.limit});
  query.offset = intake.number("offset", {0, Bounds::kOffset, 0});
  query.group = intake.question("group", false);
  if (!query.group.empty() && !query.office.empty())
    intake.fault("group", "group-of-office",
                 "Rodzaj komórki (group) wybiera się tylko z odpowiedzi wszystkich urzędów, czyli bez office.");
}

}  // namespace

Parsed<WhoQuery> parse_who(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  WhoQuery query;
  query.q = intake.question("q", true);
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  query.unit = intake.unit("unit");
  query.as_typed = {intake.question("exact", false), intake.question("without", false)};
  take_page(intake, query);
  query.tasks = intake.number("tasks", {1, Bounds::kBest, WhoQuery{}.tasks});
  query.debug = intake.flag("debug");
  return {query, intake.faults()};
}

Parsed<TasksQuery> parse_tasks(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  TasksQuery query;
  query.q = intake.question("q", false);
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  query.unit = intake.unit("unit");
  query.role = intake.role("role");
  query.limit = intake.number("limit", {1, Bounds::kPoints, TasksQuery{}.limit});
  query.offset = intake.number("offset", {0, Bounds::kOffset, 0});
  return {query, intake.faults()};
}

Parsed<UnitsQuery> parse_units(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  UnitsQuery query;
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  return {query, intake.faults()};
}

Parsed<PageQuery<WhoQuery>> parse_search_page(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  PageQuery<WhoQuery> page;
  page.query.q = intake.question("q", false);
  page.query.as_of = intake.day_or_fields("as_of", page.typed);
  page.query.office = intake.office("office", true);
  page.query.unit = intake.unit("unit");
  page.query.as_typed = {intake.question("exact", false), intake.question("without", false)};
  take_page(intake, page.query);
  return {page, intake.faults()};
}

Parsed<StructurePageQuery> parse_structure_page(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  StructurePageQuery page;
  page.query.as_of = intake.day_or_fields("as_of", page.typed);
  page.query.office = intake.office("office", true);
  page.office_name = intake.question("name", false);
  return {page, intake.faults()};
}

Parsed<PageQuery<UnitsQuery>> parse_unit_page(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  PageQuery<UnitsQuery> page;
  page.query.as_of = intake.day_or_fields("as_of", page.typed);
  page.query.office = intake.office("office", true);
  return {page, intake.faults()};
}

std::vector<front::Fault> parse_nothing(const Sent& sent) {
  return Intake(sent, {}).faults();
}

}  // namespace kto::api
