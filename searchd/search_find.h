// Find: a question → the task points of the index that hold any of it. What who(), tasks() and explain() share.
#pragma once

#include <string>
#include <vector>

#include "indexer/store/reader.h"
#include "searchd/search_words.h"
#include "searchd/weigh.h"

namespace kto::searchd {

// Points looked at when holders are ranked: an office of hundreds is seen whole, one of thousands by its best.
inline constexpr unsigned kDepth = 200;
// Texts of any day looked at: the best by weight and the best by coverage are near each other.
inline constexpr unsigned kAnyDay = 10;

// A query of the day, the office and the unit (a code or the beginning of one; empty: all) without its words.
store::Query base_query(const std::string& office, const std::string& unit, law::Date as_of);

// The marks narrow what the words may find. Where they leave nothing, they were only mentioned: a citation of a
// statute, a code of another office.
store::Matches find(const store::Reader& index, const Question& question, store::Query query);

// What speaks for an answer: the points of the day, and the best texts of any day.
struct Spoken {
  std::vector<Evidence> on_the_day, on_any_day;
};
Spoken find_evidence(const store::Reader& index, const Question& question, store::Query query);

}  // namespace kto::searchd
