// /api/v1/suggest: parameters and answers of the completions of a question.
#pragma once

#include <vector>

#include "searchd/api/json.h"
#include "searchd/api/parameters.h"
#include "searchd/suggest.h"

namespace kto::api {

using searchd::SuggestQuery;

Parsed<SuggestQuery> parse_suggest(const Sent& sent, const Scope& scope);

// A completion with the address of what it leads to.
struct SuggestedLink {
  searchd::Suggestion suggestion;
  std::string href;  // "/jednostki/IT-ES?as_of=…", "/?q=…"
};
// `several`: the index holds several offices, so an address names one.
std::vector<SuggestedLink> linked(const std::vector<searchd::Suggestion>& found, const SuggestQuery& query,
                                  bool several);

Json to_json(const SuggestQuery& query, const std::vector<SuggestedLink>& links, const std::string& index);
// ["poc", ["poczta", …], ["komórka …", …], ["https://…", …]]: the suggestions extension of OpenSearch 1.1, which
// browsers ask for while one types into their address line.
Json opensearch_json(const SuggestQuery& query, const std::vector<SuggestedLink>& links, const std::string& origin);

}  // namespace kto::api
