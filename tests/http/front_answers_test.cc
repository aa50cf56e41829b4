// What comes back: status, headers, body, seen from the wire and through an ordinary client.
#include <httplib.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/http/support/raw_client.h"
#include "tests/http/support/served.h"
#include "tests/support/catch.h"

using namespace kto;
using test::get;
using test::post;
using test::RawClient;
using test::Served;
using Json = nlohmann::json;

namespace {

Json echo(Served& served, const std::string& request) {
  const auto answer = RawClient(served.port()).ask(request);
  REQUIRE(answer);
  REQUIRE(answer->status == 200);
  return Json::parse(answer->body);
}

}  // namespace

TEST_CASE("an ordinary client is answered") {
  Served served;
  httplib::Client client("127.0.0.1", served.port());
  client.set_keep_alive(true);
  for (int i = 0; i < 3; ++i) {
    const auto answer = client.Get("/api/v1/who?q=poczt%C4%85");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->get_header_value("Content-Type") == "application/json; charset=utf-8");
    CHECK(Json::parse(answer->body)["q"] == "pocztą");
  }
  const auto posted = client.Post("/api/v1/who", R"({"q":"śmieci"})", "application/json");
  REQUIRE(posted);
  CHECK(Json::parse(posted->body)["q"] == "śmieci");
}

TEST_CASE("every answer carries the security headers and a date") {
  Served served;
  const std::vector<std::string> requests = {
      get("/api/v1/who?q=a"), get("/"),          get("/nowhere"), get("/fails"),
      get("/broken"),         get("/unchanged"), "nonsense\r\n",  "HEAD / HTTP/1.1\r\nHost: kto\r\n\r\n"};
  for (const auto& request : requests) {
    CAPTURE(request);
    RawClient client(served.port());
    client.send(request);
    const auto answer = client.answer(request[0] == 'H');
    REQUIRE(answer);
    CHECK(answer->header("x-content-type-options") == "nosniff");
    CHECK(answer->header("referrer-policy") == "no-referrer");
    CHECK(
        answer->header("content-security-policy") ==
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    CHECK(answer->header("date").size() == 29);
    CHECK(answer->header("accept-ranges").empty());
    CHECK(answer->header("exception_what").empty());
  }
}

TEST_CASE("HEAD is GET without the body") {
  Served served;
  for (const std::string path : {"/", "/api/v1/who?q=a", "/app.js", "/nowhere", "/fails"}) {
    CAPTURE(path);
    RawClient client(served.port());
    const auto whole = client.ask(get(path));
    client.send("HEAD " + path + " HTTP/1.1\r\nHost: kto\r\n\r\n");
    const auto head = client.answer(true);
    REQUIRE(whole);
    REQUIRE(head);
    CHECK(head->status == whole->status);
    CHECK(head->header("content-length") == std::to_string(whole->body.size()));
    CHECK(head->header("content-type") == whole->header("content-type"));
    const auto next = client.ask(get("/api/v1/who?q=next"));  // nothing of a body was left in between
    REQUIRE(next);
    CHECK(next->status == 200);
  }
}

TEST_CASE("errors are problem documents in Polish") {
  Served served;
  struct Row {
    std::string request, title;
    int status;
  };
  const std::vector<Row> rows = {
      {get("/nowhere"), "Nie znaleziono", 404},
      {post("/", ""), "Niedozwolona metoda", 405},
      {"PUT / HTTP/1.1\r\nHost: kto\r\n\r\n", "Niedozwolona metoda", 405},
      {get("/fails"), "Błąd serwera", 500},
      {get("/broken"), "Usługa chwilowo niedostępna", 503},
      {get("/", "Content-Length: 5\r\n"), "Nieprawidłowe żądanie", 400},
      {post("/api/v1/who", "{}", "Content-Encoding: br\r\n"), "Nieobsługiwany rodzaj treści", 415},
      {get("/" + std::string(5000, 'a')), "Zbyt długi adres", 414},
      {get("/", "A: " + std::string(17000, 'a') + "\r\n"), "Zbyt długie nagłówki", 431},
      {"POST /api/v1/who HTTP/1.1\r\nHost: kto\r\nContent-Length: 65537\r\n\r\n", "Zbyt długa treść", 413},
  };
  for (const auto& row : rows) {
    CAPTURE(row.request);
    const auto answer = RawClient(served.port()).ask(row.request);
    REQUIRE(answer);
    CHECK(answer->status == row.status);
    CHECK(answer->header("content-type") == "application/problem+json");
    const auto problem = Json::parse(answer->body);
    CHECK(problem["title"] == row.title);
    CHECK(problem["status"] == row.status);
    CHECK(problem["errors"].is_array());
    CHECK(answer->header("retry-after") == (row.status == 503 ? "1" : ""));
    CHECK(answer->body.find("hunter2") == std::string::npos);
    CHECK(answer->body.find("secret") == std::string::npos);
  }
}

TEST_CASE("what a route sees of a request") {
  Served served;
  auto seen = echo(served, get("/echo/a%2Fb/%C5%82?q=co+to?&x=1&x=1&y=a%3Db", "Accept: text/html\r\nAccept: */*\r\n"));
  CHECK(seen["path"] == "/echo/a/b/ł");
  CHECK(seen["segments"] == Json({"a/b/ł"}));
  CHECK(seen["parameters"] == 4);
  CHECK(seen["q"] == "co to?");
  CHECK(seen["headers"] == Json({{"host", "kto"}, {"accept", "text/html, */*"}}));
  CHECK(seen["client"] == "127.0.0.1");

  seen = echo(served, post("/echo/x", "a\r\n\r\nb%41", "Content-Type: text/plain\r\nUser-Agent: 100%41 true\r\n"));
  CHECK(seen["body"] == "a\r\n\r\nb%41");
  CHECK(seen["headers"] == Json({{"host", "kto"}, {"content-type", "text/plain"}, {"user-agent", "100%41 true"}}));
}

TEST_CASE("no header makes a client another one") {
  Served served;
  for (const std::string name : {"REMOTE_ADDR", "remote_addr", "LOCAL_ADDR", "X-Real-IP", "Forwarded"}) {
    CAPTURE(name);
    const auto seen = echo(served, get("/echo/x", name + ": 203.0.113.77\r\n"));
    CHECK(seen["client"] == "127.0.0.1");
    CHECK(seen["headers"] == Json({{"host", "kto"}}));
  }
}

TEST_CASE("nothing in a header value ends its line") {
  Served served;
  const auto plain = RawClient(served.port()).ask(get("/header?value=abc"));
  REQUIRE(plain);
  CHECK(plain->header("x-copied") == "abc");
  for (const std::string value :
       {"a%0d%0aInjected:%201", "a%0aInjected:1", "a%0dInjected:1", "%00", "%C5%82", "a%7f"}) {
    CAPTURE(value);
    const auto answer = RawClient(served.port()).ask(get("/header?value=" + value));
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->header("x-copied").empty());
    CHECK(answer->header("injected").empty());
    CHECK(answer->header("etag") == "\"1\"");
  }
}

TEST_CASE("ranges are not served and 304 has no length") {
  Served served;
  const auto whole = RawClient(served.port()).ask(get("/app.js", "Range: bytes=0-,0-,0-\r\n"));
  REQUIRE(whole);
  CHECK(whole->status == 200);
  CHECK(whole->body.size() == 300000);
  const auto unchanged = RawClient(served.port()).ask(get("/unchanged"));
  REQUIRE(unchanged);
  CHECK(unchanged->status == 304);
  CHECK(unchanged->headers.count("content-length") == 0);
}

TEST_CASE("an answer over the limit is a failure, not a part") {
  front::FrontOptions options;
  options.limits.answer = 100000;
  Served served(options);
  const auto small = RawClient(served.port()).ask(get("/big/90000"));
  REQUIRE(small);
  CHECK(small->status == 200);
  const auto large = RawClient(served.port()).ask(get("/big/100001"));
  REQUIRE(large);
  CHECK(large->status == 500);
}
