// Why an answer is what it is; and what tells holders apart that it names together.
#include "searchd/explain.h"

#include <algorithm>

#include "searchd/search.h"
#include "tests/search/lublin.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

WhoQuery query_of(const std::string& q) {
  WhoQuery query;
  query.q = q;
  query.as_of = test::day("2024-06-01");
  query.office = "lublin";
  return query;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST_CASE("words, phrases and points are explained") {
  const Explanation why = explain(test::lublin_index().reader(), query_of("komu zgłosić zepsutą drukrkę"));
  CHECK(why.status != Status::no_answer);
  REQUIRE(why.words.size() == 3);
  CHECK(why.words[0].typed == "zgłosić");
  CHECK(why.words[0].share < 1);
  CHECK(why.words[1].share == 1);
  CHECK(has(why.words[2].meant, "drukarka"));
  CHECK_FALSE(why.phrases.empty());
  REQUIRE_FALSE(why.points.empty());
  CHECK(why.points.size() <= 20);
  double before = why.points.front().weight;
  for (const ExplainedPoint& point : why.points) {
    INFO(point.citation);
    CHECK(point.weight <= before);
    CHECK(point.coverage >= 0);
    CHECK(point.coverage <= 1);
    CHECK(point.found_weight > 0);
    CHECK_FALSE(point.holder.empty());
    CHECK(point.found.size() + point.added.size() > 0);
    before = point.weight;
  }
}

TEST_CASE("an explanation is readable") {
  const std::string text = to_text(explain(test::lublin_index().reader(), query_of("poczta elektroniczna")));
  for (const char* part : {"answered", "poczta", "elektroniczny", "IT-ES", "§ 16 ust. 1 pkt 8", "coverage 1.00"}) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(to_text(explain(test::lublin_index().reader(), query_of(""))).starts_with("no_answer"));
}

TEST_CASE("holders that cannot be told apart have words of their own") {
  const Answer answer = who(test::lublin_index().reader(), query_of("archiwum zakładowe"));
  REQUIRE(answer.status == Status::ambiguous);
  for (const HolderAnswer& holder : answer.answers) {
    REQUIRE(holder.holder.unit);
    INFO(holder.holder.unit->code);
    if (holder.holder.unit->code == "IT-ZP") CHECK(has(holder.apart, "zamówień"));
    if (holder.holder.unit->code == "IT-ER") CHECK(has(holder.apart, "ewidencji"));
    CHECK_FALSE(has(holder.apart, "archiwum"));
  }
  for (const HolderAnswer& holder : who(test::lublin_index().reader(), query_of("migracja danych")).answers)
    CHECK(holder.apart.empty());
}

}  // namespace
}  // namespace kto::searchd
