// The routes of the law over time, over the wire: what is found, what is asked wrongly, what nobody knows. What the
// answers hold is the matter of tests/api; here they are also written down for the check against /openapi.json.
#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

// A case of its own for each: statuses of 200, 304 to its tag, 400 with a parameter nobody knows.
const std::string kCitation = encoded("§ 12 pkt 2");
const std::vector<std::string> kTargets{
    "/api/v1/acts",
    "/api/v1/acts/zarzadzenie-19-11-2023",
    "/api/v1/acts/19%2F11%2F2023?office=lublin",
    "/api/v1/provisions?citation=" + kCitation + "&as_of=2024-06-01",
    "/api/v1/provisions?citation=" + encoded("§ 16"),
    "/api/v1/provisions/lublin-par12-pkt2-20220101",
    "/api/v1/changes?from=2022-06-01&to=2024-06-01",
    "/api/v1/changes?act=58%2F12%2F2021",
    "/api/v1/units/it-es/history",
    "/api/v1/units/IT-SG/history?office=lublin",
    "/api/v1/resolve?mark=IT-ES.1431.5.2024",
    "/api/v1/resolve?mark=IT-ES.1431.5.2022",
    "/api/v1/resolve?mark=it-ss&as_of=2022-06-01",
    "/api/v1/resolve?mark=" + encoded("§16/1/8"),
};

}  // namespace

TEST_CASE("the law over time: found, current, asked wrongly") {
  for (const std::string& target : kTargets) {
    INFO(target);
    const auto first = corpus_daemon().ask(target);
    CHECK(first.status == 200);
    CHECK(first.header("content-type") == "application/json; charset=utf-8");
    CHECK(first.header("cache-control") == "private, no-cache");
    const auto tag = first.header("etag");
    REQUIRE(tag.size() > 2);
    CHECK(corpus_daemon().ask(target, "If-None-Match: " + tag + "\r\n").status == 304);
    const std::string wrong = target + (target.find('?') == std::string::npos ? "?" : "&") + "lmit=1";
    CHECK(corpus_daemon().ask(wrong).status == 400);
  }
}

TEST_CASE("the law over time: what nobody knows names the nearest") {
  struct Row {
    std::string target;
    const char* type;
    bool nearest;
  };
  const Row rows[] = {
      {"/api/v1/acts/19-11-2022", "unknown-act", true},
      {"/api/v1/changes?act=19-11-2022", "unknown-act", true},
      {"/api/v1/provisions?citation=" + encoded("§ 12 ust. 2"), "unknown-citation", true},
      {"/api/v1/provisions/lublin-par12-pkt2-20220102", "unknown-provision", false},
      {"/api/v1/units/IT-EX/history", "unknown-unit", true},
      {"/api/v1/resolve?mark=IT-EX.1431.5.2024", "unknown-unit", true},
      {"/api/v1/resolve?mark=" + encoded("§ 16 ust. 9"), "unknown-citation", true},
  };
  for (const Row& row : rows) {
    INFO(row.target);
    const auto answer = corpus_daemon().ask(row.target);
    CHECK(answer.status == 404);
    CHECK(answer.header("content-type") == "application/problem+json");
    const auto problem = json::parse(answer.body);
    CHECK(problem["type"] == std::string("urn:problem-type:kto:") + row.type);
    CHECK(problem.contains("nearest") == row.nearest);
  }
}

TEST_CASE("a code that is a path is taken whole") {
  CHECK(corpus_daemon().ask("/api/v1/units/IT-ES/history/x").status == 404);
  CHECK(corpus_daemon().ask("/api/v1/provisions/").status == 404);
  CHECK(corpus_daemon().ask("/api/v1/provisions/%FF").status == 404);
  CHECK(corpus_daemon().ask("/api/v1/acts/" + std::string(200, 'a')).status == 404);
}
