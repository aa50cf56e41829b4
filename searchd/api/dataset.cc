#include "searchd/api/dataset.h"

#include <array>

namespace kto::api {

const char* const kRights =
    "Akty normatywne i urzędowe dokumenty nie są przedmiotem prawa autorskiego (art. 4 ustawy z dnia 4 lutego 1994 r. "
    "o "
    "prawie autorskim i prawach pokrewnych). Dane wolno wykorzystywać ponownie bez ograniczeń i bez opłat.";
const char* const kLicence = "https://creativecommons.org/publicdomain/mark/1.0/";

namespace {

struct Form {
  const char* title;
  const char* parameters;
  const char* media_type;  // of IANA; null where it knows none
  const char* file_type;   // of the EU's authority table
};
constexpr std::array kForms = {
    Form{"CSV", "format=csv", "text/csv", "CSV"},
    Form{"CSV dla programu Excel", "format=csv&separator=semicolon&bom=1", "text/csv", "CSV"},
    Form{"JSON Lines", "format=jsonl", nullptr, "JSON"},
    Form{"JSON-LD (W3C ORG, CPOV, ELI)", "format=jsonld", "application/ld+json", "JSON_LD"},
};

Json id(const std::string& address) {
  return {{"@id", address}};
}
Json polish(const std::string& text) {
  return {{"@language", "pl"}, {"@value", text}};
}
Json day(law::Date date) {
  return {{"@type", "xsd:date"}, {"@value", law::to_string(date)}};
}

Json distribution(const Form& form, const std::string& office, const std::string& origin) {
  const std::string address = origin + "/api/v1/export?" + form.parameters + "&office=" + office;
  Json out = {
      {"@type", "dcat:Distribution"},
      {"dct:title", polish(form.title)},
      {"dcat:accessURL", id(address)},
      {"dcat:downloadURL", id(address)},
      {"dct:format", id(std::string("http://publications.europa.eu/resource/authority/file-type/") + form.file_type)},
      {"dct:license", id(kLicence)},
      {"dct:rights", {{"@type", "dct:RightsStatement"}, {"rdfs:label", polish(kRights)}}}};
  if (form.media_type)
    out["dcat:mediaType"] = id(std::string("https://www.iana.org/assignments/media-types/") + form.media_type);
  return out;
}

Json agent(const std::string& name) {
  return {{"@type", "foaf:Agent"}, {"foaf:name", polish(name)}};
}

Json service(const std::string& office, const std::string& origin) {
  return {{"@type", "dcat:DataService"},
          {"dct:title", polish("API wyszukiwarki kto")},
          {"dcat:endpointURL", id(origin + "/api/v1/")},
          {"dcat:endpointDescription", id(origin + "/openapi.json")},
          {"dcat:servesDataset", id(origin + "/dcat.jsonld#" + office)}};
}

Json dataset(const store::OfficeSummary& office, const std::string& origin) {
  Json distributions = Json::array();
  for (const auto& form : kForms) distributions.push_back(distribution(form, office.id, origin));
  Json out = {
      {"@id", origin + "/dcat.jsonld#" + office.id},
      {"@type", "dcat:Dataset"},
      {"dct:identifier", "kto:" + office.id},
      {"dct:title", polish("Zadania i komórki organizacyjne: " + office.name)},
      {"dct:description", polish("Kto w urzędzie załatwia jaką sprawę: zadania komórek organizacyjnych z regulaminu "
                                 "organizacyjnego, każde brzmienie z przepisem, aktem i dniami obowiązywania.")},
      {"dct:publisher", agent(office.name)},
      {"dct:language", id("http://publications.europa.eu/resource/authority/language/POL")},
      {"dct:accessRights", id("http://publications.europa.eu/resource/authority/access-right/PUBLIC")},
      {"dcat:theme", id("http://publications.europa.eu/resource/authority/data-theme/GOVE")},
      {"dcat:keyword", {polish("regulamin organizacyjny"), polish("kompetencje"), polish("urząd")}},
      {"dcat:landingPage", id(origin + "/dane")}};
  if (office.law_state_as_of) out["dct:modified"] = day(*office.law_state_as_of);
  if (office.covered_from)
    out["dct:temporal"] = {{"@type", "dct:PeriodOfTime"}, {"dcat:startDate", day(*office.covered_from)}};
  out["dcat:distribution"] = distributions;
  return out;
}

}  // namespace

Json dcat(const store::Manifest& manifest, const std::string& origin) {
  Json datasets = Json::array(), services = Json::array();
  std::string publisher;  // the one office; of several, the site is all that is known of who runs it
  for (const auto& office : manifest.offices) {
    if (office.example) continue;
    publisher = datasets.empty() ? office.name : origin;
    datasets.push_back(dataset(office, origin));
    services.push_back(service(office.id, origin));
  }
  return {{"@context",
           {{"dcat", "http://www.w3.org/ns/dcat#"},
            {"dct", "http://purl.org/dc/terms/"},
            {"foaf", "http://xmlns.com/foaf/0.1/"},
            {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
            {"xsd", "http://www.w3.org/2001/XMLSchema#"}}},
          {"@id", origin + "/dcat.jsonld"},
          {"@type", "dcat:Catalog"},
          {"dct:title", polish("Otwarte dane wyszukiwarki kto")},
          {"dct:description", polish("Zadania i komórki organizacyjne urzędów, odczytane z ich aktów.")},
          {"dct:publisher", agent(publisher.empty() ? origin : publisher)},
          {"dct:language", id("http://publications.europa.eu/resource/authority/language/POL")},
          {"dcat:dataset", datasets},
          {"dcat:service", services}};
}

}  // namespace kto::api
