// JSON-LD: one document, one thing a line, in the words of
//   W3C ORG (http://www.w3.org/TR/vocab-org) and CPOV (http://data.europa.eu/m8g/): offices, units, who is part of
//   what; ELI (http://data.europa.eu/eli/ontology): acts, and each version of a provision as a subdivision of the act
//   that made it.
// A task is the purpose of its unit (org:purpose), which ORG wants to be a concept: so a version of a provision is a
// skos:Concept too.
//
//   {"@context":{…},"@graph":[
//   {"@id":"/api/v1/units?office=lublin","@type":["org:FormalOrganization","cv:PublicOrganisation"],"name":"Urząd …"},
//   {"@id":"/api/v1/provisions/lublin-par16-…","@type":["eli:LegalResourceSubdivision","skos:Concept"],…}
//   ]}
//
// Addresses are those of the API, relative to the site that gave the document.
#include <algorithm>

#include "indexer/catalogue/rows.h"
#include "searchd/api/export_form.h"
#include "searchd/pages/address.h"

namespace kto::api {
namespace {

using catalogue::Row;
using pages::escaped;

Row vocabularies() {
  return {{"org", "http://www.w3.org/ns/org#"},           {"cv", "http://data.europa.eu/m8g/"},
          {"eli", "http://data.europa.eu/eli/ontology#"}, {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"dct", "http://purl.org/dc/terms/"},           {"schema", "https://schema.org/"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},         {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Row typed(const char* property, const char* type) {
  return {{"@id", property}, {"@type", type}};
}
Row address(const char* property) {
  return typed(property, "@id");
}
Row date(const char* property) {
  return typed(property, "xsd:date");
}
Row polish(const char* property) {
  return {{"@id", property}, {"@language", "pl"}};
}

Row context_of(const ExportQuery& query) {
  Row out = vocabularies();
  if (!query.base.empty()) out["@base"] = query.base + "/";
  out["name"] = polish("skos:prefLabel");
  out["code"] = "org:identifier";
  out["kind"] = polish("schema:additionalType");
  out["partOf"] = address("org:subOrganizationOf");
  out["unitOf"] = address("org:unitOf");
  out["began"] = date("schema:foundingDate");
  out["ended"] = date("schema:dissolutionDate");
  out["title"] = polish("dct:title");
  out["number"] = "eli:number";
  out["typeOfAct"] = address("eli:type_document");
  out["passedBy"] = address("eli:passed_by");
  out["agentName"] = polish("foaf:name");
  out["date"] = date("eli:date_document");
  out["inForceFrom"] = date("eli:first_date_entry_in_force");
  out["noLongerInForce"] = date("eli:date_no_longer_in_force");
  out["ofAct"] = address("eli:is_part_of");
  out["text"] = polish("dct:description");
  out["role"] = "schema:roleName";
  out["heldBy"] = {{"@reverse", "org:purpose"}, {"@type", "@id"}};
  return out;
}

void set(Row& node, const char* name, const std::string& text) {
  if (!text.empty()) node[name] = text;
}
void set(Row& node, const char* name, const std::optional<law::Date>& day) {
  if (day) node[name] = law::to_string(*day);
}

std::string office_address(const std::string& office) {
  return "/api/v1/units?office=" + office;
}

// A unit is named by its first day, whichever day it is mentioned on. Units stand in order of code and first day.
std::string unit_address(const store::Office& office, const std::string& code, law::Date day) {
  const auto by_code = [](const law::Unit& unit, const std::string& wanted) { return unit.code < wanted; };
  auto unit = std::lower_bound(office.units.begin(), office.units.end(), code, by_code);
  while (unit != office.units.end() && unit->code == code && !unit->validity.contains(day)) ++unit;
  const bool listed = unit != office.units.end() && unit->code == code;
  return "/api/v1/units/" + escaped(code) + "?office=" + office.summary.id +
         "&as_of=" + law::to_string(listed ? unit->validity.from : day);
}
std::string provision_address(const std::string& id) {
  return "/api/v1/provisions/" + escaped(id);
}

Row office_node(const store::OfficeSummary& office) {
  return {{"@id", office_address(office.id)},
          {"@type", {"org:FormalOrganization", "cv:PublicOrganisation"}},
          {"name", office.name}};
}

Row act_node(const law::ActSummary& act, const std::string& at) {
  Row node = {{"@id", at}, {"@type", "eli:LegalResource"}};
  set(node, "number", act.number);
  set(node, "title", act.title);
  // ELI wants things there, not words: things that have no address of their own.
  if (!act.kind.empty()) node["typeOfAct"] = {{"@type", "skos:Concept"}, {"name", act.kind}};
  if (!act.organ.empty()) node["passedBy"] = {{"@type", "foaf:Agent"}, {"agentName", act.organ}};
  set(node, "date", act.date);
  set(node, "inForceFrom", act.in_force);
  return node;
}

Row unit_node(const store::Office& office, const law::Unit& unit) {
  Row node = {{"@id", unit_address(office, unit.code, unit.validity.from)},
              {"@type", "org:OrganizationalUnit"},
              {"code", unit.code}};
  set(node, "name", unit.name);
  node["kind"] = law::to_string(unit.kind);
  node["unitOf"] = office_address(office.summary.id);
  if (unit.parent && *unit.parent != unit.code) node["partOf"] = unit_address(office, *unit.parent, unit.validity.from);
  node["began"] = law::to_string(unit.validity.from);
  set(node, "ended", unit.validity.to);
  return node;
}

// A head post bears the code, and so the address, of its unit: it is no organisation of its own.
bool is_organisation(const law::Unit& unit) {
  return unit.kind != law::UnitKind::kierownik && !(unit.parent && *unit.parent == unit.code);
}

front::Pieces begin(const ExportContext& context) {
  std::string text = R"({"@context":)" + catalogue::to_line(context_of(context.query)) + R"(,"@graph":[)";
  const char* before = "\n";
  const auto add = [&](const Row& node) {
    text += before + catalogue::to_line(node);
    before = ",\n";
  };
  for (const auto* office : exported_offices(context)) {
    const auto& id = office->summary.id;
    add(office_node(office->summary));
    for (const auto& act : office->acts) add(act_node(act, context.act_addresses.at({id, act.id})));
    for (const auto& unit : office->units)
      if (is_organisation(unit) && is_exported(unit.validity, context.query)) add(unit_node(*office, unit));
  }
  return once(std::move(text));
}

std::string row(const store::StoredTask& stored, const ExportContext& context) {
  const auto& task = stored.task;
  Row node = {{"@id", provision_address(task.id)},
              {"@type", {"eli:LegalResourceSubdivision", "skos:Concept"}},
              {"number", law::to_string(task.citation)},
              {"name", task.text}};
  set(node, "text", task.context);
  node["role"] = law::to_string(task.role);
  node["inForceFrom"] = law::to_string(task.validity.from);
  set(node, "noLongerInForce", task.validity.to);
  const auto act = context.act_addresses.find({stored.office, task.made_by.act});
  if (act != context.act_addresses.end()) node["ofAct"] = act->second;
  const auto* office = context.index->office(stored.office);
  if (task.unit && office) node["heldBy"] = unit_address(*office, task.unit->code, task.validity.from);
  return ",\n" + catalogue::to_line(node);
}

std::string end(const ExportContext&) {
  return "\n]}\n";
}

}  // namespace

const ExportForm kJsonLdForm{begin, row, end};

}  // namespace kto::api
