#include "searchd/api/cors.h"

#include <algorithm>

namespace kto::api {
namespace {

// A browser asks before each kind of request; a day is what the longest-remembering of them keep of the answer.
constexpr char kRemembered[] = "86400";

bool allows_get(const front::Response& response) {
  return std::any_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
    return header.first == "Allow" && header.second.find("GET") != std::string::npos;
  });
}

}  // namespace

bool is_public_data(std::string_view path) {
  return path.starts_with("/api/v1/") || path == "/openapi.json" || path == "/dcat.jsonld";
}

void open_to_other_sites(const front::Request& request, front::Response& response) {
  if (!is_public_data(request.path)) return;
  auto& headers = response.headers;
  if (request.method == "GET") {
    headers.emplace_back("Access-Control-Allow-Origin", "*");
    headers.emplace_back("Access-Control-Expose-Headers", "ETag");
  } else if (request.method == "OPTIONS" && allows_get(response)) {
    headers.emplace_back("Access-Control-Allow-Origin", "*");
    headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD");
    headers.emplace_back("Access-Control-Allow-Headers", "Accept, If-None-Match");
    headers.emplace_back("Access-Control-Max-Age", kRemembered);
  }
}

}  // namespace kto::api
