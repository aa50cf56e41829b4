#include "searchd/search_find.h"

#include <algorithm>
#include <utility>

namespace kto::searchd {
namespace {

store::Query marked(store::Query query, const Marks& marks) {
  query.filter.citations = marks.citations;
  if (!marks.units.empty()) query.filter.units_within = marks.units;
  return query;
}

bool any_word_known(const Question& question) {
  return !question.added.empty() ||
         std::any_of(question.words.begin(), question.words.end(), [](const QueryWord& word) { return word.known(); });
}

}  // namespace

store::Query base_query(const std::string& office, const std::string& unit, law::Date as_of) {
  store::Query query;
  query.filter.office = office;
  query.filter.as_of = as_of;
  if (!unit.empty()) query.filter.units_within = {unit};
  return query;
}

store::Matches find(const store::Reader& index, const Question& question, store::Query query) {
  store::Matches found;
  const auto ask = [&](const store::Query& asked) {
    std::vector<store::Match> of_any_day = std::move(found.of_any_day);
    found = index.find(asked);
    // Of any day the first that found anything counts, as it would if it were asked alone.
    if (!of_any_day.empty()) found.of_any_day = std::move(of_any_day);
  };
  const bool has_marks = !question.marks.found.empty();
  store::Query words = query;
  words.groups = groups_of(question);
  if (has_marks && any_word_known(question)) ask(marked(words, question.marks));
  if (has_marks && found.total == 0) {
    query.order = store::Order::citation;
    ask(marked(query, question.marks));
  }
  if (found.total == 0 && any_word_known(question)) ask(words);
  return found;
}

Spoken find_evidence(const store::Reader& index, const Question& question, store::Query query) {
  query.limit = kDepth;
  query.any_day = kAnyDay;
  const store::Matches found = find(index, question, query);
  return {weigh(found.matches, question), weigh(found.of_any_day, question)};
}

}  // namespace kto::searchd
