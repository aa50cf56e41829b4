#include "searchd/search_find.h"

#include <algorithm>

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
  const bool has_marks = !question.marks.found.empty();
  store::Query words = query;
  words.groups = groups_of(question);
  if (has_marks && any_word_known(question)) found = index.find(marked(words, question.marks));
  if (has_marks && found.total == 0) {
    query.order = store::Order::citation;
    found = index.find(marked(query, question.marks));
  }
  if (found.total == 0 && any_word_known(question)) found = index.find(words);
  return found;
}

std::vector<Evidence> on_any_day(const store::Reader& index, const Question& question, store::Query query) {
  constexpr unsigned kEnough = 10;  // the best by weight and the best by coverage are near each other
  query.filter.as_of.reset();
  query.limit = kEnough;
  return weigh(find(index, question, query), question);
}

}  // namespace kto::searchd
