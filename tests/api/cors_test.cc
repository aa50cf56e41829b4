// What pages of other sites may read.
#include "searchd/api/cors.h"

#include "tests/support/catch.h"

using namespace kto;

namespace {

// "origin *; methods GET, HEAD", or empty.
std::string opened(const std::string& method, const std::string& path, const std::string& allow = "") {
  front::Request request;
  request.method = method;
  request.path = path;
  front::Response response;
  if (!allow.empty()) response.headers.emplace_back("Allow", allow);
  api::open_to_other_sites(request, response);
  std::string out;
  for (const auto& [name, value] : response.headers) {
    if (name == "Access-Control-Allow-Origin") out += "origin " + value;
    if (name == "Access-Control-Allow-Methods") out += "; methods " + value;
  }
  return out;
}

}  // namespace

TEST_CASE("other sites may read what GET gives to everyone, and nothing else") {
  const struct {
    const char *method, *path, *allow, *opened;
  } rows[] = {
      {"GET", "/api/v1/who", "", "origin *"},
      {"GET", "/api/v1/nothing", "", "origin *"},
      {"GET", "/openapi.json", "", "origin *"},
      {"GET", "/dcat.jsonld", "", "origin *"},
      {"GET", "/", "", ""},
      {"GET", "/dane", "", ""},
      {"GET", "/healthz", "", ""},
      {"POST", "/api/v1/route", "", ""},
      {"OPTIONS", "/api/v1/who", "GET, HEAD, OPTIONS", "origin *; methods GET, HEAD"},
      {"OPTIONS", "/api/v1/route", "POST, OPTIONS", ""},
      {"OPTIONS", "/jednostki", "GET, HEAD, OPTIONS", ""},
  };
  for (const auto& row : rows) {
    INFO(row.method << ' ' << row.path);
    CHECK(opened(row.method, row.path, row.allow) == row.opened);
  }
}
