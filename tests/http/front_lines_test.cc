// Bodies read line by line while their answers are written: order, bounds, slow senders, ends that come too early.
#include <thread>
#include <vector>

#include "tests/http/support/raw_client.h"
#include "tests/http/support/served.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using std::chrono::milliseconds;

namespace {

const std::string kType = "Content-Type: application/x-ndjson\r\n";
const std::string kHead = "POST /lines HTTP/1.1\r\nHost: kto\r\n" + kType;
const std::string kChunked = kHead + "Transfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string& bytes) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
  return size + bytes + "\r\n";
}

std::string status_of(const std::string& line) {
  const auto at = line.find("\"status\":");
  return at == std::string::npos ? "" : line.substr(at + 9, 3);
}

}  // namespace

TEST_CASE("one line in, one line out, in order, and then the connection ends") {
  Served served;
  const std::string body = "first\n\nthird\nlast";
  for (const auto& request :
       {post("/lines", body, kType), post("/lines", body, "content-type: Application/X-NDJSON ; x=y\r\n"),
        kChunked + chunk("fir") + chunk("st\n\nthird\nla") + chunk("st") + "0\r\n\r\n"}) {
    RawClient client(served.port());
    const auto answer = client.ask(request);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->header("content-type") == "application/x-ndjson");
    CHECK(answer->header("connection") == "close");
    CHECK(answer->body == "1:first\n3:third\n4:last\n");
    CHECK(client.closed());
  }
}

TEST_CASE("each line is answered as soon as it is there") {
  Served served;
  RawClient client(served.port());
  client.send(kChunked);
  CHECK_FALSE(client.stirs_within(milliseconds(100)));
  client.send(chunk("first\nsec"));
  CHECK(client.stirs_within(milliseconds(5000)));
  client.send(chunk("ond\n") + "0\r\n\r\n");
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->body == "1:first\n2:second\n");
}

TEST_CASE("to HTTP/1.0 lines go without chunks") {
  Served served;
  RawClient client(served.port());
  client.send("POST /lines HTTP/1.0\r\nContent-Length: 4\r\n" + kType + "\r\none\n");
  const auto answer = client.answer(true);
  REQUIRE(answer);
  CHECK(answer->header("transfer-encoding").empty());
  CHECK(client.rest() == "1:one\n");
}

TEST_CASE("100-continue is answered before the lines") {
  Served served;
  RawClient client(served.port());
  client.send(kHead + "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n");
  const auto go_on = client.answer(true);
  REQUIRE(go_on);
  CHECK(go_on->status == 100);
  client.send(chunk("one\n") + "0\r\n\r\n");
  CHECK(client.answer()->body == "1:one\n");
}

TEST_CASE("what is wrong with a line stands in its place, and the stream goes on") {
  Served served;
  const auto answer =
      RawClient(served.port()).ask(post("/lines", "one\n" + std::string(21, 'x') + "\nthrow\nfour\n", kType));
  REQUIRE(answer);
  CHECK(answer->body.find("own words") == std::string::npos);
  std::vector<std::string> lines;
  for (std::size_t at = 0, end = 0; (end = answer->body.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(answer->body.substr(at, end - at));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "1:one");
  CHECK(status_of(lines[1]) == "413");
  CHECK(lines[1].find("\"line\":2") != std::string::npos);
  CHECK(status_of(lines[2]) == "500");
  CHECK(lines[3] == "4:four");
}

TEST_CASE("only where lines are read, and only there without a length") {
  Served served;
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const struct {
    std::string request;
    int status;
  } rows[] = {
      {post("/lines", std::string(100, 'x')), 200},
      {post("/lines", std::string(101, 'x')), 413},
      {post("/lines", std::string(101, 'x'), "Content-Type: application/json\r\n"), 413},
      {"POST /lines HTTP/1.1\r\nHost: kto\r\n" + chunked + "\r\n0\r\n\r\n", 411},
      {"POST /echo/x HTTP/1.1\r\nHost: kto\r\n" + kType + chunked + "\r\n0\r\n\r\n", 411},
      {"GET /lines HTTP/1.1\r\nHost: kto\r\n" + kType + chunked + "\r\n0\r\n\r\n", 411},
      {kHead + "\r\n", 411},
      {kHead + chunked + "Content-Length: 4\r\n\r\none\n", 411},
      {kHead + "Content-Length: 4\r\n" + chunked + "\r\none\n", 411},
      {kHead + chunked + chunked + "\r\n0\r\n\r\n", 411},
      {kHead + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 411},
      {kChunked + "zz\r\n", 400},
      {post("/lines?x=1", "one\n", kType), 400},
  };
  for (const auto& row : rows) {
    INFO(row.request);
    const auto answer = RawClient(served.port()).ask(row.request);
    REQUIRE(answer);
    CHECK(answer->status == row.status);
  }
}

TEST_CASE("nothing behind a body read line by line is answered") {
  Served served;
  const std::string hidden = "GET /echo/hidden HTTP/1.1\r\nHost: kto\r\n\r\n";
  for (const auto& request :
       {kChunked + chunk("one\n") + "0\r\n\r\n" + hidden, post("/lines", "one\n", kType) + hidden}) {
    RawClient client(served.port());
    const auto answer = client.ask(request);
    REQUIRE(answer);
    CHECK(answer->body == "1:one\n");
    CHECK(client.rest().empty());
  }
}

TEST_CASE("framing that breaks under way is the last word") {
  Served served;
  RawClient client(served.port());
  client.send(kChunked + chunk("one\n"));
  CHECK(client.stirs_within(milliseconds(5000)));
  client.send("zz\r\n");
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->body.substr(0, 6) == "1:one\n");
  CHECK(status_of(answer->body) == "400");
}

TEST_CASE("slow senders hold no worker, and time out") {
  front::FrontOptions options;
  options.workers = 1;
  options.limits.line_time = milliseconds(700);
  options.limits.streams = 64;
  Served served(options);
  std::vector<std::unique_ptr<RawClient>> begun, silent;
  for (int i = 0; i < 20; ++i) {
    begun.push_back(std::make_unique<RawClient>(served.port()));
    begun.back()->send(kChunked + chunk("one\ntw"));
    silent.push_back(std::make_unique<RawClient>(served.port()));
    silent.back()->send(kChunked + "4\r\non");
  }
  const auto other = RawClient(served.port()).ask(get("/echo/x"));
  REQUIRE(other);
  CHECK(other->status == 200);
  for (const auto& client : begun) {
    const auto answer = client->answer();
    REQUIRE(answer);
    CHECK(answer->body.substr(0, 6) == "1:one\n");
    CHECK(status_of(answer->body) == "408");
  }
  for (const auto& client : silent) CHECK(client->answer()->status == 408);
}

TEST_CASE("a stream leaves the only worker to others after every piece") {
  front::FrontOptions options;
  options.workers = 1;
  Served served(options);
  RawClient client(served.port());
  std::string body;
  for (int i = 0; i < 30; ++i) body += "sleep\n";  // three seconds
  client.send(post("/lines", body, kType));
  std::this_thread::sleep_for(milliseconds(150));
  const auto begun = std::chrono::steady_clock::now();
  CHECK(RawClient(served.port()).ask(get("/echo/x"))->status == 200);
  CHECK(std::chrono::steady_clock::now() - begun < milliseconds(1500));
  CHECK(client.answer()->status == 200);
}

TEST_CASE("one stream too many gets the place of one that has long been idle, or waits") {
  front::FrontOptions options;
  options.limits.streams = 2;
  options.limits.idle_stream_time = milliseconds(300);
  Served served(options);
  RawClient first(served.port()), second(served.port());
  for (auto* client : {&first, &second}) {
    client->send(kChunked + chunk("one\n"));
    CHECK(client->stirs_within(milliseconds(5000)));
  }
  const auto refused = RawClient(served.port()).ask(post("/lines", "one\n", kType));
  REQUIRE(refused);
  CHECK(refused->status == 503);
  CHECK(refused->header("retry-after") == "1");
  std::this_thread::sleep_for(milliseconds(400));
  CHECK(RawClient(served.port()).ask(post("/lines", "one\n", kType))->status == 200);
  const auto ended = first.answer();
  REQUIRE(ended);
  CHECK(status_of(ended->body) == "503");
}

TEST_CASE("large unfinished bodies make room for small ones") {
  front::FrontOptions options;
  options.limits.pending_input = 200000;
  Served served(options);
  std::vector<std::unique_ptr<RawClient>> large;
  for (int i = 0; i < 5; ++i) {
    large.push_back(std::make_unique<RawClient>(served.port()));
    large.back()->send("POST /echo/x HTTP/1.1\r\nHost: kto\r\nContent-Length: 60000\r\n\r\n" + std::string(55000, 'x'));
  }
  std::this_thread::sleep_for(milliseconds(300));
  for (int i = 0; i < 20; ++i)
    CHECK(RawClient(served.port()).ask(post("/echo/x", std::string(5000, 'y')))->status == 200);
  int whole = 0;
  for (const auto& client : large) {
    client->send(std::string(5000, 'x'));
    const auto answer = client->answer();
    whole += answer && answer->status == 200;
  }
  CHECK(whole >= 1);
  CHECK(whole <= 3);
}

TEST_CASE("a stop ends streams with a last word") {
  Served served;
  RawClient client(served.port());
  client.send(kChunked + chunk("one\n"));
  CHECK(client.stirs_within(milliseconds(5000)));
  served.front().stop();
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->body.substr(0, 6) == "1:one\n");
  CHECK(status_of(answer->body) == "503");
}
