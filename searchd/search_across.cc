#include "searchd/search_across.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "searchd/across_page.h"
#include "searchd/search_find.h"
#include "searchd/search_hit.h"

namespace kto::searchd {
namespace {

using store::WordingHolder;
using store::WordingMatch;
using store::WordingMatches;

// What was found for a question, of any day, and of it what is law on the day.
struct Heard {
  WordingMatches matches;
  std::vector<Evidence> of_any_day;
};

std::vector<Evidence> weigh_wordings(const std::vector<WordingMatch>& wordings, std::size_t most,
                                     const Question& question) {
  std::vector<store::Match> matches;
  for (std::size_t i = 0; i < wordings.size() && i < most; ++i) {
    store::StoredTask stored;
    stored.task.text = wordings[i].text;
    matches.push_back(
        {std::make_shared<const store::FoundTask>(std::move(stored)), wordings[i].weight, wordings[i].layers});
  }
  return weigh(matches, question);
}

// Of its holders those that have it on the day.
void keep_day(WordingMatch& wording, law::Date day) {
  auto& holders = wording.holders;
  holders.erase(std::remove_if(holders.begin(), holders.end(),
                               [day](const WordingHolder& holder) { return !holder.validity.contains(day); }),
                holders.end());
  wording.offices = store::offices_of(holders);
}

// One search for the day and for any day: whom a wording is law for is looked at afterwards.
Heard hear(const store::Reader& index, const Question& question, store::Query query, unsigned depth) {
  const law::Date day = *std::exchange(query.filter.as_of, std::nullopt);
  query.groups = groups_of(question);
  query.limit = depth;
  Heard heard;
  if (query.groups.empty() || std::all_of(query.groups.begin(), query.groups.end(),
                                          [](const store::Group& group) { return group.layers.empty(); }))
    return heard;
  heard.matches = index.wordings(query);
  std::vector<WordingMatch>& wordings = heard.matches.matches;
  heard.of_any_day = weigh_wordings(wordings, kAnyDay, question);
  for (WordingMatch& wording : wordings) keep_day(wording, day);
  wordings.erase(std::remove_if(wordings.begin(), wordings.end(),
                                [](const WordingMatch& wording) { return wording.holders.empty(); }),
                 wordings.end());
  return heard;
}

// The page, and everything it was made of.
struct Grouping {
  Heard heard;
  Groups groups;
  std::shared_ptr<Across> across;
  bool stands = false;
};

Grouping group(const store::Reader& index, const Question& question, const WhoQuery& query) {
  Grouping out;
  out.heard = hear(index, question, base_query("", query.unit, query.as_of), kDepth);
  out.groups = grouped(out.heard.matches, question, index.analyser());
  out.stands = stands_behind(out.groups.ranked, question, best_coverage(out.heard.of_any_day));
  const auto order = order_of_offices(index.manifest());
  out.across = std::make_shared<Across>(across_page({out.heard.matches, out.groups, question, index, *order},
                                                    {query.group, query.limit, query.offset, query.tasks}));
  out.across->offices = static_cast<unsigned>(index.manifest().offices.size());
  return out;
}

// What a wording alone says of a unit: neither where it stands in its office nor what lies ahead.
HolderAnswer answer_of(const AcrossHolder& from, const Across& across, double score) {
  HolderAnswer answer;
  answer.holder.office = from.office;
  answer.holder.unit = from.unit;
  answer.score = score;
  const AcrossWording& wording = across.wordings[from.wording];
  Hit hit;
  hit.task.id = from.task;
  hit.task.citation = from.citation;
  hit.task.text = wording.text;
  hit.task.context = wording.context;
  hit.task.unit = from.unit;
  hit.task.post = from.post;
  hit.task.role = from.role;
  hit.task.validity = from.validity;
  hit.act.number = from.act;
  hit.holder = answer.holder;
  hit.matched = wording.matched;
  hit.score = wording.score;
  hit.offices = wording.offices;
  answer.tasks.push_back(std::move(hit));
  return answer;
}

const AcrossHolder& foremost(const AcrossGroup& group) {
  return *std::max_element(group.holders.begin(), group.holders.end(),
                           [](const AcrossHolder& a, const AcrossHolder& b) { return a.tasks < b.tasks; });
}

std::vector<HolderAnswer> answers_of(const Across& across, bool of_one_group) {
  std::vector<HolderAnswer> answers;
  for (const AcrossGroup& group : across.groups) {
    if (group.holders.empty()) continue;
    if (!of_one_group) answers.push_back(answer_of(foremost(group), across, group.score));
    if (of_one_group)
      for (const AcrossHolder& holder : group.holders) answers.push_back(answer_of(holder, across, group.score));
  }
  return answers;
}

// Of an answer that kto does not stand behind.
void show_nothing(Across& across) {
  across.wordings.clear();
  across.groups.clear();
  across.total = 0;
  across.next.reset();
}

}  // namespace

void answer_country(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer) {
  Grouping found = group(index, question, query);
  (found.stands ? answer.answers : answer.related) = answers_of(*found.across, !query.group.empty());
  answer.total = found.across->total;
  if (found.stands)
    answer.status = not_told_apart(found.groups.ranked).empty() ? Status::answered : Status::ambiguous;
  else
    show_nothing(*found.across);
  answer.across = std::move(found.across);
}

void add_across(const store::Reader& index, const Question& question, const WhoQuery& query, Answer& answer) {
  Grouping found = group(index, question, query);
  const bool stands = answer.status == Status::answered || answer.status == Status::ambiguous;
  if (!stands || !found.stands) show_nothing(*found.across);
  answer.across = std::move(found.across);
}

RankedAcross rank_across(const store::Reader& index, const Question& question, const WhoQuery& query) {
  const Heard heard = hear(index, question, base_query("", query.unit, query.as_of), kDepth);
  RankedAcross ranked{grouped(heard.matches, question, index.analyser()).ranked, best_coverage(heard.of_any_day)};
  std::map<std::string_view, const WordingMatch*> by_text;
  for (const WordingMatch& match : heard.matches.matches) by_text.emplace(match.text, &match);
  for (Ranked& kind : ranked.kinds)
    for (Evidence& point : kind.points) {
      store::StoredTask named = point.found->stored();
      const WordingMatch& match = *by_text.at(named.task.text);
      store::WordingDetails details = match.details(match.holders.front());
      named.task.id = std::move(details.task);
      named.task.citation = std::move(details.citation);
      point.found = std::make_shared<const store::FoundTask>(std::move(named));
    }
  return ranked;
}

void tasks_of_country(const store::Reader& index, const Question& question, const TasksQuery& query,
                      TasksAnswer& answer) {
  store::Query wanted = base_query("", query.unit, query.as_of);
  wanted.filter.role = query.role;
  Heard heard = hear(index, question, wanted, std::max(kDepth, query.offset + query.limit));
  std::vector<WordingMatch>& wordings = heard.matches.matches;
  std::vector<Evidence> evidence = weigh_wordings(wordings, wordings.size(), question);
  std::vector<std::size_t> order(wordings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return evidence[a].weight > evidence[b].weight; });
  std::map<law::Role, unsigned> roles;
  for (const WordingMatch& wording : wordings)
    for (const WordingHolder& holder : wording.holders) ++roles[holder.role];
  for (const auto& [role, count] : roles) answer.by_role.push_back({std::string(law::to_string(role)), count});
  answer.total = static_cast<unsigned>(wordings.size());
  for (std::size_t i = query.offset; i < std::min<std::size_t>(order.size(), query.offset + query.limit); ++i) {
    const WordingMatch& wording = wordings[order[i]];
    Across one;
    one.wordings = {shown_wording(wording, question, index)};
    one.wordings.front().score = evidence[order[i]].weight;
    answer.tasks.push_back(answer_of(shown_holder(wording, wording.holders.front()), one, 0).tasks.front());
  }
}

}  // namespace kto::searchd
