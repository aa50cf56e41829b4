// /openapi.json against the program: bounds, codes and names are written in both, so they are compared.
#include <nlohmann/json.hpp>

#include "indexer/law/catalogue.h"
#include "searchd/api/parameters.h"
#include "searchd/pages/web_files.h"
#include "tests/support/catch.h"

using namespace kto;
using nlohmann::json;

namespace {

json document() {
  return json::parse(pages::web_file("openapi.json").bytes);
}

json parameter(const json& doc, const std::string& path, const std::string& name) {
  for (const auto& one : doc["paths"][path]["get"]["parameters"]) {
    const json real = one.contains("$ref") ? doc[json::json_pointer(one["$ref"].get<std::string>().substr(1))] : one;
    if (real["name"] == name) return real["schema"];
  }
  return nullptr;
}

}  // namespace

TEST_CASE("bounds are the program's") {
  using api::Bounds;
  const json doc = document();
  CHECK(parameter(doc, "/api/v1/who", "q")["maxLength"] == Bounds::kText);
  CHECK(parameter(doc, "/api/v1/tasks", "q")["maxLength"] == Bounds::kText);
  CHECK(parameter(doc, "/api/v1/who", "unit")["maxLength"] == Bounds::kCode);
  CHECK(parameter(doc, "/api/v1/who", "limit") ==
        json({{"type", "integer"}, {"minimum", 1}, {"maximum", Bounds::kHolders}, {"default", 5}}));
  CHECK(parameter(doc, "/api/v1/who", "offset") ==
        json({{"type", "integer"}, {"minimum", 0}, {"maximum", Bounds::kOffset}, {"default", 0}}));
  CHECK(parameter(doc, "/api/v1/who", "tasks") ==
        json({{"type", "integer"}, {"minimum", 1}, {"maximum", Bounds::kBest}, {"default", 3}}));
  CHECK(parameter(doc, "/api/v1/tasks", "limit") ==
        json({{"type", "integer"}, {"minimum", 1}, {"maximum", Bounds::kPoints}, {"default", 20}}));
  CHECK(parameter(doc, "/api/v1/tasks", "offset") ==
        json({{"type", "integer"}, {"minimum", 0}, {"maximum", Bounds::kOffset}, {"default", 0}}));
  const std::string words = doc["components"]["parameters"]["q"]["description"];
  CHECK(words.find(std::to_string(Bounds::kWords) + " słów") != std::string::npos);
  CHECK(words.find(std::to_string(Bounds::kWord) + " liter") != std::string::npos);
}

TEST_CASE("kinds and roles are the law's") {
  const json doc = document();
  const auto& schemas = doc["components"]["schemas"];
  unsigned kinds = 0, roles = 0;
  for (const std::string name : schemas["UnitKind"]["enum"]) kinds += law::parse_unit_kind(name).has_value();
  for (const std::string name : schemas["Role"]["enum"]) roles += law::parse_role(name).has_value();
  CHECK(kinds == static_cast<unsigned>(law::UnitKind::inne) + 1);
  CHECK(roles == static_cast<unsigned>(law::Role::supports) + 1);
}

TEST_CASE("every parameter a route takes is described, and no other") {
  const json doc = document();
  const api::Scope scope{law::Date{}, {"lublin"}, "lublin", {"IT"}};
  // Sent as an empty string each is wrong or harmless, but never unknown.
  const auto unknown = [&](const std::string& path, const auto& parse) {
    std::string out;
    for (const auto& one : doc["paths"][path]["get"]["parameters"]) {
      const json real = one.contains("$ref") ? doc[json::json_pointer(one["$ref"].get<std::string>().substr(1))] : one;
      if (real["in"] != "query") continue;
      for (const auto& fault : parse({{real["name"].get<std::string>(), ""}}, scope).faults)
        if (fault.code == "unknown-parameter") out += fault.field + " ";
    }
    return out;
  };
  CHECK(unknown("/api/v1/who", api::parse_who) == "");
  CHECK(unknown("/api/v1/tasks", api::parse_tasks) == "");
  CHECK(unknown("/api/v1/units", api::parse_units) == "");
  CHECK(unknown("/api/v1/units/{code}", api::parse_units) == "");
  CHECK(doc["paths"]["/api/v1/who"]["get"]["parameters"].size() == 11);
  CHECK(doc["paths"]["/api/v1/tasks"]["get"]["parameters"].size() == 7);
}
