#include "searchd/front/wire.h"

#include <algorithm>
#include <ctime>

#include "searchd/front/problem.h"
#include "searchd/front/target.h"

namespace kto::front {
namespace {

std::string replace_all(std::string_view text, char from, std::string_view to) {
  std::string replaced;
  for (const char c : text) {
    if (c == from)
      replaced += to;
    else
      replaced += c;
  }
  return replaced;
}

// The library refuses a second question mark; routes read the query themselves and decode %3F.
std::string one_question_mark(std::string_view target) {
  const auto query = query_of(target);
  if (query.empty()) return std::string(target);
  return std::string(path_of(target)) + "?" + replace_all(query, '?', "%3F");
}

void add(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool is_header_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];  // 29 characters; names in the "C" locale, which this program never leaves
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc)};
}

std::string rewrite(const Head& head) {
  std::string text = head.method + " " + one_question_mark(head.target) + " HTTP/1.1\r\n";
  // The library percent-decodes header values (CVE-2026-45372): %25 makes that the identity.
  for (const auto& [name, value] : head.fields)
    add(text, name == kEncodings ? kHiddenEncodings : name, replace_all(value, '%', "%25"));
  return text + "\r\n";
}

std::string refusal(int status, bool with_body) {
  const auto response = to_response(plain_problem(status));
  auto text = "HTTP/1.1 " + std::to_string(status) + " " + reason_phrase(status) + "\r\n";
  add(text, "Date", http_date());
  for (const auto& [name, value] : kSecurityHeaders) add(text, name, value);
  for (const auto& [name, value] : response.headers) add(text, name, value);
  if (status == 405) add(text, "Allow", "GET, HEAD, OPTIONS, POST");
  add(text, "Connection", "close");
  add(text, "Content-Type", response.content_type);
  add(text, "Content-Length", std::to_string(response.body.size()));
  return text + "\r\n" + (with_body ? response.body : "");
}

}  // namespace kto::front
