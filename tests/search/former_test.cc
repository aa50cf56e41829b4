// Units that are listed no longer: found when they are asked for, labelled, never an answer.
#include "indexer/changes/successors.h"
#include "indexer/corpus/office_law.h"
#include "searchd/search.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::searchd {
namespace {

const test::TinyIndex& example() {
  static const test::TinyIndex kIndex([] {
    std::vector<law::Catalogue> out;
    for (const corpus::OfficeSource& source : corpus::read_corpus("corpus")) {
      if (source.id != "przykladowa") continue;
      out.push_back(to_catalogue(corpus::read_law(source)));
      out.back().successions = changes::successions(out.back());
    }
    return out;
  }());
  return kIndex;
}

Answer ask(const char* q, const char* as_of) {
  WhoQuery query;
  query.q = q;
  query.as_of = test::day(as_of);
  query.office = "przykladowa";
  return who(example().reader(), query);
}

// "SG until 2023-01-01, now GKOŚ possible": what is said of each former unit.
std::string former(const Answer& answer) {
  std::string out;
  for (const FormerHolder& one : answer.former) {
    out += (out.empty() ? "" : "; ") + one.holder.unit->code + " until " + law::to_string(one.ended);
    for (const FormerHolder::Successor& next : one.successors)
      out += (&next == &one.successors.front() ? ", now " : ", ") + next.unit.code + " " +
             std::string(law::to_string(next.certainty));
  }
  return out;
}

TEST_CASE("who asks for a unit that is no more is told who took over") {
  struct Row {
    const char* q;
    const char* as_of;
    const char* former;
  };
  const std::vector<Row> rows{
      {"straż gminna", "2024-06-01", "SG until 2023-01-01, now GKOŚ possible"},
      {"SG", "2024-06-01", "SG until 2023-01-01, now GKOŚ possible"},
      {"straż gminna", "2022-12-31", ""},  // it was there
      {"OR-IV", "2024-06-01", "OR-IV until 2020-07-01, now IC-I likely, IC-II possible"},
      {"DP", "2024-01-14", ""},
      {"DP", "2024-01-15", "DP until 2024-01-15, now DG likely, PR possible"},
      {"OR", "2024-06-01", ""},
  };
  for (const Row& row : rows) {
    INFO(row.q << " on " << row.as_of);
    const Answer answer = ask(row.q, row.as_of);
    CHECK(former(answer) == row.former);
    for (const HolderAnswer& one : answer.answers) CHECK(one.holder.validity.has_value());
  }
}

TEST_CASE("a former unit shows its tasks as they last were, each once") {
  const Answer answer = ask("SG", "2024-06-01");
  REQUIRE(answer.former.size() == 1);
  CHECK(answer.former[0].tasks.size() == 3);
  CHECK(answer.former[0].holder.position.starts_with("§ 19"));
  REQUIRE(answer.former[0].holder.validity.has_value());
  CHECK(answer.former[0].holder.validity->to == test::day("2023-01-01"));
  for (const Hit& hit : answer.former[0].tasks) CHECK(hit.task.validity.contains(test::day("2022-12-31")));
}

TEST_CASE("what lies ahead names the act that does it") {
  // the holder changes while the words stay: the act of 2024, not that of the words
  const auto before = ask("DP", "2024-01-01");
  REQUIRE_FALSE(before.answers.empty());
  unsigned ahead = 0;
  for (const Hit& hit : before.answers[0].tasks) {
    REQUIRE(hit.upcoming.has_value());
    CHECK(hit.upcoming->act == "5/2024");
    CHECK(hit.upcoming->from == test::day("2024-01-15"));
    ++ahead;
  }
  CHECK(ahead == 3);
  // a part of an act that takes effect later than the act
  const auto guard = ask("SG", "2022-10-01");
  REQUIRE_FALSE(guard.answers.empty());
  REQUIRE(guard.answers[0].tasks[0].upcoming.has_value());
  CHECK(guard.answers[0].tasks[0].upcoming->act == "31/2022");
  CHECK(guard.answers[0].tasks[0].upcoming->ends);
}

}  // namespace
}  // namespace kto::searchd
