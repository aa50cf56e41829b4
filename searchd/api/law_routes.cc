#include "searchd/api/law_routes.h"

#include <functional>

#include "indexer/store/reader.h"
#include "searchd/api/json_answer.h"
#include "searchd/api/law_json.h"
#include "searchd/api/law_problems.h"
#include "searchd/api/problems.h"

namespace kto::api {
namespace {

using front::Request;
using front::Response;

// Raised whenever the same index and request give another body: a client must not keep the old one.
constexpr char kRendering[] = "law-1";

// One question to the index: its reader, what it asks for and what its answer depends on.
struct Asked {
  const Request& request;
  const store::Reader& index;
  law::Date today;

  Response answer(std::vector<std::string> parts, const std::function<Response()>& render) const {
    parts.insert(parts.begin(), {kRendering, index.manifest().fingerprint});
    return conditional(request, parts, render);
  }
};

// Reads the parameters with `parse`; gives what is asked to `answer`, or all faults at once.
template <class Query>
front::Handler route(const Service& service, Parsed<Query> (*parse)(const Sent&, const Scope&),
                     Response (*answer)(const Asked&, const Query&)) {
  return [service, parse, answer](const Request& request) {
    const auto index = service.reader();
    const Scope known = scope(*index, service.clock, request.parameters);
    auto parsed = parse(request.parameters, known);
    if (!parsed.faults.empty()) return to_response(refused(std::move(parsed.faults)));
    if (needs_office(*index, parsed.query.office)) return to_response(office_needed());
    return answer({request, *index, known.today}, parsed.query);
  };
}

Response all_acts(const Asked& asked, const NamedQuery& query) {
  return asked.answer({"acts", query.office}, [&] {
    return answer_of(acts_json(query, acts(asked.index, query.office), basis(asked.index, query.office)));
  });
}

Response one_act(const Asked& asked, const NamedQuery& of_parameters) {
  NamedQuery query = of_parameters;
  query.name = asked.request.segments.at(0);
  return asked.answer({"act", query.name, query.office}, [&] {
    const auto act = find_act(acts(asked.index, query.office), query.name);
    if (!act) return to_response(unknown_act(asked.index, query.office, query.name));
    return answer_of(
        act_json(query, *act, asked.index.operations(act->office, act->act.id), basis(asked.index, act->office)));
  });
}

Response provisions(const Asked& asked, const ProvisionQuery& typed) {
  const ProvisionQuery query = settled(asked.index, typed);
  const std::string citation = law::to_string(query.citation);
  return asked.answer({"provisions", citation, law::to_string(query.as_of), query.office}, [&] {
    const auto found = provision_histories(asked.index, query.office, query.citation, query.as_of);
    if (found.empty()) return to_response(unknown_citation(asked.index, query.office, query.citation));
    return answer_of(provisions_json(query, found, names_of(asked.index), basis(asked.index, query.office)));
  });
}

// A version says its office itself: the parameter is not taken.
Response provision(const Service& service, const Request& request) {
  auto faults = parse_nothing(request.parameters);
  if (!faults.empty()) return to_response(invalid_parameters(std::move(faults)));
  const auto index = service.reader();
  const Asked asked{request, *index, service.clock()};
  const std::string id = request.segments.at(0);
  return asked.answer({"provision", id, law::to_string(asked.today)}, [&] {
    const auto wording = wording_of(*index, id);
    const auto found = wording ? provision_history(*index, *wording, asked.today) : std::nullopt;
    if (!found) return to_response(unknown_provision(id));
    return answer_of(provision_json(*wording, *found, names_of(*index), basis(*index, found->office)));
  });
}

Response changes_list(const Asked& asked, const ChangesQuery& query) {
  if (!is_comparable(asked.index.manifest(), query.office)) return to_response(too_many_tasks());
  return asked.answer({"changes", law::to_string(query.from), law::to_string(query.to), query.act, query.office}, [&] {
    std::vector<OfficeChanges> found;
    if (query.act.empty()) {
      for (const store::Office* one : offices_of(asked.index, query.office))
        found.push_back(changes_between(asked.index, one->summary.id, query.from, query.to));
    } else {
      const auto act = find_act(acts(asked.index, query.office), query.act);
      if (!act) return to_response(unknown_act(asked.index, query.office, query.act));
      found.push_back(changes_by(asked.index, *act));
    }
    return answer_of(changes_json(query, found, names_of(asked.index), basis(asked.index, query.office)));
  });
}

Response history(const Asked& asked, const NamedQuery& of_parameters) {
  NamedQuery query = of_parameters;
  query.name = asked.request.segments.at(0);
  if (!is_comparable(asked.index.manifest(), query.office)) return to_response(too_many_tasks());
  return asked.answer({"history", query.name, query.office}, [&] {
    const auto found = unit_histories(asked.index, query.office, query.name);
    if (found.empty()) return to_response(unknown_code(asked.index, query.office, query.name));
    return answer_of(history_json(query, found, names_of(asked.index), basis(asked.index, query.office)));
  });
}

Response resolved(const Asked& asked, const ResolveQuery& query) {
  // Who took over from a unit is in the index; what became of a task is worked out from all tasks.
  const bool of_a_task = !law::citation_readings(query.mark).empty();
  if (of_a_task && !is_comparable(asked.index.manifest(), query.office)) return to_response(too_many_tasks());
  const std::string day = query.as_of ? law::to_string(*query.as_of) : "";
  return asked.answer({"resolve", query.mark, day, law::to_string(asked.today), query.office}, [&] {
    const Resolved found = resolve(asked.index, query, asked.today);
    if (!found.resolutions.empty())
      return answer_of(resolve_json(query, found, names_of(asked.index), basis(asked.index, query.office)));
    if (found.read_as.citation)
      return to_response(unknown_citation(asked.index, query.office, *found.read_as.citation));
    return to_response(unknown_code(asked.index, query.office, found.read_as.code));
  });
}

}  // namespace

void add_law_routes(front::Router& router, const Service& service) {
  router.get("/api/v1/acts", route(service, parse_named, all_acts));
  router.get("/api/v1/acts/{id}", route(service, parse_named, one_act));
  router.get("/api/v1/provisions", route(service, parse_provisions, provisions));
  router.get("/api/v1/provisions/{id}", [service](const Request& request) { return provision(service, request); });
  router.get("/api/v1/changes", route(service, parse_changes, changes_list));
  router.get("/api/v1/units/{code}/history", route(service, parse_named, history));
  router.get("/api/v1/resolve", route(service, parse_resolve, resolved));
}

}  // namespace kto::api
