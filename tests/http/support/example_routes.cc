#include "tests/http/support/example_routes.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>

#include "indexer/law/error.h"
#include "searchd/front/line_answers.h"

namespace kto::test {
namespace {

using front::Request;
using front::Response;
using Json = nlohmann::ordered_json;

Response json(const Json& value) {
  return {
      200, "application/json; charset=utf-8", value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n", {}};
}

std::string parameter(const Request& request, const std::string& name) {
  const auto found = request.parameters.find(name);
  return found == request.parameters.end() ? "" : found->second;
}

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

// The library's own encoder is the judge of UTF-8.
bool is_utf8(const std::string& text) {
  try {
    return !Json(text).dump().empty();
  } catch (const Json::exception&) {
    return false;
  }
}

Response answer_who(const std::string& q) {
  if (!is_utf8(q)) return to_response(front::plain_problem(400));
  return json({{"q", q}, {"status", "no_answer"}, {"answers", Json::array()}});
}

// Refuses before parsing what is nested deeper than any letter.
Response post_who(const Request& request) {
  int depth = 0;
  const auto nested = std::find_if(request.body.begin(), request.body.end(), [&depth](char c) {
    depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    return depth > 16;
  });
  const auto value = nested == request.body.end() ? Json::parse(request.body, nullptr, false) : Json();
  if (!value.is_object() || !value.contains("q") || !value["q"].is_string())
    return to_response(front::plain_problem(400));
  return answer_who(value["q"]);
}

Response page(const Request& request) {
  auto q = parameter(request, "q");
  if (!is_utf8(q)) q.clear();
  return {200,
          "text/html; charset=utf-8",
          "<!doctype html><html lang=\"pl\"><title>kto</title><script src=\"/app.js\" defer></script><form><input "
          "name=\"q\" value=\"" +
              escaped(q) + "\"></form>",
          {}};
}

Response echo(const Request& request) {
  return json({{"path", request.path},
               {"segments", request.segments},
               {"parameters", std::multimap<std::string, std::string>(request.parameters).size()},
               {"q", parameter(request, "q")},
               {"headers", request.headers},
               {"body", request.body},
               {"client", request.client}});
}

int number(const std::string& text, int most) {
  return std::clamp(std::atoi(text.c_str()), 0, most);
}

}  // namespace

front::Router example_routes() {
  front::Router router;
  router.get("/api/v1/who", [](const Request& request) { return answer_who(parameter(request, "q")); });
  router.post("/api/v1/who", post_who);
  router.get("/", page);
  router.get("/app.js", [](const Request&) { return Response{200, "text/javascript", std::string(300000, ' '), {}}; });
  router.get("/echo/{rest...}", echo);
  router.post("/echo/{rest...}", echo);
  router.get("/slow/{ms}", [](const Request& request) {
    std::this_thread::sleep_for(std::chrono::milliseconds(number(request.segments[0], 5000)));
    return json({{"slept", request.segments[0]}});
  });
  router.get("/header", [](const Request& request) {
    return Response{200, "text/plain", "ok", {{"X-Copied", parameter(request, "value")}, {"ETag", "\"1\""}}};
  });
  router.get("/unchanged", [](const Request&) { return Response{304, "", "", {{"ETag", "\"1\""}}}; });
  router.get("/big/{bytes}", [](const Request& request) {
    return Response{
        200, "text/plain", std::string(static_cast<std::size_t>(number(request.segments[0], 32 << 20)), 'x'), {}};
  });
  router.get("/stream/{pieces}", [](const Request& request) {
    Response response{200, "text/plain", "", {}};
    response.rest = [left = number(request.segments[0], 1 << 20)]() mutable {
      return left-- > 0 ? std::string(70000, 'x') : std::string();
    };
    return response;
  });
  router.get("/breaks-off", [](const Request&) {
    Response response{200, "text/plain", "", {}};
    response.rest = [left = 1]() mutable {
      if (left-- == 0) throw std::runtime_error("the password is hunter2");
      return std::string("begun");
    };
    return response;
  });
  // Small limits, which a test reaches: 100 bytes whole, lines of 20.
  router.post(
      "/lines",
      [](const Request& request) {
        if (!request.lines) return Response{200, "text/plain", std::to_string(request.body.size()) + "\n", {}};
        if (!request.parameters.empty()) return to_response(front::plain_problem(400));
        const auto answer = [](const front::BodyLines::Line& line) {
          if (line.text == "throw") throw std::runtime_error("the letter's own words");
          if (line.text == "sleep") std::this_thread::sleep_for(std::chrono::milliseconds(100));
          return std::to_string(line.number) + ":" + line.text + "\n";
        };
        Response response{200, "application/x-ndjson", "", {}};
        response.rest = front::line_answers(request.lines, answer);
        return response;
      },
      {100, 20}, "application/x-ndjson");
  router.get("/fails", [](const Request&) -> Response { throw std::runtime_error("the password is hunter2"); });
  router.get("/broken", [](const Request&) -> Response {
    throw law::Error("index-unreadable", "the file /secret/place cannot be read", "build it again");
  });
  return router;
}

}  // namespace kto::test
