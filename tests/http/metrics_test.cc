// /metrics: counts what happened, and holds nothing that anybody asked.
#include "searchd/metrics.h"

#include <regex>
#include <string>
#include <vector>

#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::searchd;
using std::chrono::microseconds;
using test::get;

namespace {

front::Router two_routes() {
  front::Router router;
  const auto handler = [](const front::Request&) { return front::Response{200, "", "", {}}; };
  router.get("/api/v1/who", handler);
  router.get("/api/v1/units/{code}", handler);
  return router;
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("requests are counted by route and class, refusals by status") {
  const auto router = two_routes();
  Metrics metrics(router);
  metrics.count({"GET", "/api/v1/who", 200, 10, microseconds(700)});
  metrics.count({"GET", "/api/v1/who", 200, 10, microseconds(2'500)});
  metrics.count({"GET", "/api/v1/who", 400, 10, microseconds(3'000'000)});
  for (const char* code : {"IT-ES", "IT-ER"})
    metrics.count({"GET", std::string("/api/v1/units/") + code, 200, 10, microseconds(1)});
  for (const char* path : {"/a", "/b"}) metrics.count({"GET", path, 404, 10, microseconds(1)});
  metrics.count({"GET", "/api/v1/who", 503, 10, microseconds(1), true});
  metrics.count(Status::no_answer);
  const auto text = metrics.text();
  for (const std::string line : {
           R"(kto_requests_total{route="/api/v1/who",code="2xx"} 2)",
           R"(kto_requests_total{route="/api/v1/who",code="4xx"} 1)",
           R"(kto_requests_total{route="/api/v1/units/{code}",code="2xx"} 2)",
           R"(kto_requests_total{route="",code="4xx"} 2)",
           R"(kto_refused_requests_total{status="503"} 1)",
           R"(kto_request_duration_seconds_bucket{route="/api/v1/who",le="0.0005"} 0)",
           R"(kto_request_duration_seconds_bucket{route="/api/v1/who",le="0.001"} 1)",
           R"(kto_request_duration_seconds_bucket{route="/api/v1/who",le="0.0025"} 2)",
           R"(kto_request_duration_seconds_bucket{route="/api/v1/who",le="2.5"} 2)",
           R"(kto_request_duration_seconds_bucket{route="/api/v1/who",le="+Inf"} 3)",
           R"(kto_request_duration_seconds_sum{route="/api/v1/who"} 3.0032)",
           R"(kto_request_duration_seconds_count{route="/api/v1/who"} 3)",
           R"(kto_answers_total{status="no_answer"} 1)",
           R"(kto_answers_total{status="answered"} 0)",
       }) {
    CAPTURE(line);
    CHECK(has_line(text, line));
  }
  CHECK(text.find("IT-E") == std::string::npos);
}

TEST_CASE("what the index says of itself") {
  IndexState state;
  state.generation = 8;
  state.built = std::chrono::system_clock::from_time_t(1'700'000'000);
  store::OfficeSummary office;
  office.id = "a\"b";
  office.law_state_as_of = test::day("2023-11-15");
  office.not_applied = 2;
  state.offices = {office};
  const auto text = metrics_text(state);
  CHECK(has_line(text, "kto_index_generation 8"));
  CHECK(has_line(text, "kto_index_built_timestamp_seconds 1700000000"));
  CHECK(has_line(text, R"(kto_law_state_as_of_timestamp_seconds{office="a\"b"} 1700006400)"));
  CHECK(has_line(text, R"(kto_operations_not_applied{office="a\"b"} 2)"));
}

TEST_CASE("the daemon's metrics: well formed, true, and without a word of a question") {
  const test::TinyIndex index({{"§ 16 ust. 1 pkt 8", "IT-ES", "administrowania systemem poczty elektronicznej"}});
  const test::Daemon daemon({KTO_SEARCHD, "--index", index.folder().string(), "--port", "0"});
  const auto ask = [&](const std::string& target) {
    const auto answer = test::RawClient(daemon.port()).ask(get(target));
    REQUIRE(answer);
    return *answer;
  };
  ask("/api/v1/who?q=poczta&as_of=2024-06-01");
  ask("/api/v1/who?q=sekret&as_of=2024-06-01");
  ask("/?q=sekret&as_of=2024-06-01");
  ask("/sekret");
  CHECK(test::RawClient(daemon.port()).ask("NONSENSE\r\n\r\n")->status == 400);
  const auto answer = ask("/metrics");
  CHECK(answer.status == 200);
  CHECK(answer.header("content-type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(answer.body.find("sekret") == std::string::npos);
  CHECK(answer.body.find("127.0.0.1") == std::string::npos);
  for (const std::string line : {
           R"(kto_requests_total{route="/api/v1/who",code="2xx"} 2)",
           R"(kto_requests_total{route="/",code="2xx"} 1)",
           R"(kto_requests_total{route="",code="4xx"} 1)",
           R"(kto_refused_requests_total{status="400"} 1)",
           R"(kto_answers_total{status="answered"} 1)",
           R"(kto_answers_total{status="no_answer"} 2)",
           R"(kto_index_generation 1)",
           R"(kto_index_swaps_total 0)",
           R"(kto_workers_busy 1)",
       }) {
    CAPTURE(line);
    CHECK(has_line(answer.body, line));
  }
  const std::regex form(R"((# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[^\n]*\})? [0-9.]+))");
  std::istringstream lines(answer.body);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(std::regex_match(line, form));
  }
}
