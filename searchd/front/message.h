// Request and Response: HTTP as a route sees it. Plain values that know nothing of the HTTP library, so a route is
// tested by calling it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kto::front {

struct Request {
  std::string method = "GET";  // GET or POST; a HEAD request is seen as GET and its body is left out afterwards
  std::string path = "/";      // percent-decoded: "/api/v1/units/IT-ES"
  // What the {…} of the route's pattern stand for, decoded, in their order.
  std::vector<std::string> segments;
  // Decoded parameters. A name given twice is here twice; bytes are as sent, not necessarily UTF-8.
  std::multimap<std::string, std::string> parameters;
  // Names in lower case. Only what the front lets through: accept, accept-language, content-type, host, if-none-match,
  // user-agent, x-forwarded-for, x-request-id. None of them is to be trusted, nor copied into an answer's headers.
  std::map<std::string, std::string> headers;
  std::string body;    // POST only, at most Limits::body
  std::string client;  // address of the peer's socket: "127.0.0.1", "::1"

  // The header's value, empty when it was not sent. `name` in lower case.
  std::string_view header(const std::string& name) const;
};

struct Response {
  int status = 200;
  std::string content_type;  // "application/json; charset=utf-8"; empty only where there is no body
  std::string body;
  // Further headers (ETag, Cache-Control, Location, Retry-After). Security headers, Content-Length, Connection and Date
  // are the front's business. Values must be visible ASCII: others are dropped.
  std::vector<std::pair<std::string, std::string>> headers;

  bool operator==(const Response&) const = default;
};

}  // namespace kto::front
