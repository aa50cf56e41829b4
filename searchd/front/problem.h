// Problem: an error answer, application/problem+json of RFC 9457, in Polish. `errors` holds every fault of a request at
// once. Also what the front itself answers to a request that never reaches a route.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/front/message.h"

namespace kto::front {

struct Fault {
  std::string field;    // the parameter or JSON member: "as_of"; empty when the whole request is meant
  std::string code;     // stable, kebab-case: "not-a-date"
  std::string message;  // one Polish sentence
  std::vector<std::string> nearest = {};  // with an unknown name; told by Problem::nearest
  bool operator==(const Fault&) const = default;
};

struct Problem {
  int status = 400;
  std::string title;   // Polish; empty: the Polish name of the status
  std::string detail;  // Polish, one sentence or two
  std::vector<Fault> errors;
  std::string type = "about:blank";    // of a problem with a meaning beyond its status: a URI
  std::uint64_t line = 0;              // of a body read line by line: which line is meant, 1 for the first
  std::vector<std::string> nearest{};  // with an unknown name: known ones that look like it
  bool operator==(const Problem&) const = default;
};

// The problem document: {"type","title","status","detail","errors":[{"field","code","message"}]}, "line" and "nearest"
// if any. 503 gets Retry-After. Invalid UTF-8 is replaced, never echoed.
Response to_response(const Problem& problem);

// A problem that needs no words of its own: title and detail by status.
Problem plain_problem(int status);

// "Not Found": the reason phrase of the status line (English, RFC 9110).
const char* reason_phrase(int status);

}  // namespace kto::front
