// What a hit says besides its text: words marked, holder and units above it, what lies ahead.
#include "searchd/search.h"
#include "searchd/search_hit.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::searchd {
namespace {

const test::TinyIndex& index() {
  static const test::TinyIndex kIndex({
      {"§ 1 pkt 1", "IT wydział informatyki", "prowadzenia żółtych rejestrów", "2022-01-01", "2023-11-15"},
      {"§ 1 pkt 1", "IT wydział informatyki", "prowadzenia zielonych rejestrów", "2023-11-15", "2024-05-01"},
      {"§ 1 pkt 1", "IT wydział informatyki", "prowadzenia błękitnych rejestrów", "2024-07-01"},
      {"§ 2 pkt 1", "IT-ES referat", "administrowania pocztą ePUAP-u", "2022-01-01", "2024-07-01"},
      {"§ 2 ust. 2 pkt 1", "IT-ES-II stanowisko", "wsparcia użytkowników"},
      {"§ 9 pkt 1", "", "obsługi sekretariatu"},
  });
  return kIndex;
}

Hit hit(const std::string& id, const std::string& as_of, const std::string& q = "") {
  const store::Reader& reader = index().reader();
  return hit_of(reader, reader.task("lublin/" + id).value(), understand(reader, q, ""), test::day(as_of));
}

TEST_CASE("words that share a reading with the question are marked, in code points") {
  struct Row {
    const char* q;
    const char* text;
    std::vector<std::pair<unsigned, unsigned>> matched;
  };
  const std::vector<Row> rows{
      {"żółty rejestr", "prowadzenia żółtych rejestrów", {{12, 19}, {20, 29}}},
      {"ZOLTY", "prowadzenia żółtych rejestrów", {{12, 19}}},
      {"prowadzić", "prowadzenia żółtych rejestrów", {{0, 11}}},
      {"poczta", "żżż pocztą, pocztami", {{4, 10}, {12, 20}}},
      {"poczta", "", {}},
      {"", "prowadzenia żółtych rejestrów", {}},
      {"kto", "kto prowadzi", {}},
  };
  for (const Row& row : rows) {
    INFO(row.q << " in " << row.text);
    CHECK(matched_words(index().reader(), row.text, understand(index().reader(), row.q, "")) == row.matched);
  }
}

TEST_CASE("a holder has the units above it, from the nearest up") {
  const Holder holder = hit("§ 2 ust. 2 pkt 1/2022-01-01", "2024-01-01").holder;
  REQUIRE(holder.unit.has_value());
  CHECK(holder.unit->code == "IT-ES-II");
  REQUIRE(holder.parents.size() == 2);
  CHECK(holder.parents[0].code == "IT-ES");
  CHECK(holder.parents[1].code == "IT");
  CHECK(holder.position == "§ 2 ust. 2");
  REQUIRE(holder.validity.has_value());
  CHECK(holder.validity->from == test::day("2022-01-01"));
}

TEST_CASE("a point that no act gives a unit has its position and the reason") {
  const Holder holder = hit("§ 9 pkt 1/2022-01-01", "2024-01-01").holder;
  CHECK_FALSE(holder.unit.has_value());
  CHECK(holder.position == "§ 9");
  CHECK(holder.unit_reason == "no act names it");
  CHECK(holder.parents.empty());
}

TEST_CASE("what lies ahead of a point") {
  struct Row {
    const char* id;
    const char* as_of;
    const char* from;  // empty: nothing known
    bool ends;
  };
  const std::vector<Row> rows{
      {"§ 1 pkt 1/2022-01-01", "2023-11-14", "2023-11-15", false},  // reworded at once
      {"§ 1 pkt 1/2023-11-15", "2023-11-15", "2024-05-01", true},   // ends; the next wording comes after a gap
      {"§ 1 pkt 1/2024-07-01", "2024-07-01", "", false},
      {"§ 2 pkt 1/2022-01-01", "2024-01-01", "2024-07-01", true},
      {"§ 9 pkt 1/2022-01-01", "2024-01-01", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.id << " on " << row.as_of);
    const std::optional<Upcoming> upcoming = hit(row.id, row.as_of).upcoming;
    CHECK((upcoming ? law::to_string(upcoming->from) : "") == row.from);
    CHECK((upcoming && upcoming->ends) == row.ends);
  }
  CHECK(hit("§ 1 pkt 1/2022-01-01", "2023-11-14").upcoming->act == "act of 2023-11-15");
  CHECK(hit("§ 2 pkt 1/2022-01-01", "2024-01-01").upcoming->act == "act of 2024-07-01");
}

TEST_CASE("the act that made a point") {
  const Hit one = hit("§ 9 pkt 1/2022-01-01", "2024-01-01");
  CHECK(one.act.number == "act of 2022-01-01");
  CHECK(one.act.in_force == test::day("2022-01-01"));
}

TEST_CASE("one wording with several holders stands under each") {
  const test::TinyIndex two({{"§ 1 pkt 1", "IT-A referat", "przekazywania dokumentów do archiwum"},
                             {"§ 2 pkt 1", "IT-B referat", "przekazywania dokumentów do archiwum"},
                             {"§ 3 pkt 1", "", "przekazywania dokumentów do archiwum"}});
  WhoQuery query;
  query.q = "archiwum";
  query.as_of = test::day("2024-01-01");
  const Answer answer = who(two.reader(), query);
  CHECK(answer.answers.size() == 3);
  CHECK(answer.status == Status::ambiguous);
}

}  // namespace
}  // namespace kto::searchd
