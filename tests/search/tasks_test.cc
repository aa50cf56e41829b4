// Task points: ranked by words, or all in order of citation.
#include "searchd/search.h"
#include "tests/search/lublin.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

TasksQuery about(const std::string& q) {
  TasksQuery query;
  query.q = q;
  query.as_of = test::day("2024-06-01");
  query.office = "lublin";
  return query;
}

TasksAnswer run(const TasksQuery& query) {
  return tasks(test::lublin_index().reader(), query);
}

unsigned sum(const std::vector<Facet>& facets) {
  unsigned total = 0;
  for (const Facet& facet : facets) total += facet.count;
  return total;
}

TEST_CASE("without words all points in force come in order of citation, page by page") {
  TasksQuery query = about("");
  query.limit = 50;
  std::vector<law::Citation> citations;
  for (query.offset = 0;; query.offset += query.limit) {
    const TasksAnswer answer = run(query);
    CHECK(sum(answer.by_role) == answer.total);
    CHECK(sum(answer.by_unit) <= answer.total);  // points without a unit are not counted by unit
    if (answer.tasks.empty()) {
      CHECK(citations.size() == answer.total);
      break;
    }
    for (const Hit& hit : answer.tasks) citations.push_back(hit.task.citation);
  }
  CHECK(std::is_sorted(citations.begin(), citations.end()));
  unsigned in_force = 0;
  for (const law::TaskPoint& task : test::lublin().tasks) in_force += task.validity.contains(query.as_of) ? 1 : 0;
  CHECK(citations.size() == in_force);
}

TEST_CASE("with words the best come first, and a page beyond the end is empty") {
  TasksQuery query = about("poczta elektroniczna");
  const TasksAnswer answer = run(query);
  REQUIRE(answer.total > 3);
  CHECK(to_string(answer.tasks.front().task.citation).starts_with("§ 16"));
  for (std::size_t i = 1; i < answer.tasks.size(); ++i) CHECK(answer.tasks[i].score <= answer.tasks[i - 1].score);
  query.offset = answer.total;
  const TasksAnswer beyond = run(query);
  CHECK(beyond.tasks.empty());
  CHECK(beyond.total == answer.total);
}

TEST_CASE("filters by unit and role") {
  TasksQuery query = about("");
  query.unit = "OM-IU";
  query.limit = 500;
  for (const Hit& hit : run(query).tasks) CHECK(hit.holder.unit.value().code.starts_with("OM-IU"));
  query = about("");
  query.limit = 500;
  query.role = law::Role::cooperates;
  const TasksAnswer answer = run(query);
  for (const Hit& hit : answer.tasks) CHECK(hit.task.role == law::Role::cooperates);
}

}  // namespace
}  // namespace kto::searchd
