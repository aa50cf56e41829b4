#include "searchd/api/json_parts.h"

#include <cmath>

namespace kto::api {

JsonText or_null(const std::string& text) {
  return text.empty() ? JsonText(nullptr) : JsonText(text);
}
JsonText or_null(const std::optional<std::string>& text) {
  return text ? JsonText(*text) : JsonText(nullptr);
}
JsonText or_null(const std::optional<law::Date>& day) {
  return day ? JsonText(law::to_string(*day)) : JsonText(nullptr);
}
JsonText or_null(std::optional<unsigned> number) {
  return number ? JsonText(*number) : JsonText(nullptr);
}
JsonText or_false(const std::string& why) {
  return why.empty() ? JsonText(false) : JsonText(why);
}

JsonText rounded(double score) {
  return std::round(score * 1000) / 1000;
}

JsonText to_json(const law::Validity& validity) {
  return {{"from", law::to_string(validity.from)}, {"to", or_null(validity.to)}};
}

JsonText to_json(const law::UnitRef& unit) {
  return {{"code", unit.code}, {"name", or_null(unit.name)}, {"kind", law::to_string(unit.kind)}};
}

JsonText to_json(const searchd::Holder& holder) {
  const auto& unit = holder.unit;
  JsonText parents = JsonText::array();
  for (const auto& parent : holder.parents) parents.push_back(to_json(parent));
  return {{"office", holder.office},
          {"code", unit ? JsonText(unit->code) : JsonText(nullptr)},
          {"name", unit ? or_null(unit->name) : JsonText(nullptr)},
          {"kind", unit ? JsonText(law::to_string(unit->kind)) : JsonText(nullptr)},
          {"position", holder.position},
          {"parents", parents},
          {"valid", holder.validity ? to_json(*holder.validity) : JsonText(nullptr)},
          {"inferred", or_false(unit ? holder.unit_reason : "")},
          {"unnamed", unit ? JsonText(nullptr) : or_null(holder.unit_reason)}};
}

JsonText to_json(const std::vector<std::pair<unsigned, unsigned>>& spans) {
  JsonText out = JsonText::array();
  for (const auto& [start, end] : spans) {
    JsonText span = JsonText::array();
    span.push_back(start);
    span.push_back(end);
    out.push_back(span);
  }
  return out;
}

JsonText to_json(const searchd::Freshness& freshness) {
  return {{"law_state_as_of", or_null(freshness.law_state_as_of)},
          {"last_act", or_null(freshness.last_act)},
          {"not_applied", freshness.not_applied}};
}

JsonText to_json(const std::string& office, const law::Unit& unit) {
  return {{"id", unit.id},
          {"office", office},
          {"code", unit.code},
          {"name", or_null(unit.name)},
          {"kind", law::to_string(unit.kind)},
          {"parent", or_null(unit.parent)},
          {"valid", to_json(unit.validity)},
          {"act", or_null(unit.act)},
          {"listed_at", or_null(unit.listed_at)},
          {"inferred", or_false(unit.inferred)}};
}

}  // namespace kto::api
