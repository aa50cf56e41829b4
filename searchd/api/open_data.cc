#include "searchd/api/open_data.h"

#include "indexer/store/reader.h"
#include "searchd/api/dataset.h"
#include "searchd/api/export.h"
#include "searchd/api/json_answer.h"
#include "searchd/api/origin.h"
#include "searchd/api/problems.h"
#include "searchd/api/suggest.h"

namespace kto::api {
namespace {

using front::Request;
using front::Response;

// Raised whenever the same index and request give another body: a client must not keep the old one.
constexpr char kRendering[] = "open-data-1";

bool holds_several(const store::Reader& index) {
  return index.manifest().offices.size() > 1;
}

Response suggest(const Service& service, const Request& request, bool for_browsers) {
  const auto index = service.reader();
  const auto parsed = parse_suggest(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  const auto& query = parsed.query;
  const std::string site = for_browsers ? origin(request) : "";
  return conditional(request,
                     {kRendering, index->manifest().fingerprint, for_browsers ? "opensearch" : "suggest", query.q,
                      law::to_string(query.as_of), query.office, std::to_string(query.limit), site},
                     [&] {
                       const auto links =
                           linked(service.suggestions(query.office)->find(query), query, holds_several(*index));
                       if (for_browsers)
                         return answer_of(opensearch_json(query, links, site), "application/x-suggestions+json");
                       return answer_of(to_json(query, links, index->manifest().fingerprint));
                     });
}

Response exported(const Service& service, const Request& request) {
  const auto index = service.reader();
  auto parsed = parse_export(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  auto& query = parsed.query;
  if (query.format == "jsonld") query.base = origin(request);
  const std::string day = query.as_of ? law::to_string(*query.as_of) : "";
  return conditional(
      request,
      {kRendering, index->manifest().fingerprint, "export", query.format, day, query.office, query.csv.separator,
       query.csv.bom ? "bom" : "", query.base},
      [&] {
        Response response{200, export_type(query), "", {}};
        response.headers = {{"Content-Disposition", "attachment; filename=\"" + export_file_name(query) + "\""}};
        response.rest = export_pieces(service.long_reader(), query);
        return response;
      });
}

Response dataset(const Service& service, const Request& request) {
  const auto index = service.reader();
  const auto faults = parse_nothing(request.parameters);
  if (!faults.empty()) return to_response(invalid_parameters(faults));
  const std::string site = origin(request);
  return conditional(request, {kRendering, index->manifest().fingerprint, "dcat", site},
                     [&] { return answer_of(dcat(index->manifest(), site), "application/ld+json"); });
}

}  // namespace

void add_open_data_routes(front::Router& router, const Service& service) {
  router.get("/api/v1/suggest", [service](const Request& request) { return suggest(service, request, false); });
  router.get("/api/v1/suggest/opensearch",
             [service](const Request& request) { return suggest(service, request, true); });
  router.get("/api/v1/export", [service](const Request& request) { return exported(service, request); });
  router.get("/dcat.jsonld", [service](const Request& request) { return dataset(service, request); });
}

}  // namespace kto::api
