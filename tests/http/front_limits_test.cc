// Limits: slow, silent, too many, too much. Others are answered meanwhile.
#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/support/raw_client.h"
#include "tests/http/support/served.h"
#include "tests/support/catch.h"

using namespace kto;
using std::chrono::milliseconds;
using test::get;
using test::RawClient;
using test::Served;

namespace {

// An ordinary request on a connection of its own is answered at once.
void check_others_are_answered(const Served& served) {
  const auto begun = std::chrono::steady_clock::now();
  const auto answer = RawClient(served.port()).ask(get("/api/v1/who?q=a"));
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(std::chrono::steady_clock::now() - begun < milliseconds(1500));  // two busy cores and a sanitizer
}

}  // namespace

TEST_CASE("slow heads and bodies time out, and hold nobody up") {
  front::FrontOptions options;
  options.limits.head_time = options.limits.body_time = milliseconds(700);
  Served served(options);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 50; ++i) {
    slow.push_back(std::make_unique<RawClient>(served.port()));
    slow.back()->send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHo"
                                 : "POST /echo/x HTTP/1.1\r\nHost: k\r\nContent-Length: 9\r\n\r\na");
  }
  check_others_are_answered(served);
  for (const auto& client : slow) {
    const auto answer = client->answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
    CHECK(client->closed());
  }
}

TEST_CASE("dripping does not win time") {
  front::FrontOptions options;
  options.limits.head_time = milliseconds(500);
  Served served(options);
  RawClient client(served.port());
  client.send("GET / HTTP/1.1\r\n");
  for (int i = 0; i < 100 && !client.stirs_within(milliseconds(50)); ++i) client.send("A: b\r\n");
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->status == 408);
}

TEST_CASE("silent and idle connections are closed without a word") {
  front::FrontOptions options;
  options.limits.head_time = milliseconds(300);
  options.limits.idle_time = milliseconds(300);
  Served served(options);
  RawClient silent(served.port()), idle(served.port());
  REQUIRE(idle.ask(get("/echo/x")));
  CHECK(silent.closed());
  CHECK(idle.closed());
}

TEST_CASE("above the limit of connections the longest silent one is given up") {
  front::FrontOptions options;
  options.limits.connections = 8;
  Served served(options);
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 8; ++i) silent.push_back(std::make_unique<RawClient>(served.port()));
  CHECK(silent.back()->ask(get("/echo/x")));  // all eight have been accepted by now
  check_others_are_answered(served);
  CHECK(silent.front()->closed());
  CHECK(silent.back()->ask(get("/echo/x")));
}

TEST_CASE("a full queue and an old request are refused with 503") {
  front::FrontOptions options;
  options.workers = 1;
  options.limits.queue = 2;
  options.limits.queue_age = milliseconds(200);
  Served served(options);
  RawClient running(served.port()), waiting(served.port()), waiting_too(served.port()), refused(served.port());
  running.send(get("/slow/600"));
  std::this_thread::sleep_for(milliseconds(150));
  waiting.send(get("/echo/x"));
  waiting_too.send("HEAD /echo/x HTTP/1.1\r\nHost: kto\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(150));
  const auto full = refused.ask(get("/echo/x"));
  REQUIRE(full);
  CHECK(full->status == 503);
  CHECK(full->header("retry-after") == "1");
  CHECK(running.answer()->status == 200);
  CHECK(waiting.answer()->status == 503);
  CHECK(waiting_too.answer(true)->status == 503);
  CHECK(waiting_too.closed());  // an answer to HEAD has no body
}

TEST_CASE("a burst is served in turn; where too many go on coming, who would wait long is refused") {
  front::FrontOptions options;
  options.workers = 1;
  options.limits.queue_age = milliseconds(5000);
  options.limits.lasting_time = milliseconds(600);
  options.limits.lasting_age = milliseconds(300);
  Served served(options);
  for (int round = 0; round < 2; ++round) {  // once nobody waits any more, all is as it was
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 4; ++i) {
      clients.push_back(std::make_unique<RawClient>(served.port()));
      clients.back()->send(get("/slow/400"));
    }
    std::vector<int> statuses;
    for (const auto& client : clients) statuses.push_back(client->answer()->status);
    std::sort(statuses.begin(), statuses.end());
    CHECK(statuses == std::vector<int>{200, 200, 503, 503});  // taken at 0, 400, 800, 800 ms
  }
}

TEST_CASE("who does not read the answer is cut off") {
  front::FrontOptions options;
  options.limits.answer_time = milliseconds(500);
  Served served(options);
  RawClient lazy(served.port());
  lazy.send(get("/big/16000000"));
  std::this_thread::sleep_for(milliseconds(200));
  check_others_are_answered(served);
  std::this_thread::sleep_for(milliseconds(800));
  CHECK_FALSE(lazy.answer());  // what the kernel held, and then the end
}

TEST_CASE("answers waiting for slow readers are bounded together") {
  front::FrontOptions options;
  options.limits.pending_output = 20 << 20;
  Served served(options);
  RawClient first(served.port()), second(served.port());
  first.send(get("/big/16000000"));
  std::this_thread::sleep_for(milliseconds(300));
  second.send(get("/big/16000000"));
  std::this_thread::sleep_for(milliseconds(300));
  CHECK_FALSE(first.answer());
  const auto kept = second.answer();
  REQUIRE(kept);
  CHECK(kept->body.size() == 16000000);
}

TEST_CASE("what is observed of a request holds neither parameters nor addresses") {
  std::mutex mutex;
  std::vector<front::Exchange> seen;
  front::FrontOptions options;
  options.observer = [&](const front::Exchange& exchange) {
    const std::lock_guard lock(mutex);
    seen.push_back(exchange);
  };
  Served served(options);
  REQUIRE(RawClient(served.port()).ask(get("/api/v1/who?q=secret")));
  REQUIRE(RawClient(served.port()).ask("nonsense\r\n"));
  const std::lock_guard lock(mutex);
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].method == "GET");
  CHECK(seen[0].path == "/api/v1/who");
  CHECK(seen[0].status == 200);
  CHECK(seen[0].bytes > 100);
  CHECK(seen[1].path.empty());
  CHECK(seen[1].status == 400);
}
