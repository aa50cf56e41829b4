// Request and Response: HTTP as a route sees it. Plain values that know nothing of the HTTP library, so a route is
// tested by calling it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kto::front {

class BodyLines;

struct Request {
  std::string method =
      "GET";               // GET, POST or OPTIONS; a HEAD request is seen as GET and its body is left out afterwards
  std::string path = "/";  // percent-decoded: "/api/v1/units/IT-ES"
  // What the {…} of the route's pattern stand for, decoded, in their order.
  std::vector<std::string> segments;
  // Decoded parameters. A name given twice is here twice; bytes are as sent, not necessarily UTF-8.
  std::multimap<std::string, std::string> parameters;
  // Names in lower case. Only what the front lets through (is_kept_field in head.cc). None of them is to be trusted,
  // nor copied into an answer's headers.
  std::map<std::string, std::string> headers;
  std::string body;  // POST only, at most what its route takes
  // Instead of `body`, where the route reads lines: those that have come so far (body_lines.h). To be read by the
  // pieces of Response::rest, one or more lines a piece; whenever a piece is asked for, a line, the end or a failure is
  // there.
  std::shared_ptr<BodyLines> lines = {};
  std::string client;  // address of the peer's socket: "127.0.0.1", "::1"

  // The header's value, empty when it was not sent. `name` in lower case.
  std::string_view header(const std::string& name) const;
};

// The pieces of a body, one a call, in their order; the empty one is the end. Called by one worker at a time, not
// always the same.
using Pieces = std::function<std::string()>;

struct Response {
  int status = 200;
  std::string content_type;  // "application/json; charset=utf-8"; empty only where there is no body
  std::string body;
  // Further headers (ETag, Cache-Control, Location, Retry-After). Security headers, Content-Length, Connection and Date
  // are the front's business. Values must be visible ASCII: others are dropped.
  std::vector<std::pair<std::string, std::string>> headers;
  // A body too long to be held: `body` is then empty and the answer goes out in chunks, each made when the one before
  // it has been taken (streamed.h).
  Pieces rest = {};
};

}  // namespace kto::front
