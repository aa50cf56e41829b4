// ETag and If-None-Match.
#include "searchd/api/validators.h"

#include "searchd/api/service.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::api;

namespace {

front::Request asking(const std::string& if_none_match) {
  front::Request request;
  if (!if_none_match.empty()) request.headers["if-none-match"] = if_none_match;
  return request;
}

}  // namespace

TEST_CASE("a tag depends on every part and its bounds") {
  CHECK(etag({"a", "b"}) == etag({"a", "b"}));
  CHECK(etag({"a", "b"}) != etag({"ab"}));
  CHECK(etag({"a", "b"}) != etag({"b", "a"}));
  CHECK(etag({"", ""}) != etag({""}));
  CHECK(etag({"a"}).size() == 34);
}

TEST_CASE("If-None-Match") {
  CHECK(is_current(asking("\"x\""), "\"x\""));
  CHECK(is_current(asking("W/\"x\""), "\"x\""));
  CHECK(is_current(asking("\"a\", \"x\" ,\"b\""), "\"x\""));
  CHECK(is_current(asking("*"), "\"x\""));
  CHECK_FALSE(is_current(asking("\"a\""), "\"x\""));
  CHECK_FALSE(is_current(asking(""), "\"x\""));
  CHECK_FALSE(is_current(asking("x"), "\"x\""));
}

TEST_CASE("a known answer is not rendered again, a failed one gets no tag") {
  unsigned rendered = 0;
  const auto ok = [&] { return ++rendered, front::Response{200, "text/plain", "a", {}}; };
  const auto first = conditional(asking(""), {"a"}, ok);
  REQUIRE(first.headers.size() == 2);
  const auto again = conditional(asking(first.headers[0].second), {"a"}, ok);
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(again.headers == first.headers);
  CHECK(rendered == 1);
  const auto missing = conditional(asking(""), {"a"}, [] { return front::Response{404, "text/plain", "", {}}; });
  CHECK(missing.headers == std::vector<std::pair<std::string, std::string>>{{"Cache-Control", "private, no-cache"}});
}
