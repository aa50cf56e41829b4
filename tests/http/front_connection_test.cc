// Connections: kept alive, pipelined, half-closed, over IPv6.
#include <string>
#include <thread>
#include <vector>

#include "indexer/law/error.h"
#include "tests/http/support/raw_client.h"
#include "tests/http/support/served.h"
#include "tests/support/catch.h"

using namespace kto;
using std::chrono::milliseconds;
using test::get;
using test::post;
using test::RawClient;
using test::Served;

TEST_CASE("a connection serves many requests, up to the limit") {
  front::FrontOptions options;
  options.limits.requests_per_connection = 3;
  Served served(options);
  RawClient client(served.port());
  for (int i = 1; i <= 3; ++i) {
    const auto answer = client.ask(get("/api/v1/who?q=a"));
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->header("connection") == (i == 3 ? "close" : ""));
  }
  CHECK(client.closed());
}

TEST_CASE("pipelined requests are answered in their order") {
  Served served;
  RawClient client(served.port());
  client.send(get("/slow/100") + get("/echo/second") + post("/echo/third", "body") + get("/nowhere"));
  std::vector<int> statuses;
  std::string bodies;
  for (int i = 0; i < 4; ++i) {
    const auto answer = client.answer();
    REQUIRE(answer);
    statuses.push_back(answer->status);
    bodies += answer->body;
  }
  CHECK(statuses == std::vector<int>{200, 200, 200, 404});
  CHECK(bodies.find("slept") < bodies.find("second"));
  CHECK(bodies.find("second") < bodies.find("third"));
}

TEST_CASE("what follows a refused request is never answered") {
  Served served;
  const std::vector<std::string> refused = {
      "POST /echo/x HTTP/1.1\r\nHost: kto\r\nContent-Length: 0\r\nContent-Length: 40\r\n\r\n",
      "POST /echo/x HTTP/1.1\r\nHost: kto\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "GET /echo/x HTTP/1.1\r\nHost: kto\r\nContent-Length: 5\r\n\r\n",
      "DELETE /echo/x HTTP/1.1\r\nHost: kto\r\n\r\n",
  };
  for (const auto& request : refused) {
    CAPTURE(request);
    RawClient client(served.port());
    const auto answer = client.ask(request + get("/echo/smuggled"));
    REQUIRE(answer);
    CHECK(answer->status >= 400);
    CHECK(answer->header("connection") == "close");
    CHECK(client.closed());
  }
}

TEST_CASE("a request may come byte by byte") {
  Served served;
  RawClient client(served.port());
  for (const char byte : post("/echo/x", "body")) client.send(std::string(1, byte));
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->body.find("\"body\":\"body\"") != std::string::npos);
}

TEST_CASE("empty lines before a request are overlooked, two at most") {
  Served served;
  CHECK(RawClient(served.port()).ask("\r\n\r\n" + get("/echo/x"))->status == 200);
  CHECK(RawClient(served.port()).ask("\r\n\r\n\r\n" + get("/echo/x"))->status == 400);
}

TEST_CASE("a client that has finished sending is still answered") {
  Served served;
  RawClient client(served.port());
  client.send(get("/slow/50"));
  client.shut_down_sending();
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->status == 200);
}

TEST_CASE("100-continue comes before the body, and not for a refused one") {
  Served served;
  RawClient client(served.port());
  const auto interim =
      client.ask("POST /echo/x HTTP/1.1\r\nHost: kto\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  REQUIRE(interim);
  CHECK(interim->status == 100);
  const auto answer = client.ask("body");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  const auto refused =
      RawClient(served.port())
          .ask("POST /x HTTP/1.1\r\nHost: kto\r\nContent-Length: 999999\r\nExpect: 100-continue\r\n\r\n");
  REQUIRE(refused);
  CHECK(refused->status == 413);
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  Served served;
  RawClient client(served.port());
  const auto answer = client.ask("GET /echo/x HTTP/1.0\r\n\r\n");
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->header("connection") == "close");
  CHECK(client.closed());
}

TEST_CASE("IPv6 and names are listened on") {
  front::FrontOptions six;
  six.host = "::1";
  Served served(six);
  const auto answer = RawClient(served.port(), true).ask(get("/echo/x"));
  REQUIRE(answer);
  CHECK(answer->body.find("\"client\":\"::1\"") != std::string::npos);

  front::FrontOptions name;
  name.host = "localhost";
  CHECK(Served(name).port() != 0);
}

TEST_CASE("an address that cannot be used is one sentence with a hint") {
  const auto router = test::example_routes();
  front::Front first(router, {});
  front::FrontOptions taken;
  taken.port = first.port();
  CHECK_THROWS_WITH(front::Front(router, taken),
                    "cannot listen on 127.0.0.1 port " + std::to_string(first.port()) + ": Address already in use");
  front::FrontOptions unknown;
  unknown.host = "kto.invalid";
  CHECK_THROWS_AS(front::Front(router, unknown), law::Error);
}

TEST_CASE("stopping finishes running requests and takes no more") {
  Served served;
  RawClient busy(served.port()), idle(served.port());
  REQUIRE(idle.ask(get("/echo/x")));
  busy.send(get("/slow/400"));
  std::this_thread::sleep_for(milliseconds(100));  // it is with a worker now
  std::thread stopper([&] { served.front().stop(); });
  CHECK(idle.closed());
  const auto answer = busy.answer();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(busy.closed());
  stopper.join();
  CHECK_THROWS(RawClient(served.port()));
}
