#include "searchd/pages/data_page.h"

#include <array>
#include <memory>

#include "indexer/store/reader.h"
#include "searchd/api/dataset.h"
#include "searchd/api/origin.h"
#include "searchd/api/problems.h"
#include "searchd/pages/assets.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

struct Example {
  const char* target;  // after the site
  const char* says;
};

// Each is a link on the page, and asked by a test.
constexpr std::array kForms = {
    Example{"/api/v1/export?format=csv&separator=semicolon&bom=1", "CSV dla programu Excel: średniki, znacznik UTF-8"},
    Example{"/api/v1/export?format=csv", "CSV: przecinki, UTF-8 (RFC 4180)"},
    Example{"/api/v1/export?format=jsonl",
            "JSON Lines: wszystkie brzmienia, komórki i akty; z tego pliku można zbudować indeks na nowo"},
    Example{"/api/v1/export?format=jsonld", "JSON-LD: W3C ORG, CPOV i ELI"},
    Example{"/dcat.jsonld", "Opis zbioru w DCAT-AP, dla portali otwartych danych"},
};
constexpr std::array kQuestions = {
    Example{"/api/v1/who?q=poczta%20elektroniczna", "kto się tym zajmuje"},
    Example{"/api/v1/tasks?limit=5", "zadania w porządku przepisów, z liczbami w komórkach"},
    Example{"/api/v1/units", "struktura urzędu jako drzewo"},
    Example{"/api/v1/suggest?q=po", "uzupełnienia pytania"},
    Example{"/api/v1/acts", "akty, a pod adresem każdego jego zmiany: naniesione albo nie, i dlaczego"},
    Example{"/api/v1/changes?from=2022-01-01&to=2023-11-15", "co zmieniło się między dwoma dniami, komórka po komórce"},
    Example{"/api/v1/resolve?mark=IT-ES.1431.5.2024", "znak sprawy, symbol albo przepis: kto dziś ma tę sprawę"},
    Example{"/openapi.json", "cały kontrakt: parametry, odpowiedzi, błędy (OpenAPI 3.1)"},
};

List examples_view(const auto& examples) {
  List out;
  for (const Example& example : examples) {
    Data one;
    one.set("target", example.target);
    one.set("says", example.says);
    out.push_back(one);
  }
  return out;
}

Data office_view(const store::OfficeSummary& office) {
  Data out;
  out.set("name", office.name);
  out.set("id", office.id);
  out.set("example", office.example);
  out.set("tasks", std::to_string(office.tasks));
  out.set("units", std::to_string(office.units));
  out.set("acts", std::to_string(office.acts));
  out.set("covered", text_or_false(office.covered_from ? law::to_polish(*office.covered_from) : ""));
  return out;
}

std::string name_of(const store::Manifest& manifest, const std::string& id) {
  for (const auto& office : manifest.offices)
    if (office.id == id) return office.name;
  return "";
}

// What the two addresses share. Lives as long as the router, which holds it by the routes.
class DataPages {
 public:
  explicit DataPages(api::Service service) : service_(std::move(service)) {}

  front::Response data(const front::Request& request) const;
  front::Response opensearch(const front::Request& request) const;

 private:
  api::Service service_;
  Templates templates_;
  std::string web_ = web_fingerprint();
};

front::Response DataPages::data(const front::Request& request) const {
  const auto index = service_.reader();
  const auto faults = api::parse_nothing(request.parameters);
  if (!faults.empty()) return to_response(api::invalid_parameters(faults));
  const auto& manifest = index->manifest();
  const auto scope = api::scope(*index, service_.clock, request.parameters);
  const std::string& office = scope.default_office;
  const DataPage page{
      manifest, scope.today, name_of(manifest, office), {}, api::basis(*index, office), api::origin(request)};
  return api::conditional(request, {web_, manifest.fingerprint, "data", law::to_string(scope.today), page.origin}, [&] {
    return front::Response{200, "text/html; charset=utf-8", templates_.render("data", data_view(page)), {}};
  });
}

front::Response DataPages::opensearch(const front::Request& request) const {
  const auto index = service_.reader();
  const auto faults = api::parse_nothing(request.parameters);
  if (!faults.empty()) return to_response(api::invalid_parameters(faults));
  const auto scope = api::scope(*index, service_.clock, request.parameters);
  const std::string site = api::origin(request), name = name_of(index->manifest(), scope.default_office);
  return api::conditional(request, {web_, "opensearch", site, name}, [&] {
    Data view;
    view.set("origin", site);
    view.set("office_name", text_or_false(name));
    view.set("sign", asset_address("sign.svg"));
    return front::Response{200, "application/opensearchdescription+xml", templates_.render("opensearch", view), {}};
  });
}

}  // namespace

Data data_view(const DataPage& page) {
  Data data = frame_view({"Otwarte dane – kto", page.office_name, page.offices.place(page.today), &page.basis});
  List offices;
  for (const auto& office : page.manifest.offices) offices.push_back(office_view(office));
  data.set("offices_told", offices);
  data.set("forms", examples_view(kForms));
  data.set("questions", examples_view(kQuestions));
  data.set("rights", api::kRights);
  data.set("licence", api::kLicence);
  data.set("origin", page.origin.empty() ? "http://127.0.0.1:8080" : page.origin);
  data.set("day", law::to_string(page.today));
  return data;
}

void add_data_pages(front::Router& router, const api::Service& service) {
  const auto pages = std::make_shared<const DataPages>(service);
  router.get("/dane", [pages](const front::Request& request) { return pages->data(request); });
  router.get("/opensearch.xml", [pages](const front::Request& request) { return pages->opensearch(request); });
}

}  // namespace kto::pages
