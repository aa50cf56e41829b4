#include "searchd/api/validators.h"

#include <cstdint>
#include <cstdio>

namespace kto::api {

std::string etag(const std::vector<std::string>& parts) {
  // FNV-1a, twice with different seeds for 128 bits: no secret is kept here, only accidents are to be ruled out.
  std::uint64_t low = 14695981039346656037ULL, high = ~low;
  const auto feed = [&](unsigned char c) {
    low = (low ^ c) * 1099511628211ULL;
    high = (high ^ c) * 1099511628211ULL + 1;
  };
  for (const auto& part : parts) {
    for (const char c : part) feed(static_cast<unsigned char>(c));
    feed(0);  // no part contains it: "a","b" is not "ab"
  }
  char text[40];
  std::snprintf(text, sizeof text, "\"%016llx%016llx\"", static_cast<unsigned long long>(high),
                static_cast<unsigned long long>(low));
  return text;
}

bool is_current(const front::Request& request, std::string_view tag) {
  std::string_view sent = request.header("if-none-match");
  while (!sent.empty()) {
    const auto comma = sent.find(',');
    std::string_view one = sent.substr(0, comma);
    while (!one.empty() && (one.front() == ' ' || one.front() == '\t')) one.remove_prefix(1);
    while (!one.empty() && (one.back() == ' ' || one.back() == '\t')) one.remove_suffix(1);
    if (one.starts_with("W/")) one.remove_prefix(2);  // weak comparison, RFC 9110 13.1.2
    if (one == tag || one == "*") return true;
    if (comma == std::string_view::npos) break;
    sent.remove_prefix(comma + 1);
  }
  return false;
}

std::string tag_as_sent(const front::Request& request, const std::string& tag) {
  const std::string weak = "W/" + tag;
  return request.header("if-none-match").find(weak) == std::string_view::npos ? tag : weak;
}

front::Response not_modified(std::string_view tag, std::string_view cache_control) {
  front::Response response;
  response.status = 304;
  response.headers = {{"ETag", std::string(tag)}, {"Cache-Control", std::string(cache_control)}};
  return response;
}

}  // namespace kto::api
