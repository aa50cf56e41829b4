// Answers made while they are sent: framing, memory, ends that come too early, slow readers.
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/support/raw_client.h"
#include "tests/http/support/served.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using std::chrono::milliseconds;

TEST_CASE("a streamed answer arrives whole, in chunks, and the connection stays") {
  Served served;
  RawClient client(served.port());
  for (const unsigned pieces : {0U, 1U, 3U, 300U}) {  // 300: 21 MB, more than one answer may hold
    const auto answer = client.ask(get("/stream/" + std::to_string(pieces)));
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->header("content-length").empty());
    CHECK(answer->body.size() == pieces * 70000);
  }
  const auto next = client.ask(get("/api/v1/who?q=next"));
  REQUIRE(next);
  CHECK(next->status == 200);
}

TEST_CASE("HEAD of a streamed answer has its headers and no body") {
  Served served;
  RawClient client(served.port());
  client.send("HEAD /stream/3 HTTP/1.1\r\nHost: kto\r\n\r\n");
  const auto head = client.answer(true);
  REQUIRE(head);
  CHECK(head->header("transfer-encoding") == "chunked");
  const auto next = client.ask(get("/stream/1"));
  REQUIRE(next);
  CHECK(next->body.size() == 70000);
}

TEST_CASE("to HTTP/1.0 the end of the connection is the end of the answer") {
  Served served;
  RawClient client(served.port());
  client.send("GET /stream/2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const auto answer = client.answer(true);  // the head alone
  REQUIRE(answer);
  CHECK(answer->header("transfer-encoding").empty());
  CHECK(answer->header("content-length").empty());
  CHECK(answer->header("connection") == "close");
  CHECK(client.rest() == std::string(140000, 'x'));
}

TEST_CASE("an answer that breaks off has no last chunk, and its reason is not told") {
  Served served;
  RawClient client(served.port());
  CHECK_FALSE(client.ask(get("/breaks-off")));
  CHECK(RawClient(served.port()).ask(get("/api/v1/who?q=a")));
}

TEST_CASE("slow readers of long answers hold no worker") {
  front::FrontOptions options;
  options.workers = 1;
  Served served(options);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 8; ++i) {
    slow.push_back(std::make_unique<RawClient>(served.port()));
    slow.back()->send(get("/stream/100000"));  // 7 GB each, which nobody reads
  }
  std::this_thread::sleep_for(milliseconds(200));
  const auto answer = RawClient(served.port()).ask(get("/api/v1/who?q=a"));
  REQUIRE(answer);
  CHECK(answer->status == 200);
}

TEST_CASE("a reader who takes nothing is dropped in time") {
  front::FrontOptions options;
  options.limits.answer_time = milliseconds(300);
  Served served(options);
  RawClient client(served.port());
  client.send(get("/stream/100000"));
  std::this_thread::sleep_for(milliseconds(800));
  CHECK_FALSE(client.answer());
}

TEST_CASE("a streamed answer is observed once, whole or not") {
  std::mutex mutex;
  std::vector<front::Exchange> seen;
  front::FrontOptions options;
  options.observer = [&](const front::Exchange& exchange) {
    const std::lock_guard lock(mutex);
    seen.push_back(exchange);
  };
  {
    Served served(options);
    REQUIRE(RawClient(served.port()).ask(get("/stream/3")));
    CHECK_FALSE(RawClient(served.port()).ask(get("/breaks-off")));
    RawClient leaves(served.port());
    leaves.send(get("/stream/100000"));
    std::this_thread::sleep_for(milliseconds(100));
  }
  const std::lock_guard lock(mutex);
  REQUIRE(seen.size() == 3);
  CHECK(seen[0].path == "/stream/3");
  CHECK(seen[0].bytes > 3 * 70000);
  CHECK(seen[1].path == "/breaks-off");
  CHECK(seen[2].bytes > 70000);
}

TEST_CASE("OPTIONS names the methods of an address") {
  Served served;
  const auto options = [&](const std::string& path) {
    return RawClient(served.port()).ask("OPTIONS " + path + " HTTP/1.1\r\nHost: kto\r\n\r\n");
  };
  const auto known = options("/api/v1/who");
  REQUIRE(known);
  CHECK(known->status == 204);
  CHECK(known->header("allow") == "GET, HEAD, POST, OPTIONS");
  const auto unknown = options("/nowhere");
  REQUIRE(unknown);
  CHECK(unknown->status == 404);
}
