#include "searchd/health.h"

#include <nlohmann/json.hpp>

namespace kto::searchd {
namespace {

front::Response json(const nlohmann::ordered_json& value) {
  front::Response response;
  response.content_type = "application/json; charset=utf-8";
  response.body = value.dump() + "\n";
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace

void add_health_routes(front::Router& router, const OpenIndex& index) {
  router.get("/healthz", [](const front::Request&) { return json({{"status", "alive"}}); });
  // A damaged index throws law::Error, which the route wrapper answers with 503.
  router.get("/readyz", [&index](const front::Request&) {
    const auto reader = index.reader();
    return json({{"status", "ready"}, {"generation", reader->generation()}, {"documents", reader->documents()}});
  });
}

}  // namespace kto::searchd
