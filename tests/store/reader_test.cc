// Finding: filters, days, order, counts.
#include "indexer/store/reader.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

using test::day;

const test::TinyIndex& index() {
  static const test::TinyIndex kIndex(std::vector{
      test::office(
          "lublin",
          {
              {"§ 12 pkt 2", "", "nadzoru nad stanowiskiem pracy", "2022-01-01", "2023-11-15"},
              {"§ 12 pkt 2", "", "nadzoru nad stanowiskami pracy", "2023-11-15"},
              {"§ 16 ust. 1 pkt 8", "IT-ES referat", "administrowania pocztą", "2023-11-15"},
              {"§ 16 ust. 1 pkt 10", "IT-ES referat", "rozbudowy poczty", "2023-11-15"},
              {"§ 16 ust. 4 pkt 1", "IT-ES-II stanowisko", "nadawania uprawnień", "2023-11-15"},
              {"§ 160 pkt 1", "IT-ESX biuro", "współpracy z innymi", "2023-11-15", "", "", law::Role::cooperates},
              {"§ 22b ust. 5 pkt 7 lit. a", "IT-SG-III", "pozyskiwania danych", "2023-11-15"},
          }),
      test::office("chełm", {{"§ 1 pkt 1", "IT-ES referat", "administrowania pocztą", "1999-12-31", "2000-01-01"}})});
  return kIndex;
}

std::vector<std::string> found(const Query& query) {
  std::vector<std::string> citations;
  for (const Match& match : index().reader().find(query).matches)
    citations.push_back(match.found->stored().office + " " + to_string(match.found->stored().task.citation));
  return citations;
}

Query everything(const Filter& filter) {
  Query query;
  query.filter = filter;
  query.order = Order::citation;
  return query;
}

using Found = std::vector<std::string>;

TEST_CASE("all task points, page by page") {
  for (const unsigned count : {1U, 3U, 8U, 100U}) {
    std::vector<std::string> seen;
    TaskPage page;
    do {
      page = index().reader().tasks_after(page.last, count);
      CHECK(page.tasks.size() <= count);
      for (const StoredTask& stored : page.tasks)
        seen.push_back(stored.office + " " + law::to_string(stored.task.citation));
    } while (!page.tasks.empty());
    CHECK(seen == std::vector<std::string>{"chełm § 1 pkt 1", "lublin § 12 pkt 2", "lublin § 12 pkt 2",
                                           "lublin § 16 ust. 1 pkt 8", "lublin § 16 ust. 1 pkt 10",
                                           "lublin § 16 ust. 4 pkt 1", "lublin § 22b ust. 5 pkt 7 lit. a",
                                           "lublin § 160 pkt 1"});
    CHECK(page.last == index().reader().documents());
  }
}

TEST_CASE("conditions") {
  struct Row {
    Filter filter;
    Found found;
  };
  const auto cited = [](const char* text) { return law::parse_citation(text).value(); };
  const std::vector<Row> rows{
      {{.office = "chełm"}, {"chełm § 1 pkt 1"}},
      {{.office = "radom"}, {}},
      {{.office = "lublin", .units = {"IT-ES"}}, {"lublin § 16 ust. 1 pkt 8", "lublin § 16 ust. 1 pkt 10"}},
      {{.office = "lublin", .units_within = {"IT-ES"}},
       {"lublin § 16 ust. 1 pkt 8", "lublin § 16 ust. 1 pkt 10", "lublin § 16 ust. 4 pkt 1"}},
      {{.units_within = {"IT-SG", "IT-ESX"}}, {"lublin § 22b ust. 5 pkt 7 lit. a", "lublin § 160 pkt 1"}},
      {{.citations = {cited("§ 16 ust. 1")}}, {"lublin § 16 ust. 1 pkt 8", "lublin § 16 ust. 1 pkt 10"}},
      {{.citations = {cited("§ 16 ust. 1 pkt 8")}}, {"lublin § 16 ust. 1 pkt 8"}},
      {{.citations = {cited("§ 22b ust. 5 pkt 7")}}, {"lublin § 22b ust. 5 pkt 7 lit. a"}},
      {{.citations = {cited("§ 22")}}, {}},
      {{.role = law::Role::cooperates}, {"lublin § 160 pkt 1"}},
  };
  for (const Row& row : rows) CHECK(found(everything(row.filter)) == row.found);
}

TEST_CASE("the edges of a validity") {
  struct Row {
    const char* office;
    const char* day;
    std::size_t count;
  };
  const std::vector<Row> rows{{"lublin", "2021-12-31", 0}, {"lublin", "2022-01-01", 1}, {"lublin", "2023-11-14", 1},
                              {"lublin", "2023-11-15", 6}, {"lublin", "9999-12-31", 6}, {"chełm", "1999-12-30", 0},
                              {"chełm", "1999-12-31", 1},  {"chełm", "2000-01-01", 0},  {"chełm", "1000-01-01", 0}};
  for (const Row& row : rows) {
    INFO(row.office << " on " << row.day);
    CHECK(found(everything({.office = row.office, .as_of = day(row.day)})).size() == row.count);
  }
}

TEST_CASE("the wording of the day") {
  const auto text_on = [](const char* iso) {
    const auto matches =
        index().reader().find(everything({.as_of = day(iso), .citations = {law::parse_citation("§ 12").value()}}));
    return matches.matches.at(0).found->stored().task.text;
  };
  CHECK(text_on("2023-11-14") == "nadzoru nad stanowiskiem pracy");
  CHECK(text_on("2023-11-15") == "nadzoru nad stanowiskami pracy");
}

TEST_CASE("words are weighed, rare ones more; a layer's values count as one word") {
  Query query;
  query.groups = {{{{Field::lemma, {"poczta", "poczet"}, 1}}}, {{{Field::lemma, {"rozbudowa", "rozbudować"}, 1}}}};
  const Matches matches = index().reader().find(query);
  REQUIRE(matches.matches.size() == 3);
  CHECK(matches.matches[0].found->stored().task.text == "rozbudowy poczty");
  CHECK(matches.matches[0].layers == std::vector<MatchedLayer>{{0, Field::lemma}, {1, Field::lemma}});
  CHECK(matches.matches[1].layers == std::vector<MatchedLayer>{{0, Field::lemma}});
  CHECK(matches.matches[0].weight > matches.matches[1].weight);
}

TEST_CASE("words that came to nothing find nothing") {
  Query query;
  query.groups = {{}};
  CHECK(index().reader().find(query).matches.empty());
  query.groups = {{{{Field::lemma, {"nieznane"}, 1}}}};
  CHECK(index().reader().find(query).matches.empty());
}

TEST_CASE("pages and counts") {
  Query query = everything({.office = "lublin", .as_of = day("2024-01-01")});
  query.count = true;
  query.offset = 1;
  query.limit = 2;
  const Matches matches = index().reader().find(query);
  CHECK(matches.total == 6);
  REQUIRE(matches.matches.size() == 2);
  CHECK(to_string(matches.matches[0].found->stored().task.citation) == "§ 16 ust. 1 pkt 8");
  using Counts = std::vector<std::pair<std::string, unsigned>>;
  CHECK(matches.by_unit.front() == std::pair<std::string, unsigned>{"IT-ES", 2});
  CHECK(matches.by_role == Counts{{"owner", 5}, {"cooperates", 1}});
}

TEST_CASE("one task, its versions, and how often a word stands in the index") {
  const Reader& reader = index().reader();
  REQUIRE(reader.task("lublin/§ 16 ust. 1 pkt 8/2023-11-15").has_value());
  CHECK(reader.task("lublin/§ 16 ust. 1 pkt 8/2023-11-15")->task.text == "administrowania pocztą");
  CHECK_FALSE(reader.task("lublin/§ 16").has_value());
  const auto versions = reader.versions("lublin", law::parse_citation("§ 12 pkt 2").value());
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].task.validity.from == day("2022-01-01"));
  CHECK(versions[1].task.validity.from == day("2023-11-15"));
  CHECK(reader.versions("lublin", law::parse_citation("§ 12").value()).empty());
  CHECK(reader.frequency(Field::lemma, "poczta") == 3);
  CHECK(reader.frequency(Field::lemma, "pocztą") == 0);
  CHECK(reader.documents() == 8);
}

}  // namespace
}  // namespace kto::store
