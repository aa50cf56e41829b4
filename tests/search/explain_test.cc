// Why an answer is what it is; and what tells holders apart that it names together.
#include "searchd/explain.h"

#include <algorithm>
#include <filesystem>

#include "indexer/law/error.h"
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

// Words that are rare in Lublin are common here, and the other way round.
std::vector<law::Catalogue> offices_of_country() {
  std::vector<law::Catalogue> offices{test::lublin()};
  for (unsigned i = 0; i < store::kTogether; ++i)
    offices.push_back(test::office("o" + std::to_string(i), {{"§ 1 pkt 1", "IT", "obsługi drukarek i poczty"},
                                                             {"§ 1 pkt 2", "IT-ES", "obsługi poczty"},
                                                             {"§ 1 pkt 3", "GK opłaty", "opłat za psy"}}));
  return offices;
}

const test::TinyIndex& country() {
  static const test::TinyIndex kCountry(offices_of_country());
  return kCountry;
}

TEST_CASE("every weight of an office's answer is the same in a country as alone") {
  for (const char* q : {"komu zgłosić zepsutą drukrkę", "poczta elektroniczna", "IT-ES", "§ 16 ust. 1 pkt 8",
                        "podatek od psa", "administrowanie siecią i systemami"}) {
    CAPTURE(q);
    CHECK(to_text(explain(country().reader(), query_of(q))) ==
          to_text(explain(test::lublin_index().reader(), query_of(q))));
  }
}

TEST_CASE("a question that names no office is answered by all") {
  WhoQuery query = query_of("opłaty za psy");
  query.office = "";
  query.limit = 20;
  const Answer answer = who(country().reader(), query);
  REQUIRE(answer.answers.size() == 1);  // all have it in the same words
  CHECK(answer.answers[0].holder.office != "lublin");
  CHECK(answer.answers[0].holder.unit->code == "GK");
  CHECK(answer.answers[0].tasks.front().offices == store::kTogether);
}

TEST_CASE("an answer of all offices is explained by their wordings: no office's own file is opened") {
  const test::TinyIndex index(offices_of_country());
  for (const auto& file : std::filesystem::directory_iterator(index.folder() / "shards"))
    if (file.path().filename().string().front() != '+') std::filesystem::remove(file.path());
  WhoQuery query = query_of("opłaty za psy");
  query.office = "";
  const Explanation why = explain(index.reader(), query);
  REQUIRE_FALSE(why.points.empty());
  const ExplainedPoint& best = why.points.front();
  CHECK(best.holder == "opłata");
  CHECK(best.id == "o0/§ 1 pkt 3/2022-01-01");
  CHECK(best.citation == "§ 1 pkt 3");
  CHECK(best.coverage > 0.99);
  CHECK(why.on_any_day > 0.99);
  query.office = "o0";
  CHECK_THROWS_AS(explain(index.reader(), query), law::Error);
}

TEST_CASE("words, phrases and points are explained") {
  const Explanation why = explain(test::lublin_index().reader(), query_of("komu zgłosić zepsutą drukrkę"));
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
  for (const char* part :
       {"best coverage on any day 1.00", "poczta", "elektroniczny", "IT-ES", "§ 16 ust. 1 pkt 8", "coverage 1.00"}) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(to_text(explain(test::lublin_index().reader(), query_of(""))).starts_with("best coverage on any day 0.00"));
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
