#include "searchd/pages/law_pages.h"

#include <algorithm>

#include "indexer/store/reader.h"
#include "searchd/api/law_parameters.h"
#include "searchd/api/law_problems.h"
#include "searchd/api/origin.h"
#include "searchd/api/problems.h"
#include "searchd/pages/act_page.h"
#include "searchd/pages/changes_page.h"
#include "searchd/pages/problem_page.h"
#include "searchd/pages/provision_page.h"

namespace kto::pages {
namespace {

using front::Request;
using front::Response;
using Index = std::shared_ptr<const store::Reader>;

class LawPages {
 public:
  explicit LawPages(std::shared_ptr<const Rendering> rendering) : rendering_(std::move(rendering)) {}

  Response wording(const Request& request) const;
  Response provision(const Request& request) const;
  Response acts(const Request& request) const;
  Response act(const Request& request) const;
  Response changes(const Request& request) const;
  Response feed(const Request& request) const;

 private:
  law::Date today() const { return rendering_->service.clock(); }
  Response refuse(const front::Problem& problem) const {
    return rendering_->page("problem", problem_view(problem, today()), problem.status);
  }
  // What is asked is of one office, of a country: its list, with a field for a name.
  Response choose_office() const { return go_to(structure_address({today(), ""}) + "&office="); }
  Response show(const store::Reader& index, const std::string& id, const api::ProvisionHistory& history) const;
  // What a page of changes is made of: the same for the page and the feed.
  ChangesPage frame(const store::Reader& index, const std::string& office, const api::Basis& basis) const;
  Response compare(const Request& request, const Index& index, const api::ChangesQuery& query) const;

  std::shared_ptr<const Rendering> rendering_;
};

// The office a page of changes is of: the one asked for, else the one plain requests mean, else the first.
std::string one_office(const store::Reader& index, const std::string& asked) {
  const auto& all = index.manifest().offices;
  return !asked.empty() || all.empty() ? asked : all.front().id;
}

// Two days or an act, not only an office.
bool asks_for_changes(const api::Sent& sent) {
  return std::any_of(sent.begin(), sent.end(), [](const auto& one) {
    return one.first == "act" || one.first.starts_with("from") || one.first.starts_with("to");
  });
}

Response LawPages::show(const store::Reader& index, const std::string& id, const api::ProvisionHistory& history) const {
  const std::string& office = history.office;
  const Place place = offices(index, office).place(history.as_of);
  const auto basis = api::basis(index, office);
  const Citing citing(*index.office(office), place);
  return rendering_->page("provision", provision_view({id, office_name(index, office), place, basis, history, citing}));
}

Response LawPages::wording(const Request& request) const {
  const auto faults = api::parse_nothing(request.parameters);
  if (!faults.empty()) return refuse(api::invalid_parameters(faults));
  const auto index = rendering_->service.reader();
  const std::string& id = request.segments.at(0);
  return api::conditional(request, rendering_->parts(*index, {"wording", id}), [&] {
    const auto wording = api::wording_of(*index, id);
    if (wording && *wording != id) return go_to(provision_address(*wording));
    const auto history = api::provision_history(*index, id, today());
    return history ? show(*index, id, *history) : refuse(api::unknown_provision(id));
  });
}

// By its citation and a day: the wording of that day has an address of its own, which is where this leads.
Response LawPages::provision(const Request& request) const {
  const auto index = rendering_->service.reader();
  const auto scope = api::scope(*index, rendering_->service.clock, request.parameters);
  const auto parsed = api::parse_provisions(request.parameters, scope);
  if (!parsed.faults.empty()) return refuse(api::invalid_parameters(parsed.faults));
  if (api::needs_office(*index, parsed.query.office)) return choose_office();
  const auto query = api::settled(*index, parsed.query);
  const auto histories = api::provision_histories(*index, query.office, query.citation, query.as_of);
  if (histories.empty()) return refuse(api::unknown_citation(*index, query.office, query.citation));
  for (const auto& history : histories)
    for (const auto& one : history.versions)
      if (one.version.validity.contains(query.as_of)) return go_to(provision_address(one.version.id));
  return api::conditional(request,
                          rendering_->parts(*index, {"provision", query.office, law::to_string(query.citation),
                                                     law::to_string(query.as_of)}),
                          [&] { return show(*index, "", histories.front()); });
}

Response LawPages::acts(const Request& request) const {
  const auto index = rendering_->service.reader();
  const auto scope = api::scope(*index, rendering_->service.clock, request.parameters);
  const auto parsed = api::parse_named(request.parameters, scope);
  if (!parsed.faults.empty()) return refuse(api::invalid_parameters(parsed.faults));
  const std::string office = parsed.query.office;
  if (api::needs_office(*index, office)) return choose_office();
  return api::conditional(request, rendering_->parts(*index, {"acts", office}), [&] {
    const auto basis = api::basis(*index, office);
    return rendering_->page("acts", acts_view({office_name(*index, office), offices(*index, office), today(), basis,
                                               api::acts(*index, office)}));
  });
}

Response LawPages::act(const Request& request) const {
  const auto index = rendering_->service.reader();
  const auto scope = api::scope(*index, rendering_->service.clock, request.parameters);
  auto parsed = api::parse_named(request.parameters, scope);
  if (!parsed.faults.empty()) return refuse(api::invalid_parameters(parsed.faults));
  auto& query = parsed.query;
  query.name = request.segments.at(0);
  if (api::needs_office(*index, query.office)) return choose_office();
  return api::conditional(request, rendering_->parts(*index, {"act", query.name, query.office}), [&] {
    const auto all = api::acts(*index, query.office);
    const auto entry = api::find_act(all, query.name);
    if (!entry) return refuse(api::unknown_act(*index, query.office, query.name));
    const auto basis = api::basis(*index, entry->office);
    const auto operations = index->operations(entry->office, entry->act.id);
    return rendering_->page(
        "act", act_view({office_name(*index, entry->office), offices(*index, entry->office).place(today()), basis,
                         *entry, operations, index->act_text(entry->office, entry->act.id)}));
  });
}

ChangesPage LawPages::frame(const store::Reader& index, const std::string& office, const api::Basis& basis) const {
  ChangesPage page{today(),
                   today(),
                   {},
                   {},
                   {},
                   today(),
                   office_name(index, office),
                   offices(index, office),
                   {},
                   basis,
                   api::acts(index, office),
                   "",
                   false,
                   nullptr,
                   nullptr};
  page.place = page.offices.place(today());
  return page;
}

Response LawPages::changes(const Request& request) const {
  const auto index = rendering_->service.reader();
  const auto scope = api::scope(*index, rendering_->service.clock, request.parameters);
  const auto& sent = request.parameters;
  if (asks_for_changes(sent)) {
    const auto parsed = api::parse_changes_page(sent, scope);
    const auto& [query, typed_from, typed_to] = parsed.query;
    if (api::needs_office(*index, query.office)) return choose_office();
    const std::string office = one_office(*index, query.office);
    if (parsed.faults.empty() && (typed_from.sent || typed_to.sent))
      return go_to(changes_address(query.from, query.to, offices(*index, office).place(today())));
    if (parsed.faults.empty()) return compare(request, index, query);
    const auto basis = api::basis(*index, office);
    ChangesPage page = frame(*index, office, basis);
    page.from = query.from, page.to = query.to;
    page.typed_from = typed_from, page.typed_to = typed_to;
    page.faults = parsed.faults;
    return rendering_->page("changes", changes_view(page), 400);
  }
  // Nothing asked: the latest act that is law by today.
  const auto parsed = api::parse_named(sent, scope);
  if (!parsed.faults.empty()) return refuse(api::invalid_parameters(parsed.faults));
  if (api::needs_office(*index, parsed.query.office)) return choose_office();
  api::ChangesQuery query{today(), today(), "", one_office(*index, parsed.query.office)};
  for (const auto& entry : api::acts(*index, query.office))
    if (entry.act.in_force && *entry.act.in_force <= today()) query.act = entry.slug;
  return compare(request, index, query);
}

Response LawPages::compare(const Request& request, const Index& index, const api::ChangesQuery& query) const {
  const std::string office = one_office(*index, query.office);
  return api::conditional(
      request,
      rendering_->parts(*index, {"changes", law::to_string(query.from), law::to_string(query.to), query.act, office}),
      [&] {
        const auto basis = api::basis(*index, office);
        ChangesPage page = frame(*index, office, basis);
        page.from = query.from, page.to = query.to;
        const auto entry = query.act.empty() ? std::nullopt : api::find_act(page.acts, query.act);
        if (!query.act.empty() && !entry) return refuse(api::unknown_act(*index, office, query.act));
        page.too_many = !api::is_comparable(index->manifest(), office);
        const auto found = page.too_many ? api::OfficeChanges{office, {}, {}}
                           : entry       ? api::changes_by(*index, *entry)
                                         : api::changes_between(*index, office, query.from, query.to);
        if (entry && !page.too_many)
          page.slug = entry->slug, page.from = found.changes.from, page.to = found.changes.to;
        const auto* known = index->office(office);
        if (!known) return rendering_->page("changes", changes_view(page));
        const Citing citing(*known, page.place);
        page.changes = page.too_many ? nullptr : &found;
        page.citing = &citing;
        return rendering_->page("changes", changes_view(page));
      });
}

Response LawPages::feed(const Request& request) const {
  const auto index = rendering_->service.reader();
  const auto scope = api::scope(*index, rendering_->service.clock, request.parameters);
  const auto parsed = api::parse_named(request.parameters, scope);
  if (!parsed.faults.empty()) return front::to_response(api::invalid_parameters(parsed.faults));
  if (api::needs_office(*index, parsed.query.office)) return front::to_response(api::office_needed());
  const std::string office = one_office(*index, parsed.query.office), origin = api::origin(request);
  return api::conditional(request, rendering_->parts(*index, {"feed", office, origin}), [&] {
    const auto basis = api::basis(*index, office);
    Response response = rendering_->page("feed", feed_view(frame(*index, office, basis), origin));
    response.content_type = "application/atom+xml; charset=utf-8";
    return response;
  });
}

}  // namespace

void add_law_pages(front::Router& router, std::shared_ptr<const Rendering> rendering) {
  const auto pages = std::make_shared<const LawPages>(std::move(rendering));
  router.get("/przepisy", [pages](const Request& request) { return pages->provision(request); });
  router.get("/przepisy/{id}", [pages](const Request& request) { return pages->wording(request); });
  router.get("/akty", [pages](const Request& request) { return pages->acts(request); });
  router.get("/akty/{id}", [pages](const Request& request) { return pages->act(request); });
  router.get("/zmiany", [pages](const Request& request) { return pages->changes(request); });
  router.get("/zmiany.atom", [pages](const Request& request) { return pages->feed(request); });
}

}  // namespace kto::pages
