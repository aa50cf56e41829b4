// What the front accepts as the head of a request. Every row that is refused is one that two programs could understand
// differently, or that costs more than it is worth.
#include <string>
#include <utility>
#include <vector>

#include "searchd/front/head.h"
#include "searchd/front/wire.h"
#include "tests/support/catch.h"

using namespace kto::front;

namespace {

int status_of(const std::string& text) {
  return read_head(text, Limits()).status;
}

// A GET of / with further lines before the empty one.
std::string with(const std::string& lines) {
  return "GET / HTTP/1.1\r\nHost: kto\r\n" + lines + "\r\n";
}
std::string post_with(const std::string& lines) {
  return "POST / HTTP/1.1\r\nHost: kto\r\n" + lines + "\r\n";
}

struct Row {
  std::string text;
  int status;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(status_of(row.text) == row.status);
  }
}

}  // namespace

TEST_CASE("request lines") {
  const std::string host = "\r\nHost: kto\r\n\r\n";
  const std::string nul("GET /\0 HTTP/1.1", 15);
  check({
      {"GET / HTTP/1.1" + host, 0},
      {"HEAD / HTTP/1.1" + host, 0},
      {"GET /?q=a?b HTTP/1.1" + host, 0},
      {"GET /?q=\xc5\x82 HTTP/1.1" + host, 0},  // typed by hand, not encoded
      {"GET / HTTP/1.0\r\n\r\n", 0},
      {"GET / HTTP/1.2" + host, 0},  // a later minor version is answered as 1.1
      {"GET / HTTP/2.0" + host, 505},
      {"GET / HTTP/0.9" + host, 505},
      {"GET / HTTP/1" + host, 400},
      {"GET / http/1.1" + host, 400},
      {"GET / FTP/1.1" + host, 400},
      {"GET /" + host, 400},
      {"GET  HTTP/1.1" + host, 400},
      {" GET / HTTP/1.1" + host, 400},
      {"GET  / HTTP/1.1" + host, 400},
      {"GET / HTTP/1.1 " + host, 400},
      {"GET /a b HTTP/1.1" + host, 400},
      {"GET / HTTP/1.1 more" + host, 400},
      {"/ HTTP/1.1" + host, 400},
      {"PUT / HTTP/1.1" + host, 405},
      {"DELETE / HTTP/1.1" + host, 405},
      {"OPTIONS * HTTP/1.1" + host, 400},
      {"PROPFIND / HTTP/1.1" + host, 501},
      {"get / HTTP/1.1" + host, 501},
      {"G(T / HTTP/1.1" + host, 400},
      {"GET * HTTP/1.1" + host, 400},
      {"GET http://kto/ HTTP/1.1" + host, 400},
      {"GET kto HTTP/1.1" + host, 400},
      {"GET /#a HTTP/1.1" + host, 400},
      {"GET /\x01 HTTP/1.1" + host, 400},
      {"GET /\x7f HTTP/1.1" + host, 400},
      {"GET /\t HTTP/1.1" + host, 400},
      {nul + host, 400},
      {"GET /" + std::string(255, 'a') + " HTTP/1.1" + host, 0},
      {"GET /" + std::string(256, 'a') + " HTTP/1.1" + host, 414},
      {"GET /?" + std::string(4094, 'a') + " HTTP/1.1" + host, 0},
      {"GET /?" + std::string(4095, 'a') + " HTTP/1.1" + host, 414},
  });
}

TEST_CASE("line ends") {
  check({
      {with(""), 0},
      {"GET / HTTP/1.1\nHost: kto\n\n", 400},
      {"GET / HTTP/1.1\r\nHost: kto\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: kto\r\r\n\r\n", 400},
      {with("A: b\rC: d\r\n"), 400},
      {with("A: b\nC: d\r\n"), 400},
      {with(std::string("A: \0\r\n", 6)), 400},
      {"GET / HTTP/1.1\r\nHost: kto\r\n", 400},  // the empty line is missing
      {"", 400},
      {"\r\n\r\n", 400},
  });
}

TEST_CASE("header fields") {
  std::string many;
  for (int i = 0; i < 63; ++i) many += "A: b\r\n";
  check({
      {with("A: b\r\n"), 0},
      {with("A:b\r\n"), 0},
      {with("A:\r\n"), 0},
      {with("A: \t b \t \r\n"), 0},
      {with("A: zażółć\r\n"), 0},
      {with("A : b\r\n"), 400},
      {with(" A: b\r\n"), 400},
      {with("A: b\r\n c\r\n"), 400},  // folded
      {with("A\r\n"), 400},
      {with(": b\r\n"), 400},
      {with("A(: b\r\n"), 400},
      {with("A: \x01\r\n"), 400},
      {with("A: \x7f\r\n"), 400},
      {with(many), 0},  // with Host 64
      {with(many + "A: b\r\n"), 431},
      {with("A: " + std::string(16 * 1024, 'b') + "\r\n"), 431},
      {with("Content-Encoding: identity\r\n"), 0},
      {with("Content-Encoding: gzip\r\n"), 415},
      {with("Expect: 100-Continue\r\n"), 0},
      {with("Expect: the worst\r\n"), 417},
  });
}

TEST_CASE("hosts") {
  const auto host = [](const std::string& lines) { return "GET / HTTP/1.1\r\n" + lines + "\r\n"; };
  check({
      {host("Host: kto.example\r\n"), 0},
      {host("Host: 127.0.0.1:8080\r\n"), 0},
      {host("Host: [::1]:8080\r\n"), 0},
      {host("Host:\r\n"), 0},  // RFC 9112, 3.2: empty when the target has no authority
      {host(""), 400},
      {host("Host: a\r\nHost: a\r\n"), 400},
      {host("Host: a b\r\n"), 400},
      {host("Host: a/b\r\n"), 400},
      {host("Host: a@b\r\n"), 400},
      {host("Host: " + std::string(256, 'a') + "\r\n"), 400},
  });
}

TEST_CASE("where the body ends is never a matter of opinion") {
  check({
      {post_with("Content-Length: 0\r\n"), 0},
      {post_with("Content-Length: 007\r\n"), 0},
      {post_with("Content-Length: 65536\r\n"), 0},
      {post_with("Content-Length: 65537\r\n"), 413},
      {post_with("Content-Length: 999999999999999999\r\n"), 413},
      {post_with("Content-Length: 9999999999999999999\r\n"), 400},
      {post_with("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
      {post_with("Content-Length: 5, 5\r\n"), 400},
      {post_with("Content-Length: +5\r\n"), 400},
      {post_with("Content-Length: -5\r\n"), 400},
      {post_with("Content-Length: 0x5\r\n"), 400},
      {post_with("Content-Length: 5 5\r\n"), 400},
      {post_with("Content-Length: %35\r\n"), 400},
      {post_with("Content-Length:\r\n"), 400},
      {post_with(""), 411},
      {post_with("Transfer-Encoding: chunked\r\n"), 411},
      {post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 411},
      {post_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"), 411},
      {with("Transfer-Encoding: identity\r\n"), 411},
      {with("Content-Length: 0\r\n"), 0},
      {with("Content-Length: 5\r\n"), 400},
      {post_with("Content-Length: 5\r\nContent-Type: Multipart/form-data; boundary=x\r\n"), 415},
  });
}

TEST_CASE("what is kept of a head") {
  const auto head =
      read_head(
          "POST /api/v1/route?x=1 HTTP/1.1\r\nHOST: kto\r\nRange: bytes=0-\r\nREMOTE_ADDR: 203.0.113.7\r\n"
          "Accept:  application/json\t\r\nCookie: a=b\r\nContent-Length: 14\r\nContent-Type: text/plain\r\n"
          "Accept-Encoding: br\r\nUser-Agent: " +
              std::string(1025, 'x') + "\r\nExpect: 100-continue\r\n\r\n",
          Limits())
          .head;
  CHECK(head.method == "POST");
  CHECK(head.target == "/api/v1/route?x=1");
  CHECK(head.fields == std::vector<std::pair<std::string, std::string>>{{"host", "kto"},
                                                                        {"accept", "application/json"},
                                                                        {"content-type", "text/plain"},
                                                                        {"accept-encoding", "br"}});
  CHECK(head.body == 14);
  CHECK(head.expects_continue);
}

TEST_CASE("whether the connection stays open") {
  struct Row {
    std::string version, connection;
    bool keep_alive;
  };
  const std::vector<Row> rows = {
      {"HTTP/1.1", "", true},           {"HTTP/1.1", "close", false},          {"HTTP/1.1", "Close", false},
      {"HTTP/1.1", "keep-alive", true}, {"HTTP/1.1", "upgrade, close", false}, {"HTTP/1.1", "not-close", true},
      {"HTTP/1.0", "", false},          {"HTTP/1.0", "Keep-Alive", true},      {"HTTP/1.0", "keep-alive, close", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.version, row.connection);
    const auto text = "GET / " + row.version + "\r\nHost: kto\r\nConnection: " + row.connection + "\r\n\r\n";
    CHECK(read_head(text, Limits()).head.keep_alive == row.keep_alive);
  }
}

TEST_CASE("a head that cannot become valid is refused before it is complete") {
  const std::vector<Row> rows = {
      {"", 0},
      {"G", 0},
      {"GET / HTTP/1.1\r\n", 0},
      {"GET / HTTP/1.1\r\nHost: kt", 0},
      {"GET /\r\n", 400},
      {"GET /\n", 400},
      {"\n", 400},
      {"\r\nGET", 400},  // up to two empty lines have been taken away before
      {"\x16\x03\x01\x02\n", 400},
      {std::string(4160, 'a'), 0},
      {std::string(4161, 'a'), 414},
      {"GET / HTTP/1.1\r\n" + std::string(16 * 1024, 'a'), 431},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(refuse_early(row.text, Limits()) == row.status);
  }
}

TEST_CASE("what the library is given") {
  const auto head = read_head("HEAD /a?q=co?to?&x=%3F HTTP/1.0\r\nUser-Agent: 50% off\r\n\r\n", Limits()).head;
  CHECK(rewrite(head) == "HEAD /a?q=co%3Fto%3F&x=%3F HTTP/1.1\r\nuser-agent: 50%25 off\r\n\r\n");
}
