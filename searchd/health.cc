#include "searchd/health.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/law/error.h"

namespace kto::searchd {
namespace {

front::Response fresh(std::string content_type, std::string body) {
  front::Response response;
  response.content_type = std::move(content_type);
  response.body = std::move(body);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

front::Response json(const nlohmann::ordered_json& value) {
  return fresh("application/json; charset=utf-8", value.dump() + "\n");
}

// A search as any other, over one document: what it throws on a damaged file, the route wrapper answers with 503.
void require_searchable(const store::Reader& reader) {
  store::Query any;
  any.limit = 1;
  if (reader.documents() > 0 && reader.find(any).matches.empty())
    throw law::Error("index-unreadable", "the index finds nothing", "build it again with kto-indexer build");
}

}  // namespace

void add_health_routes(front::Router& router, const OpenIndex& index, std::function<std::string()> metrics) {
  router.get("/healthz", [](const front::Request&) { return json({{"status", "alive"}}); });
  router.get("/readyz", [&index](const front::Request&) {
    const auto reader = index.reader();
    require_searchable(*reader);
    return json({{"status", "ready"}, {"generation", reader->generation()}, {"documents", reader->documents()}});
  });
  router.get("/metrics", [metrics = std::move(metrics)](const front::Request&) {
    return fresh("text/plain; version=0.0.4; charset=utf-8", metrics());
  });
}

}  // namespace kto::searchd
