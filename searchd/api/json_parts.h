// Parts that several answers have in common, as JSON. Schemas: web/openapi.json.
#pragma once

#include <nlohmann/json.hpp>

#include "searchd/answer.h"

namespace kto::api {

using Json = nlohmann::ordered_json;

// null for what is empty or missing.
Json or_null(const std::string& text);
Json or_null(const std::optional<std::string>& text);
Json or_null(const std::optional<law::Date>& day);
Json or_null(std::optional<unsigned> number);
// "inferred" of the contract: false, or why it is.
Json or_false(const std::string& why);

// Three decimals: more would only differ between builds.
Json rounded(double score);

Json to_json(const law::Validity& validity);
Json to_json(const law::UnitRef& unit);
Json to_json(const searchd::Holder& holder);
// Spans of a text: [[start, end), …].
Json to_json(const std::vector<std::pair<unsigned, unsigned>>& spans);
Json to_json(const searchd::Freshness& freshness);
Json to_json(const std::string& office, const law::Unit& unit);

template <class Values, class ToJson>
Json array_of(const Values& values, ToJson one_to_json) {
  Json out = Json::array();
  for (const auto& value : values) out.push_back(one_to_json(value));
  return out;
}

}  // namespace kto::api
