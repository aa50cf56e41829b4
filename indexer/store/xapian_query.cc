#include "indexer/store/xapian_query.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "indexer/store/terms.h"

namespace kto::store {
namespace {

using Queries = std::vector<Xapian::Query>;

Xapian::Query any_of(const Queries& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

Xapian::Query layer_query(const Layer& layer) {
  Queries terms;
  for (const std::string& value : layer.values) terms.emplace_back(term(layer.field, value));
  if (terms.empty()) return {};
  return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()),
          layer.weight};
}

Xapian::Query group_query(const Group& group) {
  Queries layers;
  for (const Layer& layer : group.layers)
    if (const Xapian::Query query = layer_query(layer); !query.empty()) layers.push_back(query);
  return any_of(layers);
}

Xapian::Query terms_query(Field field, const std::vector<std::string>& values) {
  Queries terms;
  for (const std::string& value : values) terms.emplace_back(term(field, value));
  return any_of(terms);
}

// From <= day < to.
Queries in_force(law::Date day) {
  // The open end is written as this day, so a question about it, or later, is asked of the day before.
  const law::Date last = std::chrono::sys_days{std::chrono::year{9999} / 12 / 30};
  const law::Date asked = std::min(day, last);
  return {{Xapian::Query::OP_VALUE_LE, row(Field::valid_from).slot, day_key(asked)},
          {Xapian::Query::OP_VALUE_GE, row(Field::valid_to).slot, day_key(asked + std::chrono::days(1))}};
}

// Those provisions and what is under them: what is under one begins with its bytes.
Xapian::Query within(const std::vector<law::Citation>& citations) {
  constexpr char kBehindAllBelow = '\xFF';
  Queries ranges;
  for (const law::Citation& citation : citations) {
    const std::string key = citation_key(citation);
    ranges.emplace_back(Xapian::Query::OP_VALUE_RANGE, row(Field::citation_order).slot, key, key + kBehindAllBelow);
  }
  return any_of(ranges);
}

// All but the office: that is a matter of the file asked.
Queries conditions(const Filter& filter) {
  Queries all;
  const auto add = [&all](Field field, const std::vector<std::string>& values) {
    if (!values.empty()) all.push_back(terms_query(field, values));
  };
  add(Field::unit, filter.units);
  add(Field::unit_within, filter.units_within);
  if (!filter.citations.empty()) all.push_back(within(filter.citations));
  if (filter.role) add(Field::role, {std::string(to_string(*filter.role))});
  if (filter.as_of)
    for (const Xapian::Query& range : in_force(*filter.as_of)) all.push_back(range);
  return all;
}

}  // namespace

Xapian::Query to_xapian(const Query& query) {
  Queries groups;
  for (const Group& group : query.groups)
    if (const Xapian::Query words = group_query(group); !words.empty()) groups.push_back(words);
  // Words that all came to nothing find nothing; no words at all find everything.
  if (groups.empty() && !query.groups.empty()) return Xapian::Query::MatchNothing;
  const Queries filter = conditions(query.filter);
  // Not Xapian::Query::MatchAll: it is one object for all threads, and its reference count is not atomic.
  Xapian::Query words = groups.empty() ? Xapian::Query(std::string()) : any_of(groups);
  if (filter.empty()) return words;
  return {Xapian::Query::OP_FILTER, words, Xapian::Query(Xapian::Query::OP_AND, filter.begin(), filter.end())};
}

}  // namespace kto::store
