#include "searchd/front/router.h"

#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <typeinfo>

#include "indexer/law/error.h"
#include "searchd/front/head.h"
#include "searchd/front/target.h"

namespace kto::front {
namespace {

enum class Kind : unsigned char { literal, one, rest };  // in order of preference

Kind kind_of(const std::string& part) {
  if (part.size() < 3 || part.front() != '{' || part.back() != '}') return Kind::literal;
  return part.size() > 5 && part.compare(part.size() - 4, 3, "...") == 0 ? Kind::rest : Kind::one;
}

// "application/x-ndjson" of "Application/X-NDJSON; charset=utf-8"
std::string media_type(const Head& head) {
  for (const auto& [name, value] : head.fields)
    if (name == "content-type") {
      auto type = lower_case(value.substr(0, value.find(';')));
      type.erase(type.find_last_not_of(" \t") + 1);
      return type;
    }
  return {};
}

std::string join(const std::vector<std::string>& parts, std::size_t from) {
  std::string joined = parts[from];
  for (std::size_t i = from + 1; i < parts.size(); ++i) joined += "/" + parts[i];
  return joined;
}

// What the {…} of the pattern stand for; nullopt when the path does not match.
std::optional<std::vector<std::string>> match(const std::vector<std::string>& pattern,
                                              const std::vector<std::string>& path) {
  std::vector<std::string> captured;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (i >= path.size()) return std::nullopt;
    const auto kind = kind_of(pattern[i]);
    if (kind != Kind::literal && path[i].empty()) return std::nullopt;
    if (kind == Kind::rest) {
      captured.push_back(join(path, i));
      return captured;
    }
    if (kind == Kind::literal && pattern[i] != path[i]) return std::nullopt;
    if (kind == Kind::one) captured.push_back(path[i]);
  }
  if (pattern.size() != path.size()) return std::nullopt;
  return captured;
}

// Literal parts come before {one}, {one} before {rest...}: the first match is then the closest.
bool closer(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](const auto& x, const auto& y) { return kind_of(x) < kind_of(y); });
}

// "std::bad_alloc": what an exception is. What it says may hold words of the request, and those are nobody's to keep.
std::string type_of(const std::exception& error) {
  const char* name = typeid(error).name();
  int failed = 0;
  char* readable = abi::__cxa_demangle(name, nullptr, nullptr, &failed);
  std::string type = readable ? readable : name;
  std::free(readable);
  return type;
}

std::string sentence_of(const std::exception& error) {
  const auto* ours = dynamic_cast<const law::Error*>(&error);
  return ours ? std::string(ours->what()) + " (" + ours->hint() + ")" : type_of(error);
}

}  // namespace

void Router::add(std::string method, const std::string& pattern, Handler handler, BodyRule rule,
                 const std::string& lines_type) {
  Route route{std::move(method), path_segments(pattern), pattern, std::move(handler), rule, lines_type};
  const auto place = std::upper_bound(routes_.begin(), routes_.end(), route,
                                      [](const Route& a, const Route& b) { return closer(a.pattern, b.pattern); });
  routes_.insert(place, std::move(route));
}

BodyRule Router::body_rule(const Head& head) const {
  const auto path = path_segments(path_of(head.target));
  for (const auto& route : routes_) {
    if (route.method != head.method || !match(route.pattern, path)) continue;
    const bool by_lines = !route.lines_type.empty() && media_type(head) == route.lines_type;
    return {route.rule.most, by_lines ? route.rule.longest_line : 0};
  }
  return {};
}

Response Router::answer(Request request, std::string_view raw_path) const {
  try {
    Response response = dispatch(request, raw_path);
    if (response.rest) response.rest = watched(std::move(response.rest));
    if (finish_) finish_(request, response);
    return response;
  } catch (const std::exception& error) {  // the view of problems itself failed
    if (complaint_) complaint_("a problem could not be shown: " + type_of(error));
    return to_response(plain_problem(500));
  }
}

Response Router::dispatch(Request& request, std::string_view raw_path) const {
  request.path = percent_decode(raw_path, false);
  const auto path = path_segments(raw_path);
  std::string allowed;
  for (const auto& route : routes_) {
    auto captured = match(route.pattern, path);
    if (!captured) continue;
    if (route.method == request.method) {
      request.segments = std::move(*captured);
      return call(route, request);
    }
    allowed += std::string(allowed.empty() ? "" : ", ") + (route.method == "GET" ? "GET, HEAD" : route.method);
  }
  if (allowed.empty()) return show(request, plain_problem(404));
  auto response = request.method == "OPTIONS" ? Response{204, "", "", {}} : show(request, plain_problem(405));
  response.headers.emplace_back("Allow", allowed + ", OPTIONS");
  return response;
}

std::string_view Router::route_of(std::string_view raw_path) const {
  const auto path = path_segments(raw_path);
  const auto found =
      std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) { return match(route.pattern, path); });
  return found == routes_.end() ? std::string_view() : found->written;
}

// An answer that fails after its head was sent can only end; why is said here.
Pieces Router::watched(Pieces pieces) const {
  return [this, pieces = std::move(pieces)] {
    try {
      return pieces();
    } catch (const std::exception& error) {
      if (complaint_) complaint_("an answer broke off: " + sentence_of(error));
      throw;
    }
  };
}

Response Router::call(const Route& route, const Request& request) const {
  try {
    return route.handler(request);
  } catch (const law::Error& error) {
    if (complaint_) complaint_(sentence_of(error));
    return show(request, plain_problem(503));
  } catch (const std::exception& error) {
    if (complaint_) complaint_(route.method + " " + route.written + " failed: " + type_of(error));
    return show(request, plain_problem(500));
  }
}

Response Router::show(const Request& request, const Problem& problem) const {
  return view_ ? view_(request, problem) : to_response(problem);
}

}  // namespace kto::front
