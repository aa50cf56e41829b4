#include "indexer/store/matching.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "indexer/store/best_tasks.h"
#include "indexer/store/counts.h"
#include "indexer/store/fields.h"
#include "indexer/store/matched_layers.h"
#include "indexer/store/word_weights.h"
#include "indexer/store/xapian_query.h"

namespace kto::store {
namespace {

using Found = std::vector<WeighedDocument>;
using Layers = std::vector<std::vector<MatchedLayer>>;

// A task point of one of the shards: of documents that take turns.
struct Place {
  const ShardHandle& shard;
  unsigned number;

  Place(const Matched& file, Xapian::docid document)
      : shard(file.shards[(document - 1) % file.shards.size()]),
        number((document - 1) / static_cast<unsigned>(file.shards.size()) + 1) {}
  const TaskHeads& heads() const { return shard->lists->heads; }
};

// With their task points and the layers they matched.
std::vector<Match> matches_of(const Matched& file, const Found& found, Layers layers) {
  std::vector<Match> matches;
  matches.reserve(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Place at(file, found[i].document);
    matches.push_back({std::make_shared<const FoundTask>(at.shard, at.number), found[i].weight, std::move(layers[i])});
  }
  return matches;
}

// The first `most` of them that are law on the day.
Found in_force(const Matched& file, const Found& found, law::Date day, std::size_t most) {
  Found on_the_day;
  for (const WeighedDocument& one : found) {
    if (on_the_day.size() == most) break;
    const Place at(file, one.document);
    if (at.heads().validity(at.number).contains(day)) on_the_day.push_back(one);
  }
  return on_the_day;
}

// How many there are, by unit and by role.
void count(const Matched& file, const Found& found, Matches& matches) {
  Counts by_unit, by_role;
  for (const WeighedDocument& one : found) {
    const Place at(file, one.document);
    const TaskHead head = at.heads().of(at.number);
    by_unit.add(head.code);
    by_role.add(to_string(head.role));
  }
  matches.total = static_cast<unsigned>(found.size());
  matches.by_unit = by_unit.most_first();
  matches.by_role = by_role.most_first();
}

Found page_of(const Found& found, const Query& query) {
  const std::size_t begin = std::min<std::size_t>(query.offset, found.size());
  const std::size_t end = std::min<std::size_t>(begin + query.limit, found.size());
  return {found.begin() + static_cast<std::ptrdiff_t>(begin), found.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The first `most`, as the library finds and orders them.
Found asked(const Matched& file, const Query& query, std::size_t most) {
  Xapian::Enquire enquire(file.database);
  enquire.set_query(to_xapian(query));
  enquire.set_weighting_scheme(task_weighting());
  if (query.order == Order::citation) enquire.set_sort_by_value(row(Field::citation_order).slot, false);
  const Xapian::MSet set = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  Found found;
  found.reserve(set.size());
  for (auto match = set.begin(); match != set.end(); ++match) found.push_back({*match, match.get_weight()});
  return found;
}

// What the library finds of any day, asked as BestTasks is.
class AnyDay {
 public:
  AnyDay(const Matched& file, const Query& query) : file_(file), query_(query) { query_.filter.as_of.reset(); }

  Found best(std::size_t most) const { return asked(file_, query_, most); }
  Layers layers_of(const Found& found) const { return matched_layers(file_.database, found, query_); }

 private:
  const Matched& file_;
  Query query_;
};

// As many as must be found for the page that is asked for, and for counting.
std::size_t wanted(const Matched& file, const Query& query) {
  return query.count ? file.database.get_doccount() : std::size_t{query.offset} + query.limit;
}

Matches match_once(const Matched& file, const Query& query) {
  const Found found = asked(file, query, wanted(file, query)), shown = page_of(found, query);
  Matches matches;
  matches.matches = matches_of(file, shown, matched_layers(file.database, shown, query));
  matches.total = static_cast<unsigned>(shown.size());
  if (query.count) count(file, found, matches);
  return matches;
}

// Of most offices most of what was law is: among twice as many of any day stand as many of the day.
template <typename Words>
Matches match_on_day(const Matched& file, const Query& query, const Words& words) {
  const law::Date day = *query.filter.as_of;
  const std::size_t enough = wanted(file, query);
  std::size_t most = std::max<std::size_t>(2 * enough, query.any_day);
  Found of_any_day = words.best(most), on_the_day = in_force(file, of_any_day, day, enough);
  while (on_the_day.size() < enough && of_any_day.size() == most) {
    of_any_day = words.best(most *= 4);
    on_the_day = in_force(file, of_any_day, day, enough);
  }
  of_any_day.resize(std::min<std::size_t>(of_any_day.size(), query.any_day));
  const Found shown = page_of(on_the_day, query);
  Matches matches;
  matches.matches = matches_of(file, shown, words.layers_of(shown));
  matches.of_any_day = matches_of(file, of_any_day, words.layers_of(of_any_day));
  matches.total = static_cast<unsigned>(shown.size());
  if (query.count) count(file, on_the_day, matches);
  return matches;
}

// Words and a day: what can be added up in memory.
bool is_plain(const Query& query) {
  const Filter plain{.office = query.filter.office, .as_of = query.filter.as_of};
  return !query.groups.empty() && query.filter == plain && query.order == Order::relevance;
}

std::vector<Xapian::Database> files_of(const Matched& file) {
  std::vector<Xapian::Database> files;
  for (const ShardHandle& shard : file.shards) files.push_back(shard->database);
  return files;
}

}  // namespace

Matches match(const Matched& file, const Query& query) {
  if (!query.filter.as_of) return match_once(file, query);
  if (is_plain(query)) return match_on_day(file, query, BestTasks(files_of(file), query));
  return query.any_day > 0 ? match_on_day(file, query, AnyDay(file, query)) : match_once(file, query);
}

}  // namespace kto::store
