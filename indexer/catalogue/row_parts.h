// Parts that several rows have in common. What is empty is null.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/law/catalogue.h"

namespace kto::catalogue {

using Row = nlohmann::ordered_json;

Row null_or(const std::string& text);
Row null_or(const std::optional<law::Date>& date);
Row null_or(const std::optional<law::Provenance>& by);
Row null_or(const std::optional<law::UnitRef>& unit);
// false, or why.
Row false_or(const std::string& why);
// [first, last]
Row row_of(law::Lines lines);
Row row_of(const law::ActRef& act);
Row row_of(const law::Document& document);

}  // namespace kto::catalogue
