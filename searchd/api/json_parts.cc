#include "searchd/api/json_parts.h"

#include <cmath>

namespace kto::api {

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}
Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}
Json or_null(const std::optional<law::Date>& day) {
  return day ? Json(law::to_string(*day)) : Json(nullptr);
}
Json or_null(std::optional<unsigned> number) {
  return number ? Json(*number) : Json(nullptr);
}
Json or_false(const std::string& why) {
  return why.empty() ? Json(false) : Json(why);
}

Json rounded(double score) {
  return std::round(score * 1000) / 1000;
}

Json to_json(const law::Validity& validity) {
  return {{"from", law::to_string(validity.from)}, {"to", or_null(validity.to)}};
}

Json to_json(const law::UnitRef& unit) {
  return {{"code", unit.code}, {"name", or_null(unit.name)}, {"kind", law::to_string(unit.kind)}};
}

Json to_json(const searchd::Holder& holder) {
  const auto& unit = holder.unit;
  Json parents = Json::array();
  for (const auto& parent : holder.parents) parents.push_back(to_json(parent));
  return {{"office", holder.office},
          {"code", unit ? Json(unit->code) : Json(nullptr)},
          {"name", unit ? or_null(unit->name) : Json(nullptr)},
          {"kind", unit ? Json(law::to_string(unit->kind)) : Json(nullptr)},
          {"position", holder.position},
          {"parents", parents},
          {"valid", holder.validity ? to_json(*holder.validity) : Json(nullptr)},
          {"inferred", or_false(unit ? holder.unit_reason : "")},
          {"unnamed", unit ? Json(nullptr) : or_null(holder.unit_reason)}};
}

Json to_json(const std::vector<std::pair<unsigned, unsigned>>& spans) {
  Json out = Json::array();
  for (const auto& [start, end] : spans) out.push_back({start, end});
  return out;
}

Json to_json(const searchd::Freshness& freshness) {
  return {{"law_state_as_of", or_null(freshness.law_state_as_of)},
          {"last_act", or_null(freshness.last_act)},
          {"not_applied", freshness.not_applied}};
}

Json to_json(const std::string& office, const law::Unit& unit) {
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
