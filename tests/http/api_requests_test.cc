// Requests that cannot be served, and those that need not be: 400, 404, 304, HEAD.
#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

std::string faults(const json& problem) {
  std::string out;
  for (const auto& fault : problem["errors"])
    out += (out.empty() ? "" : " ") + fault["field"].get<std::string>() + ":" + fault["code"].get<std::string>();
  return out;
}

}  // namespace

TEST_CASE("400 holds every fault, in Polish, as problem+json") {
  const auto answer = corpus_daemon().ask("/api/v1/who?as_of=2023-02-30&limit=0&foo=1");
  CHECK(answer.status == 400);
  CHECK(answer.header("content-type") == "application/problem+json");
  CHECK(answer.header("etag").empty());
  const auto problem = json::parse(answer.body);
  CHECK(faults(problem) == "q:missing as_of:not-a-date limit:out-of-range foo:unknown-parameter");
  CHECK(problem["errors"][2]["message"] == "„0” nie jest liczbą od 1 do 100.");
}

TEST_CASE("faults as they travel") {
  const struct {
    const char* target;
    const char* faults;
  } rows[] = {
      {"/api/v1/who?q=a&q=b", "q:repeated-parameter"},
      {"/api/v1/who?q=%FF", "q:not-utf-8"},
      {"/api/v1/who?q=a%00b", "q:control-character"},
      {"/api/v1/who?q=a&as_of=2023-13-01", "as_of:not-a-date"},
      {"/api/v1/who?q=a&office=krakow&limit=0", "office:unknown-office limit:out-of-range"},
      {"/api/v1/who?q=a&office=krakow&unit=ZZ", "office:unknown-office unit:unknown-unit"},
      {"/api/v1/tasks?role=chief", "role:unknown-role"},
      {"/api/v1/tasks?offset=10001", "offset:out-of-range"},
      {"/api/v1/units?q=a", "q:unknown-parameter"},
      {"/api/v1/units/IT-ES?as_of=x", "as_of:not-a-date"},
      {"/openapi.json?x=1", "x:unknown-parameter"},
  };
  for (const auto& row : rows) {
    const auto answer = corpus_daemon().ask(row.target);
    INFO(row.target);
    CHECK(answer.status == 400);
    CHECK(faults(json::parse(answer.body)) == row.faults);
  }
}

TEST_CASE("404 names what is near, or the days it existed") {
  const auto near = corpus_daemon().ask("/api/v1/units/IT-EX?as_of=2024-06-01");
  CHECK(near.status == 404);
  const auto problem = json::parse(near.body);
  CHECK(faults(problem) == "code:unknown-unit");
  CHECK(std::count(problem["nearest"].begin(), problem["nearest"].end(), "IT-ES") == 1);
  const auto early = json::parse(corpus_daemon().ask("/api/v1/units/IT-ES?as_of=2021-12-31").body);
  CHECK(faults(early) == "as_of:not-in-force");
  CHECK(early["detail"].get<std::string>().find("Akty wymieniają ją od 15.11.2023.") != std::string::npos);
  CHECK(corpus_daemon().ask("/api/v1/units/" + encoded("\xFF<b>")).status == 404);
}

TEST_CASE("404: all that is wrong is that nobody has the name") {
  for (const char* target :
       {"/api/v1/who?q=a", "/api/v1/tasks?limit=1", "/api/v1/units?as_of=2024-06-01",
        "/api/v1/units/IT-ES?as_of=2024-06-01", "/api/v1/provisions?citation=par.16", "/api/v1/changes?from=2022-01-01",
        "/api/v1/acts?", "/api/v1/acts/19?", "/api/v1/units/IT-ES/history?", "/api/v1/resolve?mark=IT-ES",
        "/api/v1/suggest?q=po", "/api/v1/suggest/opensearch?q=po", "/api/v1/export?format=csv"}) {
    INFO(target);
    const auto answer = corpus_daemon().ask(std::string(target) + "&office=krakow");
    CHECK(answer.status == 404);
    const auto problem = json::parse(answer.body);
    CHECK(problem["type"] == "urn:problem-type:kto:unknown-office");
    CHECK(problem["nearest"] == json({"lublin"}));
  }
  for (const char* target : {"/api/v1/who?q=a&unit=IT-EX", "/api/v1/tasks?unit=IT-EX"}) {
    INFO(target);
    const auto problem = json::parse(corpus_daemon().ask(target).body);
    CHECK(problem["status"] == 404);
    CHECK(problem["type"] == "urn:problem-type:kto:unknown-unit");
    CHECK(std::count(problem["nearest"].begin(), problem["nearest"].end(), "IT-ES") == 1);
  }
}

TEST_CASE("unknown addresses: a problem for programs, a page for people") {
  const auto api = corpus_daemon().ask("/api/v1/nothing");
  CHECK(api.status == 404);
  CHECK(api.header("content-type") == "application/problem+json");
  const auto page = corpus_daemon().ask("/nothing");
  CHECK(page.status == 404);
  CHECK(page.header("content-type") == "text/html; charset=utf-8");
  CHECK(page.body.find("<h1>Nie znaleziono</h1>") != std::string::npos);
}

TEST_CASE("what a client has is not sent again") {
  for (const std::string& target : std::vector<std::string>{
           "/api/v1/who?q=poczta&as_of=2024-06-01", "/api/v1/tasks?as_of=2024-06-01", "/api/v1/units?as_of=2024-06-01",
           "/api/v1/units/IT-ES?as_of=2024-06-01", "/openapi.json", "/", "/?q=poczta&as_of=2024-06-01", "/jednostki",
           "/jednostki/IT-ES?as_of=2024-06-01"}) {
    INFO(target);
    const auto first = corpus_daemon().ask(target);
    CHECK(first.status == 200);
    const auto tag = first.header("etag");
    REQUIRE(tag.size() > 2);
    CHECK(first.header("cache-control") == "private, no-cache");
    const auto again = corpus_daemon().ask(target, "If-None-Match: " + tag + "\r\n");
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.header("etag") == tag);
  }
  const auto one = corpus_daemon().ask("/api/v1/who?q=poczta&as_of=2024-06-01").header("etag");
  CHECK(corpus_daemon().ask("/api/v1/who?q=poczta&as_of=2024-06-02").header("etag") != one);
  CHECK(corpus_daemon().ask("/api/v1/who?q=poczta&as_of=2024-06-01&limit=4").header("etag") != one);
}

// How many searches the daemon says it has answered.
unsigned answered() {
  const std::string metrics = corpus_daemon().ask("/metrics").body;
  const std::string row = "kto_answers_total{status=\"answered\"} ";
  const std::size_t at = metrics.find(row);
  return at == std::string::npos ? 0 : static_cast<unsigned>(std::stoul(metrics.substr(at + row.size())));
}

TEST_CASE("what many ask at once is answered alike, and counted as often") {
  constexpr unsigned kTimes = 12;  // more than are needed for the answer to be kept
  for (const std::string& target : std::vector<std::string>{
           "/api/v1/who?q=kto+administruje+poczt%C4%85&as_of=2024-06-03", "/?q=IT-ES&as_of=2024-06-03"}) {
    INFO(target);
    const unsigned before = answered();
    const auto first = corpus_daemon().ask(target);
    for (unsigned i = 1; i < kTimes; ++i) {
      const auto again = corpus_daemon().ask(target);
      CHECK(again.status == 200);
      CHECK(again.body == first.body);
      CHECK(again.header("etag") == first.header("etag"));
      CHECK(again.header("cache-control") == first.header("cache-control"));
    }
    CHECK(answered() == before + kTimes);
    const auto compressed = corpus_daemon().ask(target, "Accept-Encoding: gzip\r\n");
    CHECK(compressed.header("content-encoding") == "gzip");
    CHECK(corpus_daemon().ask(target).body == first.body);
  }
  CHECK(corpus_daemon().ask("/api/v1/who?q=kto+administruje+poczt%C4%85&as_of=2023-11-14").body !=
        corpus_daemon().ask("/api/v1/who?q=kto+administruje+poczt%C4%85&as_of=2024-06-03").body);
}

TEST_CASE("units: the tree of a day, and one of it") {
  const auto tree = corpus_daemon().ask_json("/api/v1/units?as_of=2024-06-01");
  unsigned count = 0;
  const std::function<void(const json&)> walk = [&](const json& nodes) {
    for (const auto& node : nodes) ++count, walk(node["children"]);
  };
  walk(tree["units"]);
  CHECK(count == 23);  // codes listed by the two acts
  const auto unit = corpus_daemon().ask_json("/api/v1/units/it-es?as_of=2024-06-01");
  CHECK(unit["unit"]["code"] == "IT-ES");
  CHECK(unit["unit"]["listed_at"] == "§ 3 ust. 1 pkt 4");
  CHECK(unit["posts"].size() == 1);
  CHECK(unit["children"].size() == 2);
  CHECK(unit["tasks"].size() == 23);  // 13 of § 16 ust. 1, 10 of its head's § 16 ust. 2
  CHECK(corpus_daemon().ask_json("/api/v1/units?as_of=2021-12-31")["units"].empty());
}

TEST_CASE("every holder an answer names has its own page") {
  const auto tasks = corpus_daemon().ask_json("/api/v1/tasks?as_of=2024-06-01&limit=100");
  for (const auto& facet : tasks["facets"]["unit"]) {
    const std::string code = facet["value"];
    if (code.empty()) continue;  // points that no act gives to a unit
    INFO(code);
    CHECK(corpus_daemon().ask("/api/v1/units/" + encoded(code) + "?as_of=2024-06-01").status == 200);
    CHECK(corpus_daemon().ask("/jednostki/" + encoded(code) + "?as_of=2024-06-01").status == 200);
  }
}
