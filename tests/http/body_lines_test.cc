// BodyLines: framing and lines, whole and byte by byte.
#include "searchd/front/body_lines.h"

#include "tests/support/catch.h"

using namespace kto::front;

namespace {

constexpr std::size_t kLongest = 10;

// "1:first 3:(too long) end", "1:first 400"
std::string read(BodyLines& lines) {
  std::string out;
  while (const auto line = lines.next())
    out += std::to_string(line->number) + ":" + (line->too_long ? "(too long)" : line->text) + " ";
  if (!lines.ended()) return out + "more";
  const int failure = lines.take_failure();
  return out + (failure == 0 ? "end" : std::to_string(failure));
}

std::string read(std::string_view body, std::optional<std::uint64_t> length, std::size_t step) {
  BodyLines lines(length, kLongest);
  if (body.empty()) lines.feed(body);
  for (std::size_t at = 0; at < body.size(); at += step) lines.feed(body.substr(at, step));
  return read(lines);
}

struct Row {
  std::string body;
  std::optional<std::uint64_t> length;
  std::string read;
};

}  // namespace

TEST_CASE("lines of a body, however it arrives") {
  const Row rows[] = {
      {"one\ntwo\n", 8, "1:one 2:two end"},
      {"one\ntwo", 7, "1:one 2:two end"},
      {"one\r\ntwo\r\n", 10, "1:one\r 2:two\r end"},
      {"", 0, "end"},
      {"\n \n\t\r\none\n\n", 11, "4:one end"},  // empty lines are counted and left out
      {"one\nGET / HTTP/1.1", 4, "1:one end"},  // what stands behind the body is not read
      {"one\ntw", 8, "1:one more"},
      {"0123456789\n0123456789a\nlast\n", 28, "1:0123456789 2:(too long) 3:last end"},
      {std::string(160, 'a') + "\nb\n", 163, "1:(too long) 2:b end"},
      {std::string(160, 'a'), 160, "1:(too long) end"},
      {"a\n" + std::string(161, 'b') + "\nc\n", 166, "1:a 413"},  // sixteen times as long as it may be
      {"4\r\none\n\r\n4\r\ntwo\n\r\n0\r\n\r\n", std::nullopt, "1:one 2:two end"},
      {"2\r\non\r\n6\r\ne\ntwo\n\r\n0\r\n\r\n", std::nullopt, "1:one 2:two end"},  // chunks are not lines
      {"0\r\n\r\n", std::nullopt, "end"},
      {"00A;name=value\r\n012345678\n\r\n0;x\r\nTrailer: y\r\n\r\n", std::nullopt, "1:012345678 end"},
      {"4\r\none\n\r\n0\r\n\r\nGET / HTTP/1.1", std::nullopt, "1:one end"},
      {"4\r\none\n\r\n", std::nullopt, "1:one more"},
      {"zz\r\n", std::nullopt, "400"},
      {"-2\r\n", std::nullopt, "400"},
      {"0x4\r\none\n\r\n", std::nullopt, "400"},
      {" 4\r\none\n\r\n", std::nullopt, "400"},
      {"\r\none\n\r\n", std::nullopt, "400"},
      {"4\none\n\r\n", std::nullopt, "400"},             // a bare LF
      {"3\r\none\n\r\n0\r\n\r\n", std::nullopt, "400"},  // a size that lies: "one" has no end of line yet
      {"5\r\none\n\r\n", std::nullopt, "1:one 400"},     // one byte more than there are: CR is data
      {"4\r\none\nxx0\r\n\r\n", std::nullopt, "1:one 400"},
      {"ffffffffffffffff\r\n", std::nullopt, "400"},
      {"0\r\n" + std::string(300, 'a') + "\r\n\r\n", std::nullopt, "400"},
      {std::string(300, '0') + "\r\n", std::nullopt, "400"},
  };
  for (const Row& row : rows)
    for (const std::size_t step : {std::size_t{1}, std::size_t{3}, std::size_t{100000}}) {
      INFO(row.body.substr(0, 60) << " by " << step);
      CHECK(read(row.body, row.length, step) == row.read);
    }
}

TEST_CASE("endless trailers are not read") {
  std::string body = "0\r\n";
  for (int i = 0; i < 100; ++i) body += "A: b\r\n";
  CHECK(read(body, std::nullopt, 1000) == "400");
}

TEST_CASE("a long line is not kept while it comes") {
  BodyLines lines(std::nullopt, kLongest);
  for (int i = 0; i < 20; ++i) {
    lines.feed("8\r\naaaaaaaa\r\n");
    CHECK(lines.held() <= kLongest);
  }
  CHECK_FALSE(lines.ready());
}

TEST_CASE("failing leaves the lines that were there, and the failure is told once") {
  BodyLines lines(100, kLongest);
  lines.feed("one\ntwo\nthr");
  lines.fail(408);
  CHECK(lines.ready());
  CHECK(lines.take_failure() == 0);  // not before the lines
  CHECK(lines.next()->text == "one");
  CHECK(lines.next()->text == "two");
  CHECK_FALSE(lines.next());
  CHECK(lines.take_failure() == 408);
  CHECK(lines.take_failure() == 0);
  lines.feed("four\n");
  CHECK_FALSE(lines.next());
}
