#include "searchd/pages/pages.h"

#include "indexer/store/reader.h"
#include "searchd/api/across_json.h"
#include "searchd/api/answer_cache.h"
#include "searchd/api/codes.h"
#include "searchd/api/problems.h"
#include "searchd/api/routes.h"
#include "searchd/api/structure.h"
#include "searchd/pages/accessibility_page.h"
#include "searchd/pages/address.h"
#include "searchd/pages/assets.h"
#include "searchd/pages/law_pages.h"
#include "searchd/pages/letter_page.h"
#include "searchd/pages/offices_page.h"
#include "searchd/pages/problem_page.h"
#include "searchd/pages/rendering.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/structure_page.h"
#include "searchd/pages/unit_timeline.h"
#include "searchd/search.h"

namespace kto::pages {
namespace {

using front::Request;
using front::Response;

// Search, structure and the pages about the page.
class Pages {
 public:
  explicit Pages(std::shared_ptr<const Rendering> rendering)
      : rendering_(std::move(rendering)), service_(rendering_->service), templates_(rendering_->templates) {}

  Response search(const Request& request) const;
  Response structure(const Request& request) const;
  Response unit(const Request& request) const;
  Response choose_office(const store::Reader& index, const api::StructurePageQuery& page,
                         const api::Basis& basis) const;
  Response accessibility(const Request& request) const;
  Response problem(const Request& request, const front::Problem& problem) const;

 private:
  std::vector<std::string> parts(const store::Reader& index, const std::string& page, const std::string& q,
                                 law::Date as_of, const std::string& office, const std::string& unit) const {
    return rendering_->parts(index, {page, q, law::to_string(as_of), office, unit});
  }

  std::shared_ptr<const Rendering> rendering_;
  const api::Service& service_;
  const Templates& templates_;
};

Response Pages::search(const Request& request) const {
  const auto index = service_.reader();
  const auto scope = api::scope(*index, service_.clock, request.parameters);
  const auto [page, faults] = api::parse_search_page(request.parameters, scope);
  const auto& query = page.query;
  SearchPage view{query,
                  page.typed,
                  faults,
                  scope.today,
                  office_name(*index, query.office),
                  offices(*index, query.office),
                  api::basis(*index, query.office),
                  {},
                  information_desk(*index, query)};
  if (!faults.empty()) return html(400, templates_.render("search", search_view(view, nullptr)));
  if (page.typed.sent) return go_to(search_address(question_of(query), view.offices.place(query.as_of)));
  return api::searched(
      service_, request, query.q,
      parts(*index, "search", search_address(question_of(query), {}), query.as_of, query.office, query.unit),
      [&]() -> api::Rendered {
        if (query.q.empty()) {
          if (!api::needs_office(*index, query.office)) view.examples = examples(*index, query);
          return {html(200, templates_.render("search", search_view(view, nullptr)))};
        }
        const auto answer = searchd::who(*index, query);
        if (api::lacks_group(query, answer)) return {problem(request, api::unknown_group(query.group)), answer.status};
        return {html(200, templates_.render("search", search_view(view, &answer))), answer.status};
      });
}

StructurePage structure_page(const store::Reader& index, const api::UnitsQuery& query, law::Date today,
                             const std::string& office) {
  return {query, {}, {}, today, office_name(index, office), offices(index, office), api::basis(index, office)};
}

// The first office that ever listed a unit under the code, and those listings.
std::pair<std::string, std::vector<law::Unit>> listed_ever(const store::Reader& index, const api::UnitsQuery& query) {
  for (const auto* office : api::offices_of(index, query.office)) {
    std::vector<law::Unit> found;
    for (const auto& unit : office->units)
      if (unit.parent != unit.code && api::canonical_code(unit.code) == api::canonical_code(query.code))
        found.push_back(unit);
    if (!found.empty()) return {office->summary.id, found};
  }
  return {};
}

// The past of a unit; in a large office without its tasks.
Data timeline(const store::Reader& index, const StructurePage& view, const std::string& code) {
  const std::string& office = view.offices.chosen;
  const auto* known = index.office(office);
  if (!known) return Data(false);
  const bool told = known->summary.tasks <= api::kMostTold;
  const auto histories = told ? api::unit_histories(index, office, code) : api::listing_histories(index, office, code);
  if (histories.empty()) return Data(false);
  const Place place = view.offices.place(view.query.as_of);
  const Citing citing(*known, place);
  return timeline_view({histories.front(), *known, citing, place, told});
}

Response Pages::structure(const Request& request) const {
  const auto index = service_.reader();
  const auto scope = api::scope(*index, service_.clock, request.parameters);
  const auto parsed = api::parse_structure_page(request.parameters, scope);
  const auto& page = parsed.query;  // no binding: clang 14 does not let a lambda take one
  const auto& faults = parsed.faults;
  const auto& query = page.query;
  const StructurePage view{query,
                           page.typed,
                           faults,
                           scope.today,
                           office_name(*index, query.office),
                           offices(*index, query.office),
                           api::basis(*index, query.office)};
  if (faults.empty() && page.typed.sent) return go_to(structure_address(view.offices.place(query.as_of)));
  const auto& all = index->manifest().offices;
  const auto render = [&] {
    if (query.office.empty() && all.size() > 1 && faults.empty()) return choose_office(*index, page, view.basis);
    std::vector<OfficeStructure> shown;
    if (const std::string office = query.office.empty() && all.size() == 1 ? all.front().id : query.office;
        !office.empty())
      shown.push_back(office_structure(*index, office, query.as_of));
    return html(faults.empty() ? 200 : 400, templates_.render("structure", structure_view(view, shown)));
  };
  if (!faults.empty()) return render();
  return api::conditional(request, parts(*index, "structure", page.office_name, query.as_of, query.office, ""), render);
}

Response Pages::choose_office(const store::Reader& index, const api::StructurePageQuery& page,
                              const api::Basis& basis) const {
  const auto found = api::find_offices(index, {page.office_name, kMostListed, 0});
  return html(200, templates_.render("offices", offices_view({found, page.office_name, page.query.as_of, basis})));
}

Response Pages::unit(const Request& request) const {
  const auto index = service_.reader();
  const auto scope = api::scope(*index, service_.clock, request.parameters);
  auto parsed = api::parse_unit_page(request.parameters, scope);
  auto& page = parsed.query;  // no binding: clang 14 does not let a lambda take one
  const auto& faults = parsed.faults;
  auto& query = page.query;
  query.code = request.segments.at(0);
  if (!faults.empty()) return problem(request, api::invalid_parameters(faults));
  if (page.typed.sent) return go_to(unit_address(query.code, offices(*index, query.office).place(query.as_of)));
  if (api::needs_office(*index, query.office)) return problem(request, api::office_needed());
  return api::conditional(request, parts(*index, "unit", "", query.as_of, query.office, query.code), [&] {
    if (const auto detail = api::unit_detail(*index, query)) {
      const auto view = structure_page(*index, query, scope.today, detail->office);
      return html(200, templates_.render("unit", unit_view(view, *detail, timeline(*index, view, detail->unit.code))));
    }
    const auto [office, listings] = listed_ever(*index, query);
    if (listings.empty()) return problem(request, api::unknown_unit(query, api::all_units(*index, query.office)));
    const auto view = structure_page(*index, query, scope.today, office);
    const auto place = view.offices.place(query.as_of);
    const auto past = timeline(*index, view, listings.front().code);
    return html(200, templates_.render("unit_gone", unit_gone_view(view, listings, place, past)));
  });
}

Response Pages::accessibility(const Request& request) const {
  const auto index = service_.reader();
  const auto [query, faults] =
      api::parse_units(request.parameters, api::scope(*index, service_.clock, request.parameters));
  if (!faults.empty()) return problem(request, api::invalid_parameters(faults));
  const auto office = query.office, name = office_name(*index, office);
  const auto day = query.as_of;
  return api::conditional(request, parts(*index, "accessibility", "", day, office, ""), [&] {
    const auto place = offices(*index, office).place(day);
    const auto* known = index->office(office);
    const auto told = known ? known->details.accessibility : decltype(known->details.accessibility){};
    return html(
        200, templates_.render("accessibility", accessibility_view({name, place, api::basis(*index, office), told})));
  });
}

Response Pages::problem(const Request& request, const front::Problem& problem) const {
  Response response = front::to_response(problem);
  if (api::is_for_programs(request.path)) return response;
  response.content_type = "text/html; charset=utf-8";
  response.body = templates_.render("problem", problem_view(problem, service_.clock()));
  return response;
}

}  // namespace

void add_pages(front::Router& router, const api::Service& service) {
  const auto rendering = std::make_shared<const Rendering>(service);
  const auto pages = std::make_shared<const Pages>(rendering);
  add_assets(router);
  add_letter_page(router, rendering);
  router.get("/", [pages](const Request& request) { return pages->search(request); });
  router.get("/jednostki", [pages](const Request& request) { return pages->structure(request); });
  router.get("/jednostki/{code}", [pages](const Request& request) { return pages->unit(request); });
  add_law_pages(router, rendering);
  router.get("/dostepnosc", [pages](const Request& request) { return pages->accessibility(request); });
  router.show_problems(
      [pages](const Request& request, const front::Problem& problem) { return pages->problem(request, problem); });
}

}  // namespace kto::pages
