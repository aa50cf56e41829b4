#include "searchd/api/offices.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "indexer/store/reader.h"
#include "searchd/suggest.h"

namespace kto::api {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(searchd::Suggestions::words_of(text));
  for (std::string word; in >> word;) words.push_back(std::move(word));
  return words;
}

bool is_meant(const store::OfficeSummary& office, const std::vector<std::string>& asked) {
  if (asked.empty()) return true;
  const auto own = words_of(office.id + " " + office.name);
  return std::all_of(asked.begin(), asked.end(), [&own](const std::string& beginning) {
    return std::any_of(own.begin(), own.end(),
                       [&beginning](const std::string& word) { return word.starts_with(beginning); });
  });
}

Json day(const std::optional<law::Date>& date) {
  return date ? Json(law::to_string(*date)) : Json(nullptr);
}

Json office_json(const store::OfficeSummary& office) {
  return {{"id", office.id},
          {"name", office.name},
          {"example", office.example},
          {"tasks", office.tasks},
          {"units", office.units},
          {"acts", office.acts},
          {"covered_from", day(office.covered_from)},
          {"law_state_as_of", day(office.law_state_as_of)}};
}

}  // namespace

Parsed<OfficesQuery> parse_offices(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  OfficesQuery query;
  query.q = intake.question("q", false);
  query.limit = intake.number("limit", {1, Bounds::kPoints, OfficesQuery{}.limit});
  query.offset = intake.number("offset", {0, Bounds::kOffset, 0});
  return {query, intake.faults()};
}

Offices find_offices(const store::Reader& index, const OfficesQuery& query) {
  const auto asked = words_of(query.q);
  Offices found;
  for (const auto& office : index.manifest().offices) {
    if (!is_meant(office, asked)) continue;
    if (found.total >= query.offset && found.shown.size() < query.limit) found.shown.push_back(&office);
    ++found.total;
  }
  return found;
}

Json offices_json(const OfficesQuery& query, const Offices& found, const std::string& index) {
  Json offices = Json::array();
  for (const auto* office : found.shown) offices.push_back(office_json(*office));
  return {{"query", {{"q", query.q}, {"limit", query.limit}, {"offset", query.offset}}},
          {"total", found.total},
          {"offices", offices},
          {"index", index}};
}

}  // namespace kto::api
