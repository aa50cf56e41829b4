// Router: which handler answers which path. Patterns are compared segment by segment: no regular expression is ever run
// on input.
//
//   Router router;
//   router.get("/api/v1/units/{code}/history", [&](const Request& r) { return history(r.segments[0]); });
//   router.get("/api/v1/acts/{id...}", …);   // the rest of the path, slashes included: acts/19/11/2023
//   router.post("/api/v1/route", …, 262144);  // a body of so many bytes; without: Limits::body
//
// {name} is one non-empty segment (an encoded slash, %2F, stays inside it), {name...} at the end is one or more. A
// literal segment wins over {name}, that over {name...}. Other paths get 404, other methods of a known path 405 with
// Allow; HEAD is answered wherever GET is, OPTIONS everywhere. Routes are added before serving starts; answer() is
// const and called by all workers at once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/front/body_rule.h"
#include "searchd/front/message.h"
#include "searchd/front/problem.h"

namespace kto::front {

using Handler = std::function<Response(const Request&)>;
using ProblemView = std::function<Response(const Request&, const Problem&)>;
using Complaint = std::function<void(std::string_view)>;
using Finish = std::function<void(const Request&, Response&)>;

class Router {
 public:
  void get(const std::string& pattern, Handler handler) { add("GET", pattern, std::move(handler)); }
  void post(const std::string& pattern, Handler handler, std::size_t most = 0) {
    add("POST", pattern, std::move(handler), {most, 0}, "");
  }
  // Also takes a body of the media type `lines_type` line by line; the handler then finds Request::lines.
  void post(const std::string& pattern, Handler handler, BodyRule rule, const std::string& lines_type) {
    add("POST", pattern, std::move(handler), rule, lines_type);
  }

  // What the route of a POST takes as its body; `most` is 0 where none says.
  BodyRule body_rule(const Head& head) const;

  // How 404, 405 and failures of handlers are shown, e.g. as a page to a browser. Default: to_response(problem).
  void show_problems(ProblemView view) { view_ = std::move(view); }
  // Where one sentence about a failed handler goes: "what (hint)". Called from any worker. Default: nowhere.
  void complain_to(Complaint complaint) { complaint_ = std::move(complaint); }

  // What is done to every answer in the end, problems included: compression, headers for other sites.
  void finish_with(Finish finish) { finish_ = std::move(finish); }

  // The route wrapper: the answer to a request, whatever its handler does. law::Error (the world is broken: 503) and
  // any other exception (500) become a problem document without a word of the exception's text. `request.path` is set
  // and `request.segments` filled from `raw_path`, the path as sent, without the query.
  Response answer(Request request, std::string_view raw_path) const;

  // "/api/v1/units/{code}" of "/api/v1/units/IT-ES": the pattern that answers the path, whatever the method; empty when
  // none does. So many different values as there are routes, whatever is asked.
  std::string_view route_of(std::string_view raw_path) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> pattern;
    std::string written;  // the pattern as it was given
    Handler handler;
    BodyRule rule;
    std::string lines_type;
  };

  void add(std::string method, const std::string& pattern, Handler handler, BodyRule rule = {},
           const std::string& lines_type = "");
  Response dispatch(Request& request, std::string_view raw_path) const;
  Response call(const Route& route, const Request& request) const;
  Pieces watched(Pieces pieces) const;
  Response show(const Request& request, const Problem& problem) const;

  std::vector<Route> routes_;
  ProblemView view_;
  Complaint complaint_;
  Finish finish_;
};

}  // namespace kto::front
