// Lines of the log: one an event, whatever is in it.
#include <string>
#include <vector>

#include "searchd/log.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::searchd;

namespace {

constexpr char kTime[] = "2024-06-01T08:00:00Z";

front::Exchange exchange(const std::string& method, const std::string& path, int status) {
  return {method, path, status, 1234, std::chrono::microseconds(850)};
}

}  // namespace

TEST_CASE("events as lines") {
  struct Row {
    Event event;
    std::string plain, json;
  };
  const std::vector<Row> rows = {
      {{Level::info, "index-taken-up", "took up generation 8"},
       "kto-searchd: took up generation 8",
       R"({"time":"2024-06-01T08:00:00Z","level":"info","event":"index-taken-up","message":"took up generation 8"})"},
      {{Level::error, "", "a\nforged\x1b line \"of\" Łódź"},
       "kto-searchd: a forged  line \"of\" Łódź",
       R"({"time":"2024-06-01T08:00:00Z","level":"error","message":"a\nforged\u001b line \"of\" Łódź"})"},
      {{Level::warning, "odd", "not UTF-8: \xff"},
       "kto-searchd: not UTF-8: \xff",
       "{\"time\":\"2024-06-01T08:00:00Z\",\"level\":\"warning\",\"event\":\"odd\",\"message\":\"not UTF-8: "
       "\xef\xbf\xbd\"}"},
  };
  for (const auto& row : rows) {
    CHECK(line_of(row.event, LogFormat::plain, kTime) == row.plain);
    CHECK(line_of(row.event, LogFormat::json, kTime) == row.json);
  }
}

TEST_CASE("requests as lines") {
  struct Row {
    front::Exchange exchange;
    std::string plain, json;  // json: from "method" on
  };
  const std::vector<Row> rows = {
      {exchange("GET", "/api/v1/who", 200), "GET /api/v1/who 200 1234 0.8ms",
       R"("method":"GET","path":"/api/v1/who","status":200,"bytes":1234,"ms":0.85})"},
      {exchange("", "", 400), "- - 400 1234 0.8ms", R"("method":"-","path":"-","status":400,"bytes":1234,"ms":0.85})"},
      {exchange("GET", "/a\"b\n\xc5\x82", 404), "GET /a\"b%0A%C5%82 404 1234 0.8ms",
       R"("method":"GET","path":"/a\"b%0A%C5%82","status":404,"bytes":1234,"ms":0.85})"},
  };
  for (const auto& row : rows) {
    CHECK(line_of(row.exchange, LogFormat::plain, kTime) == kTime + (" " + row.plain));
    CHECK(line_of(row.exchange, LogFormat::json, kTime) ==
          R"({"time":"2024-06-01T08:00:00Z","level":"info","event":"request",)" + row.json);
  }
}
