#include "searchd/front/library.h"

#include <type_traits>
#include <utility>

#include "searchd/front/memory_stream.h"
#include "searchd/front/target.h"
#include "searchd/front/wire.h"

namespace kto::front {
namespace {

// What goes with a request and its answer past the library, which knows only messages of its own.
struct Beside {
  bool takes_chunks = true;
  Pieces rest;
  std::shared_ptr<BodyLines> lines;
};
thread_local Beside beside;

Request to_request(const httplib::Request& from) {
  Request request;
  request.method = from.method == "HEAD" ? "GET" : from.method;
  request.parameters = parameters(query_of(from.target));
  for (const auto& [name, value] : from.headers) {
    auto lower = lower_case(name);
    if (lower == kHiddenEncodings) lower = kEncodings;
    if (!is_kept_field(lower)) continue;  // REMOTE_ADDR and its kin, which the library adds itself
    auto& whole = request.headers[lower];
    whole += (whole.empty() ? "" : ", ") + value;  // RFC 9110, 5.3
  }
  request.body = from.body;
  request.client = from.remote_addr;
  request.lines = std::move(beside.lines);
  return request;
}

void fill(httplib::Response& to, Response&& from) {
  to.status = from.status;
  to.headers.emplace("Date", http_date());
  for (const auto& [name, value] : kSecurityHeaders) to.headers.emplace(name, value);
  for (auto& [name, value] : from.headers)
    if (is_header_value(name) && is_header_value(value)) to.headers.emplace(std::move(name), std::move(value));
  if (!from.content_type.empty()) to.headers.emplace("Content-Type", std::move(from.content_type));
  to.body = std::move(from.body);
  beside.rest = std::move(from.rest);
}

// After the route the library adds what it thinks fit. Ranges are not served, and some answers have no length.
void mend(httplib::Response& response) {
  response.headers.erase("Accept-Ranges");
  if (response.status == 204 || response.status == 304) response.headers.erase("Content-Length");  // RFC 9110, 8.6
  if (!beside.rest) return;
  response.headers.erase("Content-Length");
  if (beside.takes_chunks) {
    response.headers.emplace("Transfer-Encoding", "chunked");
    return;
  }
  response.headers.erase("Keep-Alive");
  response.headers.erase("Connection");
  response.headers.emplace("Connection", "close");
}

}  // namespace

Library::Library(const Router& router, const Limits& limits) : router_(router), limits_(limits) {
  set_keep_alive_max_count(limits.requests_per_connection);  // both are only announced here; the front keeps them
  set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idle_time).count());
  // What the library makes at its first request is made now, before there are threads. Nothing is routed yet: a 404.
  MemoryStream first("GET / HTTP/1.1\r\n\r\n", limits.answer);
  process(first, false, [](httplib::Request&) {});
  // Before its own routing, which runs regular expressions and reads bodies.
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    fill(response, router_.answer(to_request(request), path_of(request.target)));
    return HandlerResponse::Handled;
  });
  set_post_routing_handler([](const httplib::Request&, httplib::Response& response) { mend(response); });
}

// process_request is protected in both versions; 0.18.7 takes the addresses as arguments. A template, so that only the
// branch that exists is compiled.
template <class Stream>
bool Library::process(Stream& stream, bool keep_alive, const std::function<void(httplib::Request&)>& set_up) {
  using OfOldVersion =
      bool (httplib::Server::*)(httplib::Stream&, bool, bool&, const std::function<void(httplib::Request&)>&);
  bool closed = false;
  if constexpr (std::is_same_v<decltype(&Library::process_request), OfOldVersion>)
    return this->process_request(stream, !keep_alive, closed, set_up);
  else
    return this->process_request(stream, std::string(), 0, std::string(), 0, !keep_alive, closed, set_up);
}

Answer Library::answer(const Head& head, RequestBody body, const std::string& client, bool keep_alive) {
  try {
    beside = {head.takes_chunks, {}, std::move(body.lines)};
    MemoryStream stream(rewrite(head), limits_.answer);
    // The last word on the request before it is routed. The body has been read already.
    const bool answered = process(stream, keep_alive, [&](httplib::Request& request) {
      request.body = std::move(body.whole);
      request.remote_addr = client;
    });
    auto& text = stream.written();
    Pieces rest = std::exchange(beside.rest, {});
    if (head.method == "HEAD") rest = {};
    const bool stays = keep_alive && (!rest || head.takes_chunks);
    // "HTTP/1.1 200 OK"
    if (answered && text.size() > 12) return {std::stoi(text.substr(9, 3)), std::move(text), stays, std::move(rest)};
  } catch (const std::exception&) {
    // bad_alloc, or an answer over the limit: nothing of it has been sent.
  }
  return {500, refusal(500, head.method != "HEAD"), false, {}};
}

}  // namespace kto::front
