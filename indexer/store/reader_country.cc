// Task points across the offices of a country, where no file holds them all: by their wordings or, where a question has
// no words, one office after the other.
#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/store/counts.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/task_ids.h"

namespace kto::store {
namespace {

// As much as a wording tells of it, where its office's own shard is on another machine.
TaskHandle told_by(const WordingMatch& wording, const WordingHolder& holder, WordingDetails details) {
  StoredTask stored;
  stored.office = holder.office();
  law::TaskPoint& task = stored.task;
  task.id = std::move(details.task);
  task.citation = std::move(details.citation);
  task.text = wording.text;
  task.context = wording.context;
  if (holder.unit() != nullptr) task.unit = *holder.unit();
  task.post = holder.post();
  task.position = to_string(task.citation.parent());
  task.role = holder.role;
  task.validity = holder.validity;
  task.made_by.act = holder.act();
  return std::make_shared<const FoundTask>(std::move(stored));
}

}  // namespace

TaskHandle Reader::stored_of(const WordingMatch& wording, const WordingHolder& holder) const {
  WordingDetails details = wording.details(holder);
  if (const auto place = place_for(holder.office()); !is_nowhere(place))
    if (auto stored = guarded([&] { return task_of(*state_->open(*place), details.task); }))
      return std::make_shared<const FoundTask>(std::move(*stored));
  return told_by(wording, holder, std::move(details));
}

Matches Reader::find_by_wording(const Query& query) const {
  Query words = query;
  words.offset = 0;
  const unsigned wanted = query.offset + query.limit;
  words.limit = query.count ? documents() : wanted;  // each has one holder or more
  Matches found;
  Counts by_unit, by_role;
  WordingMatches wordings = this->wordings(words);
  for (const WordingMatch& wording : wordings.matches)
    for (const WordingHolder& holder : wording.holders) {
      const unsigned number = found.total++;
      if (number >= wanted && !query.count) break;
      by_unit.add(holder.unit() != nullptr ? holder.unit()->code : "");
      by_role.add(to_string(holder.role));
      if (number < query.offset || number >= wanted) continue;
      found.matches.push_back({stored_of(wording, holder), wording.weight, wording.layers});
    }
  if (query.any_day > 0 && query.filter.as_of) {
    Query any = query;
    any.filter.as_of.reset();
    any.limit = std::exchange(any.any_day, 0);
    found.of_any_day = find_by_wording(any).matches;
  }
  if (query.count) {
    found.by_unit = by_unit.most_first();
    found.by_role = by_role.most_first();
  } else {
    found.total = static_cast<unsigned>(found.matches.size());
  }
  return found;
}

Matches Reader::find_office_by_office(const Query& query) const {
  Matches found;
  Counts by_unit, by_role;
  unsigned before = 0;  // matches of the offices so far
  const auto ask = [&](const OfficeSummary& office) {
    Query of_office = query;
    of_office.filter.office = office.id;
    of_office.offset = query.offset - std::min(query.offset, before);
    of_office.limit = query.limit - static_cast<unsigned>(found.matches.size());
    of_office.count = true;
    of_office.any_day = 0;
    Matches some = find(of_office);
    before += some.total;
    std::move(some.matches.begin(), some.matches.end(), std::back_inserter(found.matches));
    for (const auto& [code, count] : some.by_unit) by_unit.add(code, count);
    for (const auto& [role, count] : some.by_role) by_role.add(role, count);
  };
  for (const OfficeSummary& office : manifest().offices) {
    if (found.matches.size() == query.limit && !query.count) break;
    ask(office);
  }
  if (query.any_day > 0 && query.filter.as_of) {
    Query any = query;
    any.filter.as_of.reset();
    any.limit = std::exchange(any.any_day, 0);
    found.of_any_day = find_office_by_office(any).matches;
  }
  found.total = query.count ? before : static_cast<unsigned>(found.matches.size());
  found.by_unit = by_unit.most_first();
  found.by_role = by_role.most_first();
  return found;
}

}  // namespace kto::store
