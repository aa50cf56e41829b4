#include "searchd/api/routes.h"

#include "indexer/store/reader.h"
#include "searchd/api/across_json.h"
#include "searchd/api/answer_cache.h"
#include "searchd/api/explanation_json.h"
#include "searchd/api/json.h"
#include "searchd/api/json_answer.h"
#include "searchd/api/law_routes.h"
#include "searchd/api/offices.h"
#include "searchd/api/problems.h"
#include "searchd/api/route.h"
#include "searchd/api/validators.h"
#include "searchd/search.h"

namespace kto::api {
namespace {

using front::Request;
using front::Response;

// Raised whenever the same index and request give another body: a client must not keep the old one.
constexpr char kRendering[] = "json-2";

std::string number(unsigned value) {
  return std::to_string(value);
}

Response who(const Service& service, const Request& request) {
  const auto index = service.reader();
  const auto parsed = parse_who(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  const auto& query = parsed.query;
  return searched(service, request, query.q,
                  {kRendering, index->manifest().fingerprint, "who", query.q, law::to_string(query.as_of), query.office,
                   query.unit, query.as_typed.exact, query.as_typed.without, number(query.limit), number(query.offset),
                   query.group, number(query.tasks), query.debug ? "debug" : ""},
                  [&]() -> Rendered {
                    std::optional<searchd::Explanation> why;
                    if (query.debug) why = searchd::explain(*index, query);
                    const searchd::Answer answer = searchd::who(*index, query);
                    if (lacks_group(query, answer)) return {to_response(unknown_group(query.group)), answer.status};
                    return {answer_of(who_json(query, answer, why)), answer.status};
                  });
}

Response tasks(const Service& service, const Request& request) {
  const auto index = service.reader();
  const auto parsed = parse_tasks(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  const auto& query = parsed.query;
  if (query.q.empty() && needs_office(*index, query.office)) return to_response(office_needed());
  const std::string role = query.role ? std::string(law::to_string(*query.role)) : "";
  return conditional(request,
                     {kRendering, index->manifest().fingerprint, "tasks", query.q, law::to_string(query.as_of),
                      query.office, query.unit, role, number(query.limit), number(query.offset)},
                     [&] { return answer_of(to_json(query, searchd::tasks(*index, query))); });
}

Response units(const Service& service, const Request& request) {
  const auto index = service.reader();
  const auto parsed = parse_units(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  const auto& query = parsed.query;
  if (needs_office(*index, query.office)) return to_response(office_needed());
  return conditional(request,
                     {kRendering, index->manifest().fingerprint, "units", law::to_string(query.as_of), query.office},
                     [&] { return answer_of(to_json(query, structure(*index, query))); });
}

Response unit(const Service& service, const Request& request) {
  const auto index = service.reader();
  auto parsed = parse_units(request.parameters, scope(*index, service.clock, request.parameters));
  if (!parsed.faults.empty()) return to_response(refused(parsed.faults));
  auto& query = parsed.query;
  query.code = request.segments.at(0);
  if (needs_office(*index, query.office)) return to_response(office_needed());
  return conditional(
      request,
      {kRendering, index->manifest().fingerprint, "unit", query.code, law::to_string(query.as_of), query.office}, [&] {
        const auto detail = unit_detail(*index, query);
        if (!detail) return to_response(unknown_unit(query, all_units(*index, query.office)));
        return answer_of(to_json(query, *detail));
      });
}

Response offices(const Service& service, const Request& request) {
  const auto index = service.reader();
  const auto parsed = parse_offices(request.parameters, scope(*index, service.clock, {}));
  if (!parsed.faults.empty()) return to_response(invalid_parameters(parsed.faults));
  const auto& query = parsed.query;
  const std::string& fingerprint = index->manifest().fingerprint;
  return conditional(request, {kRendering, fingerprint, "offices", query.q, number(query.limit), number(query.offset)},
                     [&] { return answer_of(offices_json(query, find_offices(*index, query), fingerprint)); });
}

Response document(const Request& request, std::string_view openapi) {
  const auto faults = parse_nothing(request.parameters);
  if (!faults.empty()) return to_response(invalid_parameters(faults));
  return conditional(request, {std::string(openapi)}, [&] {
    return Response{200, "application/json; charset=utf-8", std::string(openapi), {}};
  });
}

}  // namespace

void add_routes(front::Router& router, const Service& service, std::string_view openapi) {
  router.get("/api/v1/who", [service](const Request& request) { return who(service, request); });
  router.get("/api/v1/tasks", [service](const Request& request) { return tasks(service, request); });
  router.get("/api/v1/units", [service](const Request& request) { return units(service, request); });
  router.get("/api/v1/units/{code}", [service](const Request& request) { return unit(service, request); });
  router.get("/api/v1/offices", [service](const Request& request) { return offices(service, request); });
  add_letter_route(router, service);
  add_law_routes(router, service);
  router.get("/openapi.json", [openapi](const Request& request) { return document(request, openapi); });
}

bool is_for_programs(std::string_view path) {
  return path.starts_with("/api/") || path == "/openapi.json" || path == "/healthz" || path == "/readyz" ||
         path == "/metrics";
}

}  // namespace kto::api
