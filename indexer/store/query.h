// Query: what is looked for, as a value. searchd builds it, the reader turns it into the search library's query.
//
//   "pocztą elektroniczną" → groups [ { lemma {poczta} · 1, unit_lemma {poczta} · .35 },
//                                     { lemma {elektroniczny} · 1, unit_lemma {elektroniczny} · .35 } ]
//
// A document's weight is the sum over the groups; inside a group the layers are added too, and the values of one layer
// count as one word (their frequencies are merged).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/fields.h"
#include "indexer/store/task.h"

namespace kto::store {

struct Layer {
  Field field = Field::lemma;
  std::vector<std::string> values;
  double weight = 1;
  bool operator==(const Layer&) const = default;
};

// One word of the question with all its readings.
struct Group {
  std::vector<Layer> layers;
  bool operator==(const Group&) const = default;
};

// Conditions; they never change the weight. Lists are "any of", empty means no condition.
struct Filter {
  std::string office = {};
  std::optional<law::Date> as_of = {};         // only versions in force that day
  std::vector<std::string> units = {};         // exactly these codes
  std::vector<std::string> units_within = {};  // these codes and everything below them
  std::vector<law::Citation> citations = {};   // these provisions and everything below them
  std::optional<law::Role> role = {};
  bool operator==(const Filter&) const = default;
};

enum class Order : std::uint8_t { relevance, citation };

struct Query {
  std::vector<Group> groups = {};  // empty: everything the filter lets through
  Filter filter = {};
  Order order = Order::relevance;
  unsigned limit = 20;
  unsigned offset = 0;
  bool count = false;  // also the exact total and the facets: looks at every match
  // With `as_of`, without `count` and `offset`: also so many matches of any day, as the same query without `as_of`
  // finds them. One search for both costs little more than either.
  unsigned any_day = 0;
};

// Task points one after the other, in the order of the index: by office, citation and first day.
struct TaskPage {
  std::vector<StoredTask> tasks;
  unsigned last = 0;  // where the next page begins; with no tasks: the end
};

// The field of a layer with a value in the document, and its group.
struct MatchedLayer {
  unsigned group = 0;
  Field field = Field::lemma;
  auto operator<=>(const MatchedLayer&) const = default;
};

struct Match {
  TaskHandle found;  // never null
  double weight = 0;
  std::vector<MatchedLayer> layers;  // in order
};

struct Matches {
  unsigned total = 0;  // with `count` exact, else how many were returned
  std::vector<Match> matches;
  std::vector<Match> of_any_day;                                   // as many as Query::any_day asks for
  std::vector<std::pair<std::string, unsigned>> by_unit, by_role;  // with `count`: value and count, most first
};

}  // namespace kto::store
