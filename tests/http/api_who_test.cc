// /api/v1/who and /api/v1/tasks over the real acts.
#include "searchd/api/clock.h"
#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

// "answered IT-ES: § 16 ust. 1 pkt 8": the status, the first holder, its first task.
std::string best(const json& answer) {
  const auto& answers = answer["answers"];
  if (answers.empty()) return answer["status"].get<std::string>();
  const auto& holder = answers[0]["holder"];
  const std::string name =
      holder["code"].is_null() ? "(" + holder["position"].get<std::string>() + ")" : holder["code"].get<std::string>();
  return answer["status"].get<std::string>() + " " + name + ": " +
         answers[0]["tasks"][0]["citation"].get<std::string>();
}

std::vector<std::string> citations(const json& answers) {
  std::vector<std::string> out;
  for (const auto& answer : answers)
    for (const auto& task : answer["tasks"]) out.push_back(task["citation"]);
  return out;
}

}  // namespace

TEST_CASE("one question, many spellings, one answer") {
  for (const char* q : {"administrowania systemem poczty elektronicznej", "kto administruje pocztą",
                        "ADMINISTROWANIE SYSTEMEM POCZTY ELEKTRONICZNEJ", "administrowanie poczta elektroniczna",
                        "§ 16 ust. 1 pkt 8", "par 16 ust 1 pkt 8"}) {
    INFO(q);
    CHECK(best(corpus_daemon().ask_json(who_target(q, "2024-06-01"))) == "answered IT-ES: § 16 ust. 1 pkt 8");
  }
}

TEST_CASE("a code in any case leads to its unit") {
  for (const char* q : {"IT-ES-II", "it-es-ii"}) {
    const auto answer = corpus_daemon().ask_json(who_target(q, "2024-06-01"));
    INFO(q);
    REQUIRE_FALSE(answer["answers"].empty());
    CHECK(answer["answers"][0]["holder"]["code"] == "IT-ES-II");
  }
}

TEST_CASE("the day decides") {
  const std::string q = "administrowania systemem poczty elektronicznej";
  const auto before = corpus_daemon().ask_json(who_target(q, "2023-11-14"));
  for (const auto& part : {before["answers"], before["related"]})
    for (const auto& citation : citations(part)) CHECK_FALSE(citation.starts_with("§ 16 "));
  const auto earlier = corpus_daemon().ask_json(who_target(q, "2021-12-31"));
  CHECK(earlier["status"] == "out_of_coverage");
  CHECK(earlier["answers"].empty());
  CHECK(earlier["related"].empty());
}

TEST_CASE("an answer carries its law: act, place, days, freshness") {
  const auto answer =
      corpus_daemon().ask_json(who_target("administrowania systemem poczty elektronicznej", "2024-06-01"));
  const auto& task = answer["answers"][0]["tasks"][0];
  CHECK(task["text"] == "administrowania systemem poczty elektronicznej");
  CHECK(task["act"].dump() ==
        R"({"date":"2023-11-13","in_force":"2023-11-15","number":"19/11/2023","place":"§ 1 pkt 6"})");
  CHECK(task["valid"].dump() == R"({"from":"2023-11-15","to":null})");
  CHECK(answer["freshness"]["law_state_as_of"] == "2023-11-15");
  CHECK(answer["freshness"]["last_act"] == "19/11/2023");
  CHECK(answer["query"]["office"] == "lublin");
}

TEST_CASE("no day means today in Warsaw") {
  const auto before = law::to_string(api::today());
  const std::string day = corpus_daemon().ask_json("/api/v1/who?q=poczta")["query"]["as_of"];
  CHECK((day == before || day == law::to_string(api::today())));  // midnight may pass in between
}

TEST_CASE("limits bound the answer") {
  const auto answer =
      corpus_daemon().ask_json(who_target("administrowanie systemem", "2024-06-01") + "&limit=2&tasks=1");
  CHECK(answer["answers"].size() <= 2);
  for (const auto& one : answer["answers"]) CHECK(one["tasks"].size() == 1);
}

TEST_CASE("debug: the scoring beside the same answer") {
  const std::string target = who_target("komu zgłosić zepsutą drukrkę", "2024-06-01");
  auto explained = corpus_daemon().ask_json(target + "&debug=1");
  REQUIRE(explained.contains("explanation"));
  const json why = explained["explanation"];
  CHECK(why["words"][2]["word"] == "drukrkę");
  CHECK(why["words"][2]["meant"].dump().find("\"drukarka\"") != std::string::npos);
  CHECK(why["words"][0]["share"] < 1);
  REQUIRE_FALSE(why["points"].empty());
  const json& first = explained["answers"][0];
  const auto answers = std::find_if(why["points"].begin(), why["points"].end(), [&](const json& point) {
    return point["citation"] == first["tasks"][0]["citation"];
  });
  REQUIRE(answers != why["points"].end());
  CHECK((*answers)["holder"] == first["holder"]["code"]);
  CHECK((*answers)["coverage"] > 0.5);
  CHECK(why["points"].size() <= 20);
  explained.erase("explanation");
  CHECK(explained == corpus_daemon().ask_json(target));
  CHECK(explained == corpus_daemon().ask_json(target + "&debug=0"));
  CHECK(corpus_daemon().ask(target + "&debug=yes").status == 400);
  CHECK(corpus_daemon().ask(target + "&debug=1").header("etag") != corpus_daemon().ask(target).header("etag"));
}

TEST_CASE("tasks: all of a day, page by page, each once") {
  const auto first = corpus_daemon().ask_json("/api/v1/tasks?as_of=2024-06-01&limit=100");
  const unsigned total = first["total"];
  std::vector<std::string> ids;
  for (unsigned offset = 0; offset < total; offset += 100) {
    const auto page =
        corpus_daemon().ask_json("/api/v1/tasks?as_of=2024-06-01&limit=100&offset=" + std::to_string(offset));
    for (const auto& task : page["tasks"]) ids.push_back(task["id"]);
  }
  CHECK(ids.size() == total);
  std::sort(ids.begin(), ids.end());
  CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
  unsigned counted = 0;
  for (const auto& facet : first["facets"]["role"]) counted += facet["count"].get<unsigned>();
  CHECK(counted == total);
}

TEST_CASE("tasks: filters") {
  const auto unit = corpus_daemon().ask_json("/api/v1/tasks?as_of=2024-06-01&unit=it-es-i&limit=100");
  REQUIRE_FALSE(unit["tasks"].empty());
  CHECK(unit["query"]["unit"] == "IT-ES-I");
  for (const auto& task : unit["tasks"]) CHECK(task["holder"]["code"] == "IT-ES-I");
  const auto role = corpus_daemon().ask_json("/api/v1/tasks?as_of=2024-06-01&role=cooperates&limit=100");
  REQUIRE_FALSE(role["tasks"].empty());
  for (const auto& task : role["tasks"]) CHECK(task["role"] == "cooperates");
}
