// gzip: who gets it, what it does to an answer, and that it is undone to the same bytes.
#include "searchd/api/compression.h"

#include <zlib.h>

#include <array>
#include <vector>

#include "searchd/api/validators.h"
#include "tests/support/catch.h"

using namespace kto;
using front::Request;
using front::Response;

namespace {

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string copy = bytes, out;
  stream.next_in = reinterpret_cast<Bytef*>(copy.data());
  stream.avail_in = static_cast<uInt>(copy.size());
  std::array<char, 4096> room;
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(room.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(room.data(), room.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  CHECK(status == Z_STREAM_END);
  CHECK(stream.avail_in == 0);
  return out;
}

std::string header(const Response& response, const std::string& name) {
  std::string found;
  for (const auto& [one, value] : response.headers)
    if (one == name) found += (found.empty() ? "" : "|") + value;
  return found;
}

Response compressed(Response response, const std::string& accepted) {
  Request request;
  if (!accepted.empty()) request.headers["accept-encoding"] = accepted;
  api::compress(request, response);
  return response;
}

Response answer(std::size_t size, const std::string& type = "application/json; charset=utf-8") {
  std::string body;
  while (body.size() < size) body += "zażółć " + std::to_string(body.size() * 7919 % 1000) + " ";
  return {200, type, body.substr(0, size), {{"ETag", "\"1\""}}};
}

}  // namespace

TEST_CASE("who takes gzip") {
  const struct {
    const char* accepted;
    bool taken;
  } rows[] = {
      {"", false},
      {"gzip", true},
      {"GZIP", true},
      {"deflate, gzip, br", true},
      {"gzip;q=0", false},
      {"gzip; q=0.000", false},
      {"gzip;q=0.5", true},
      {"*", true},
      {"*;q=0", false},
      {"gzip;q=0, *", false},
      {"br", false},
      {"identity", false},
      {"gzippy", false},
      {"x-gzip", true},
      {" gzip ", true},
      {",,", false},
      {"br;q=1, *;q=0.1", true},
  };
  for (const auto& row : rows) {
    INFO(row.accepted);
    CHECK(api::takes_gzip(row.accepted) == row.taken);
  }
}

TEST_CASE("an answer is compressed from its size on, and says so") {
  for (const std::size_t size : {std::size_t{1024}, std::size_t{1025}, std::size_t{300000}}) {
    const auto plain = answer(size), small = compressed(plain, "gzip");
    CHECK(header(small, "Content-Encoding") == "gzip");
    CHECK(header(small, "Vary") == "Accept-Encoding");
    CHECK(header(small, "ETag") == "W/\"1\"");
    CHECK(small.body.size() < plain.body.size());
    CHECK(gunzip(small.body) == plain.body);
  }
  const auto short_one = compressed(answer(1023), "gzip");
  CHECK(header(short_one, "Content-Encoding").empty());
  CHECK(header(short_one, "Vary") == "Accept-Encoding");
  CHECK(header(short_one, "ETag") == "\"1\"");
}

TEST_CASE("one worker's answers do not mix") {
  for (int i = 0; i < 50; ++i) {
    const auto plain = answer(2000 + static_cast<std::size_t>(i) * 613);
    CHECK(gunzip(compressed(plain, "gzip").body) == plain.body);
  }
}

TEST_CASE("who does not ask gets it as it is, and pictures are left alone") {
  const auto plain = compressed(answer(5000), "");
  CHECK(plain.body == answer(5000).body);
  CHECK(header(plain, "Vary") == "Accept-Encoding");
  CHECK(header(plain, "ETag") == "\"1\"");
  const auto picture = compressed(answer(5000, "image/png"), "gzip");
  CHECK(picture.body == answer(5000).body);
  CHECK(header(picture, "Vary").empty());
}

TEST_CASE("a streamed answer is compressed piece by piece") {
  Response response{200, "text/csv; charset=utf-8", "", {}};
  std::string whole;
  response.rest = [left = 40, &whole]() mutable {
    if (left-- == 0) return std::string();
    whole += std::string(5000, static_cast<char>('a' + left % 26)) + "\n";
    return std::string(5000, static_cast<char>('a' + left % 26)) + "\n";
  };
  auto small = compressed(std::move(response), "gzip");
  CHECK(header(small, "Content-Encoding") == "gzip");
  std::string bytes, first;
  for (std::string piece; !(piece = small.rest()).empty(); bytes += piece)
    if (first.empty()) first = piece;
  CHECK(first.size() > 10);  // each piece is given on at once
  CHECK(gunzip(bytes) == whole);
  CHECK(small.rest().empty());
}

TEST_CASE("a 304 names the form that the client has") {
  Request request;
  CHECK(api::tag_as_sent(request, "\"1\"") == "\"1\"");
  request.headers["if-none-match"] = "W/\"1\"";
  CHECK(api::is_current(request, "\"1\""));
  CHECK(api::tag_as_sent(request, "\"1\"") == "W/\"1\"");
  request.headers["if-none-match"] = "\"0\", \"1\"";
  CHECK(api::tag_as_sent(request, "\"1\"") == "\"1\"");
}
