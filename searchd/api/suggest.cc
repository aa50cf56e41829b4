#include "searchd/api/suggest.h"

#include "searchd/api/intake.h"
#include "searchd/pages/address.h"

namespace kto::api {
namespace {

using searchd::SuggestionKind;

std::string address(const searchd::Suggestion& found, const pages::Place& place) {
  switch (found.kind) {
    case SuggestionKind::code:
      return pages::unit_address(found.text, place);
    case SuggestionKind::unit:
      return pages::unit_address(found.detail, place);
    case SuggestionKind::word:
    case SuggestionKind::task:
    case SuggestionKind::citation:
      return pages::search_address({found.text}, place);
  }
  return "/";
}

}  // namespace

Parsed<SuggestQuery> parse_suggest(const Sent& sent, const Scope& scope) {
  Intake intake(sent, scope);
  SuggestQuery query;
  query.q = intake.question("q", true);
  query.as_of = intake.day("as_of");
  query.office = intake.office("office");
  query.limit = intake.number("limit", {1, Bounds::kSuggestions, SuggestQuery{}.limit});
  return {query, intake.faults()};
}

std::vector<SuggestedLink> linked(const std::vector<searchd::Suggestion>& found, const SuggestQuery& query,
                                  bool several) {
  std::vector<SuggestedLink> out;
  out.reserve(found.size());
  for (const auto& one : found) out.push_back({one, address(one, {query.as_of, several ? one.office : ""})});
  return out;
}

Json to_json(const SuggestQuery& query, const std::vector<SuggestedLink>& links, const std::string& index) {
  Json suggestions = Json::array();
  for (const auto& [found, href] : links)
    suggestions.push_back({{"text", found.text},
                           {"kind", to_string(found.kind)},
                           {"detail", or_null(found.detail)},
                           {"office", found.office},
                           {"href", href}});
  return {{"query",
           {{"q", query.q},
            {"as_of", law::to_string(query.as_of)},
            {"office", or_null(query.office)},
            {"limit", query.limit}}},
          {"suggestions", suggestions},
          {"index", index}};
}

Json opensearch_json(const SuggestQuery& query, const std::vector<SuggestedLink>& links, const std::string& origin) {
  Json texts = Json::array(), details = Json::array(), addresses = Json::array();
  for (const auto& [found, href] : links) {
    texts.push_back(found.text);
    details.push_back(found.detail);
    addresses.push_back(origin + href);
  }
  return {query.q, texts, details, addresses};
}

}  // namespace kto::api
