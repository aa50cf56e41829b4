#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/law/error.h"
#include "searchd/front/router.h"
#include "tests/support/catch.h"

using namespace kto::front;

namespace {

// A handler that says its name and what the pattern's braces stood for: "unit(IT-ES)".
Handler named(const std::string& name) {
  return [name](const Request& request) {
    auto text = name;
    for (const auto& segment : request.segments) text += "(" + segment + ")";
    return Response{200, "text/plain", text, {}};
  };
}

Router example() {
  Router router;
  router.get("/api/v1/units/{code}", named("unit"));  // before the literal one: the order must not matter
  router.get("/api/v1/units/{code}/history", named("history"));
  router.get("/api/v1/units/all", named("all"));
  router.get("/api/v1/units", named("units"));
  router.get("/api/v1/acts/{id...}", named("act"));
  router.get("/api/v1/acts/{id}", named("short-act"));
  router.get("/", named("home"));
  router.post("/api/v1/route", named("route"));
  router.get("/both", named("get"));
  router.post("/both", named("post"));
  return router;
}

std::string body_of(const Router& router, const std::string& method, const std::string& path) {
  Request request;
  request.method = method;
  const auto response = router.answer(request, path);
  return response.status == 200 ? response.body : std::to_string(response.status);
}

}  // namespace

TEST_CASE("which handler answers which path") {
  const auto router = example();
  struct Row {
    std::string method, path, answer;
  };
  const std::vector<Row> rows = {
      {"GET", "/", "home"},
      {"GET", "/api/v1/units", "units"},
      {"GET", "/api/v1/units/", "404"},
      {"GET", "/api/v1/units/IT-ES", "unit(IT-ES)"},
      {"GET", "/api/v1/units/IT%2DES", "unit(IT-ES)"},
      {"GET", "/api/v1/units/A%2FB", "unit(A/B)"},
      {"GET", "/api/v1/units/all", "all"},
      {"GET", "/api/v1/units/IT-ES/history", "history(IT-ES)"},
      {"GET", "/api/v1/units//history", "404"},
      {"GET", "/api/v1/units/IT-ES/past", "404"},
      {"GET", "/api/v1/acts/7", "short-act(7)"},
      {"GET", "/api/v1/acts/19/11/2023", "act(19/11/2023)"},
      {"GET", "/api/v1/acts/19%2F11%2F2023", "short-act(19/11/2023)"},
      {"GET", "/api/v1/acts/", "404"},
      {"GET", "/api/v1/acts", "404"},
      {"GET", "/API/v1/units", "404"},
      {"GET", "//", "404"},
      {"GET", "/api/v1/units/..", "unit(..)"},
      {"GET", "/api/v1/route", "405"},
      {"POST", "/api/v1/route", "route"},
      {"POST", "/api/v1/units/IT-ES", "405"},
      {"POST", "/nowhere", "404"},
      {"GET", "/both", "get"},
      {"POST", "/both", "post"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.method, row.path);
    CHECK(body_of(router, row.method, row.path) == row.answer);
  }
}

TEST_CASE("a known path says which methods it has") {
  using Headers = std::vector<std::pair<std::string, std::string>>;
  const auto router = example();
  Request request;
  CHECK(router.answer(request, "/api/v1/route").headers == Headers{{"Allow", "POST, OPTIONS"}});
  request.method = "POST";
  CHECK(router.answer(request, "/").headers == Headers{{"Allow", "GET, HEAD, OPTIONS"}});
}

TEST_CASE("a handler sees its path decoded") {
  Router router;
  router.get("/units/{code}", [](const Request& request) { return Response{200, "", request.path, {}}; });
  CHECK(body_of(router, "GET", "/units/%C5%81") == "/units/Ł");
}

TEST_CASE("a failing handler becomes a problem without a word of the failure") {
  std::vector<std::string> complaints;
  Router router;
  router.complain_to([&](std::string_view sentence) { complaints.emplace_back(sentence); });
  router.get("/fails", [](const Request&) -> Response { throw std::runtime_error("secret"); });
  router.get("/broken", [](const Request&) -> Response {
    throw kto::law::Error("index-unreadable", "the secret file is damaged", "build it again");
  });
  const auto failed = router.answer({}, "/fails"), broken = router.answer({}, "/broken");
  CHECK(failed.status == 500);
  CHECK(broken.status == 503);
  CHECK((failed.body + broken.body).find("secret") == std::string::npos);
  CHECK(complaints == std::vector<std::string>{"GET /fails failed: std::runtime_error",
                                               "the secret file is damaged (build it again)"});
}

TEST_CASE("a path has the name of its route, whatever stands in it") {
  const auto router = example();
  struct Row {
    std::string path, route;
  };
  for (const auto& row : std::vector<Row>{{"/", "/"},
                                          {"/api/v1/units/IT-ES", "/api/v1/units/{code}"},
                                          {"/api/v1/units/all", "/api/v1/units/all"},
                                          {"/api/v1/acts/19/11/2023", "/api/v1/acts/{id...}"},
                                          {"/api/v1/route", "/api/v1/route"},
                                          {"/nowhere/IT-ES", ""}}) {
    CAPTURE(row.path);
    CHECK(router.route_of(row.path) == row.route);
  }
}

TEST_CASE("problems are shown by the view, and its own failure as a plain one") {
  Router router;
  router.show_problems([](const Request& request, const Problem& problem) {
    if (request.path == "/worse") throw std::runtime_error("no template");
    return Response{problem.status, "text/html", "<p>" + problem.title, {}};
  });
  CHECK(router.answer({}, "/nowhere").body == "<p>Nie znaleziono");
  CHECK(router.answer({}, "/worse").status == 500);
  CHECK(router.answer({}, "/worse").content_type == "application/problem+json");
}
