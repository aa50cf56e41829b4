// Answers across offices: who does it in the country, by kinds of units.
#include "searchd/across.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/store/wording_tables.h"
#include "indexer/text/collation.h"
#include "searchd/across_groups.h"
#include "searchd/search.h"
#include "tests/search/country.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

WhoQuery query_of(const std::string& q) {
  WhoQuery query;
  query.q = q;
  query.as_of = test::day("2024-06-01");
  query.limit = 100;
  query.tasks = 10;
  return query;
}

Across across(const WhoQuery& query) {
  const Answer answer = who(test::country_index().reader(), query);
  REQUIRE(answer.across != nullptr);
  return *answer.across;
}

// All units of a group, page by page.
std::vector<AcrossHolder> all_holders(WhoQuery query, const std::string& group, unsigned at_once) {
  query.group = group;
  query.limit = at_once;
  std::vector<AcrossHolder> all;
  for (std::optional<unsigned> next = 0; next;) {
    query.offset = *next;
    const Across page = across(query);
    REQUIRE(page.groups.size() == 1);
    for (const AcrossHolder& one : page.groups.front().holders) all.push_back(one);
    next = page.groups.front().next;
    REQUIRE((!next || *next == query.offset + at_once));
  }
  return all;
}

// Who has a task with all these words on the day, as the catalogues say.
std::set<std::string> holding(const std::string& word, law::Date day) {
  std::set<std::string> units;
  for (const law::Catalogue& office : test::country())
    for (const law::TaskPoint& task : office.tasks)
      if (task.text.find(word) != std::string::npos && task.validity.contains(day))
        units.insert(office.office + " " + (task.unit ? task.unit->code : ""));
  return units;
}

TEST_CASE("one kind of unit answers for all offices, whatever they call it") {
  const Answer answer = who(test::country_index().reader(), query_of("rejestracja pojazdów"));
  CHECK(answer.status == Status::ambiguous);  // another kind has the same words
  const Across& found = *answer.across;
  REQUIRE(found.groups.size() == 2);
  CHECK(found.groups[0].label == "Wydział Komunikacji");
  CHECK(found.groups[0].names == std::vector<std::string>{"Wydział Komunikacji", "referat komunikacji"});
  CHECK(found.groups[0].offices == 45);
  CHECK(found.groups[1].label == "Biuro Obsługi");  // it only cooperates
  CHECK(found.offices == 45);
  CHECK(found.whole);
  REQUIRE(answer.answers.size() == 2);  // one unit for each
  CHECK(answer.answers[0].tasks.front().offices > 1);
  CHECK(answer.answers[0].holder.unit->code.size() == 2);
}

TEST_CASE("who has a wording in force is in one group once, and counts agree") {
  for (const auto& [q, word] : std::map<std::string, std::string>{
           {"pojazdy", "pojazdów"}, {"bezdomne psy", "psów"}, {"kancelaria tajna", "kancelarii"}})
    for (const char* day : {"2023-06-01", "2024-06-01"}) {
      CAPTURE(q, day);
      WhoQuery query = query_of(q);
      query.as_of = test::day(day);
      std::set<std::string> seen;
      for (const AcrossGroup& group : across(query).groups) {
        std::set<std::string> offices;
        const std::vector<AcrossHolder> holders = all_holders(query, group.id, 7);
        for (const AcrossHolder& one : holders) {
          CHECK(seen.insert(one.office + " " + (one.unit ? one.unit->code : "")).second);
          CHECK(one.validity.contains(query.as_of));
          offices.insert(one.office);
        }
        CHECK(group.total == holders.size());
        CHECK(group.offices == offices.size());
      }
      CHECK(seen == holding(word, query.as_of));
    }
}

TEST_CASE("a unit of one code under two names is one, of the name it is met by first") {
  store::WordingTables tables;
  tables.offices = {"biala", "lasy"};
  for (const char* name : {"Referat Komunikacji", "Wydział Transportu"})
    tables.units.push_back({law::UnitRef{"KM", name, law::UnitKind::inne}, ""});
  const auto held_by = [&tables](std::uint32_t office, std::uint32_t unit) {
    store::WordingHolder holder;
    holder.office_place = holder.office_number = office;
    holder.unit_place = holder.unit_number = unit;
    holder.tables = &tables;
    return holder;
  };
  store::WordingMatches found;
  found.matches.resize(2);
  found.matches[0].holders = {held_by(0, 0), held_by(1, 0)};
  found.matches[1].holders = {held_by(0, 1), held_by(1, 0)};
  for (store::WordingMatch& match : found.matches) match.weight = 1;
  const Groups groups = grouped(found, Question{}, test::country_index().reader().analyser());
  REQUIRE(groups.units.size() == 1);
  CHECK(groups.units[0].kind.names == std::vector<std::string>{"Referat Komunikacji"});
  CHECK(groups.units[0].kind.units == 2);
  CHECK(groups.units[0].offices == 2);
  REQUIRE(groups.units[0].members.size() == 2);
  for (const UnitsOfAKind::Member& member : groups.units[0].members) CHECK(member.tasks == 2);
}

TEST_CASE("pages are the list cut, in Polish order of the names of offices") {
  const WhoQuery query = query_of("bezdomne psy");
  const Across found = across(query);
  REQUIRE(found.groups.size() == 1);
  const std::vector<AcrossHolder> at_once = all_holders(query, found.groups[0].id, 100);
  CHECK(at_once.size() == 42);
  CHECK(std::is_sorted(at_once.begin(), at_once.end(), [](const AcrossHolder& a, const AcrossHolder& b) {
    return text::polish_sort_key(a.office_name) < text::polish_sort_key(b.office_name);
  }));
  for (const unsigned size : {1U, 5U, 41U, 42U}) {
    const std::vector<AcrossHolder> paged = all_holders(query, found.groups[0].id, size);
    REQUIRE(paged.size() == at_once.size());
    for (std::size_t i = 0; i < paged.size(); ++i) CHECK(paged[i].task == at_once[i].task);
  }
}

TEST_CASE("no wording stands twice, and all that are named are there") {
  for (const char* q : {"rejestracja pojazdów", "wydawanie praw jazdy", "psy", "porządek"}) {
    const Across found = across(query_of(q));
    std::set<std::string> texts;
    for (const AcrossWording& one : found.wordings) CHECK(texts.insert(one.text).second);
    std::set<std::size_t> named;
    for (const AcrossGroup& group : found.groups) {
      for (const AcrossGroup::Said& said : group.wordings) named.insert(said.wording);
      for (const AcrossHolder& one : group.holders) named.insert(one.wording);
    }
    CHECK(named.size() == found.wordings.size());
  }
}

TEST_CASE("what says all of the question and more is told beside what says nothing more") {
  const test::TinyIndex index(
      {test::office("a", {{"§ 1 pkt 1", "KM Wydział Komunikacji", "rejestrowania pojazdów"}}),
       test::office("b", {{"§ 1 pkt 1", "KM Wydział Komunikacji",
                           "rejestrowania pojazdów, przyczep i maszyn rolniczych oraz wydawania tablic"}}),
       test::office("c", {{"§ 1 pkt 1", "KM Wydział Komunikacji", "usuwania pojazdów z dróg"}})});
  const Answer answer = who(index.reader(), query_of("rejestrowania pojazdów"));
  REQUIRE(answer.across->groups.size() == 1);
  CHECK(answer.across->groups[0].offices == 2);
}

TEST_CASE("groups have pages too") {
  WhoQuery query = query_of("rejestracja pojazdów");
  query.limit = 1;
  const Across first = across(query);
  CHECK(first.total == 2);
  REQUIRE(first.next == 1U);
  query.offset = *first.next;
  const Across second = across(query);
  REQUIRE(second.groups.size() == 1);
  CHECK(second.groups[0].id != first.groups[0].id);
  CHECK_FALSE(second.next);
}

TEST_CASE("what nobody does has no groups") {
  for (const char* q : {"zwalczanie smoków wawelskich", "§ 5 pkt 1"}) {
    const Answer answer = who(test::country_index().reader(), query_of(q));
    CHECK(answer.status == Status::no_answer);
    CHECK(answer.answers.empty());
    CHECK(answer.across->groups.empty());
    CHECK(answer.across->total == 0);
  }
}

TEST_CASE("one office is answered by itself, and a few offices by both") {
  WhoQuery query = query_of("rejestracja pojazdów");
  query.office = "o07";
  CHECK(who(test::country_index().reader(), query).across == nullptr);
  std::vector<law::Catalogue> few = test::country();
  few.resize(3);
  const test::TinyIndex index(few);
  query.office = "";
  const Answer answer = who(index.reader(), query);
  REQUIRE(answer.across != nullptr);
  CHECK(answer.across->groups.size() == 2);
  CHECK(answer.answers.size() == answer.total);
  CHECK_FALSE(answer.answers.front().holder.position.empty());
}

TEST_CASE("units of one office have pages") {
  std::vector<test::Point> points;
  for (unsigned i = 10; i < 50; ++i)
    points.push_back({"§ " + std::to_string(i) + " pkt 1", "U" + std::to_string(i), "prowadzenia rejestru umów"});
  const test::TinyIndex index(points);
  WhoQuery query = query_of("rejestr umów");
  query.limit = 15;
  std::set<std::string> seen;
  for (; query.offset < 60; query.offset += 15)
    for (const HolderAnswer& one : who(index.reader(), query).answers) CHECK(seen.insert(one.holder.unit->code).second);
  CHECK(seen.size() == 40);
}

TEST_CASE("tasks of a country are wordings, each once") {
  TasksQuery query;
  query.q = "rejestracja pojazdów";
  query.as_of = test::day("2024-06-01");
  const TasksAnswer answer = tasks(test::country_index().reader(), query);
  REQUIRE(answer.tasks.size() == answer.total);
  std::set<std::string> texts;
  for (const Hit& hit : answer.tasks) CHECK(texts.insert(hit.task.text).second);
  CHECK(answer.tasks.front().offices == 36);
}

}  // namespace
}  // namespace kto::searchd
