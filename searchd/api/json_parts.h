// Parts that several answers have in common, as JSON. Schemas: web/openapi.json.
#pragma once

#include <nlohmann/json.hpp>
#include <type_traits>

#include "searchd/answer.h"
#include "searchd/api/json_text.h"

namespace kto::api {

// A tree, for what is not asked for often; JsonText fits into it.
using Json = nlohmann::ordered_json;

// null for what is empty or missing.
JsonText or_null(const std::string& text);
JsonText or_null(const std::optional<std::string>& text);
JsonText or_null(const std::optional<law::Date>& day);
JsonText or_null(std::optional<unsigned> number);
// "inferred" of the contract: false, or why it is.
JsonText or_false(const std::string& why);

// Three decimals: more would only differ between builds.
JsonText rounded(double score);

JsonText to_json(const law::Validity& validity);
JsonText to_json(const law::UnitRef& unit);
JsonText to_json(const searchd::Holder& holder);
// Spans of a text: [[start, end), …].
JsonText to_json(const std::vector<std::pair<unsigned, unsigned>>& spans);
JsonText to_json(const searchd::Freshness& freshness);
JsonText to_json(const std::string& office, const law::Unit& unit);

// JsonText where `one_to_json` gives that, else a tree.
template <class Values, class ToJson>
auto array_of(const Values& values, ToJson one_to_json) {
  auto out = std::invoke_result_t<ToJson, decltype(*values.begin())>::array();
  for (const auto& value : values) out.push_back(one_to_json(value));
  return out;
}

}  // namespace kto::api
