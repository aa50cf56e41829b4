#include "searchd/search.h"

#include <algorithm>
#include <span>
#include <utility>

#include "indexer/store/reader.h"
#include "searchd/rank.h"
#include "searchd/search_across.h"
#include "searchd/search_apart.h"
#include "searchd/search_find.h"
#include "searchd/search_former.h"
#include "searchd/search_hit.h"
#include "searchd/search_words.h"

namespace kto::searchd {
namespace {

// The office alone, or all: they stand in order of their ids.
std::span<const store::OfficeSummary> asked_offices(const store::Reader& index, const std::string& office) {
  const std::vector<store::OfficeSummary>& all = index.manifest().offices;
  if (office.empty()) return all;
  const auto found =
      std::lower_bound(all.begin(), all.end(), office,
                       [](const store::OfficeSummary& one, const std::string& id) { return one.id < id; });
  const bool is_there = found != all.end() && found->id == office;
  return {found, is_there ? 1U : 0U};
}

// What is said of every answer: how fresh the law behind it is, and which index it came from.
Freshness freshness_of(const store::Reader& index, const std::string& office) {
  Freshness freshness;
  bool first = true;
  for (const store::OfficeSummary& summary : asked_offices(index, office)) {
    freshness.not_applied += summary.not_applied;
    // Of several offices the answer is as old as the oldest.
    if (first || summary.law_state_as_of < freshness.law_state_as_of) {
      freshness.law_state_as_of = summary.law_state_as_of;
      freshness.last_act = summary.last_act;
    }
    first = false;
  }
  return freshness;
}

bool is_covered(const store::Reader& index, const std::string& office, law::Date as_of) {
  const auto offices = asked_offices(index, office);
  return std::any_of(offices.begin(), offices.end(), [as_of](const store::OfficeSummary& summary) {
    return summary.covered_from && *summary.covered_from <= as_of;
  });
}

std::vector<UnderstoodWord> understood_words(const Question& question) {
  std::vector<UnderstoodWord> understood;
  for (const Mark& mark : question.marks.found) understood.push_back({mark.typed, mark.means, {}, false});
  for (unsigned i = 0; i < question.words.size(); ++i) {
    const QueryWord& word = question.words[i];
    UnderstoodWord one{word.typed, {}, {}, !word.meant.empty()};
    for (const auto* values : {&word.lemmas, &word.folded, &word.surfaces, &word.meant})
      one.as.insert(one.as.end(), values->begin(), values->end());
    if (one.as.empty()) one.as = word.kin;  // then that is what is searched
    for (const Expansion& expansion : question.expansions)
      if (std::find(expansion.stands_for.begin(), expansion.stands_for.end(), i) != expansion.stands_for.end())
        one.also.push_back(expansion.phrase);
    understood.push_back(std::move(one));
  }
  return understood;
}

HolderAnswer answer_of(const store::Reader& index, const Ranked& ranked, const Question& question,
                       const WhoQuery& query) {
  HolderAnswer answer;
  answer.holder = holder_of(index, ranked.points.front().found->stored(), query.as_of);
  for (std::size_t i = 0; i < ranked.points.size() && i < query.tasks; ++i) {
    answer.tasks.push_back(hit_of(index, ranked.points[i].found->stored(), question, query.as_of));
    answer.tasks.back().score = ranked.points[i].weight;
  }
  return answer;
}

}  // namespace

Answer who(const store::Reader& all, const WhoQuery& query) {
  const store::Reader index = all.within(query.office);
  Answer answer;
  answer.freshness = freshness_of(index, query.office);
  answer.index = index.manifest().fingerprint;
  if (!is_covered(index, query.office, query.as_of)) {
    answer.status = Status::out_of_coverage;
    return answer;
  }
  const Question question = understand(index, query.q, query.office, query.as_typed);
  answer.understood = understood_words(question);
  answer.did_you_mean = question.respelt;
  if (index.is_country()) {
    answer_country(index, question, query, answer);
    return answer;
  }
  Spoken spoken = find_evidence(index, question, base_query(query.office, query.unit, query.as_of));
  const std::vector<Ranked> holders = rank_holders(std::move(spoken.on_the_day), question);
  const bool stands = stands_behind(holders, question, best_coverage(spoken.on_any_day));
  std::vector<HolderAnswer>& shown = stands ? answer.answers : answer.related;
  const std::vector<double> sure = confidences(holders, question);
  answer.total = static_cast<unsigned>(holders.size());
  for (std::size_t i = query.offset; i < holders.size() && i - query.offset < query.limit; ++i) {
    shown.push_back(answer_of(index, holders[i], question, query));
    shown.back().score = sure[i];
  }
  if (stands) {
    std::vector<std::size_t> alike = not_told_apart(holders);
    answer.status = alike.empty() ? Status::answered : Status::ambiguous;
    alike.erase(std::lower_bound(alike.begin(), alike.end(), shown.size()), alike.end());
    if (query.offset == 0) tell_apart(index, alike, shown);
  }
  if (!query.beside) return answer;
  answer.former = former_holders(index, std::move(spoken.on_any_day), question, query, stands);
  if (index.has_wordings()) add_across(index, question, query, answer);
  return answer;
}

TasksAnswer tasks(const store::Reader& all, const TasksQuery& query) {
  const store::Reader index = all.within(query.office);
  TasksAnswer answer;
  answer.freshness = freshness_of(index, query.office);
  answer.index = index.manifest().fingerprint;
  const Question question = understand(index, query.q, query.office);
  answer.understood = understood_words(question);
  store::Query wanted = base_query(query.office, query.unit, query.as_of);
  wanted.filter.role = query.role;
  wanted.limit = query.limit;
  wanted.offset = query.offset;
  wanted.count = true;
  if (index.is_country()) {
    tasks_of_country(index, question, query, answer);
    return answer;
  }
  const bool everything = query.q.find_first_not_of(" \t\r\n") == std::string::npos;
  if (everything) wanted.order = store::Order::citation;
  if (!everything) {  // ranked as for who(): the best are looked at whole, whichever page is asked for
    wanted.limit = std::max(kDepth, query.offset + query.limit);
    wanted.offset = 0;
  }
  const store::Matches found = everything ? index.find(wanted) : find(index, question, wanted);
  answer.total = found.total;
  std::vector<Evidence> evidence = weigh(found.matches, question);
  if (!everything) evidence = rank_points(std::move(evidence), question);
  const std::size_t first = everything ? 0 : std::min<std::size_t>(query.offset, evidence.size());
  for (std::size_t i = first; i < std::min<std::size_t>(evidence.size(), first + query.limit); ++i) {
    answer.tasks.push_back(hit_of(index, evidence[i].found->stored(), question, query.as_of));
    answer.tasks.back().score = evidence[i].weight;
  }
  for (const auto& [value, count] : found.by_unit) answer.by_unit.push_back({value, count});
  for (const auto& [value, count] : found.by_role) answer.by_role.push_back({value, count});
  return answer;
}

}  // namespace kto::searchd
