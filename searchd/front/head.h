// Head: the request line and the header fields, read strictly. Whatever two programs could understand differently is
// refused: bare CR or LF, folded fields, spaces before the colon, two Content-Length. Transfer-Encoding is refused too,
// but for "chunked" alone where a route reads its body line by line; after such a request the connection is closed.
// Fields that no route needs are dropped, so that they never reach the library.
//
//   "POST /api/v1/route HTTP/1.1\r\nHost: kto\r\nContent-Length: 14\r\nRange: bytes=0-\r\n\r\n"
//     → method POST, target /api/v1/route, fields {host: kto}, body 14 bytes, keep_alive
//
// RFC 9112. Pure functions: no state, no exceptions but bad_alloc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/front/body_rule.h"
#include "searchd/front/limits.h"

namespace kto::front {

struct Head {
  std::string method;                                       // GET, HEAD, OPTIONS or POST
  std::string target;                                       // begins with "/"; bytes above 0x20, without "#"
  std::vector<std::pair<std::string, std::string>> fields;  // the kept ones, names in lower case, in their order
  std::size_t body = 0;                                     // bytes that follow the head, unless it is chunked
  std::size_t longest_line = 0;                             // not 0: the body is read line by line (BodyRule)
  bool chunked = false;                                     // only where the body is read line by line
  bool keep_alive = true;
  bool expects_continue = false;
  bool takes_chunks = true;  // HTTP/1.0 does not

  bool operator==(const Head&) const = default;
};

struct HeadReading {
  int status = 0;  // 0: `head` is valid; else the status to refuse with, and the connection must be closed
  Head head;
};

// `text` ends with the empty line ("\r\n\r\n").
// `rules`: what the routes take as a body; without them Limits::body, and no lines.
HeadReading read_head(std::string_view text, const Limits& limits, const BodyRules& rules = {});

// The status to refuse with at once, though the head is not complete yet; 0 while it may still become a valid one.
int refuse_early(std::string_view partial, const Limits& limits);

// Whether a field is handed on to routes. `name` in lower case.
bool is_kept_field(std::string_view name);

std::string lower_case(std::string_view ascii);

}  // namespace kto::front
