#include "indexer/store/matching.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/best_tasks.h"
#include "indexer/store/matched_layers.h"
#include "indexer/store/record.h"
#include "indexer/store/terms.h"
#include "indexer/store/word_weights.h"
#include "indexer/store/xapian_query.h"

namespace kto::store {
namespace {

std::vector<std::pair<std::string, unsigned>> counted(Xapian::ValueCountMatchSpy& spy) {
  std::vector<std::pair<std::string, unsigned>> counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    counts.emplace_back(*value, value.get_termfreq());
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

using Found = std::vector<WeighedDocument>;
using Layers = std::vector<std::vector<MatchedLayer>>;

std::string record_of(const OpenShard& shard, Xapian::docid document) {
  return shard.database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
}

TaskHandle read(const Matched& file, Xapian::docid document) {
  const auto shards = static_cast<Xapian::docid>(file.shards.size());
  const OpenShard& shard = file.shards[(document - 1) % shards];
  const Xapian::docid number = (document - 1) / shards + 1;
  return std::make_shared<const FoundTask>(record_of(shard, number), number, shard.names);
}

// With their task points and the layers they matched.
std::vector<Match> read(const Matched& file, const Found& found, Layers layers) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < found.size(); ++i) matches.push_back({nullptr, found[i].weight, std::move(layers[i])});
  for (const std::size_t place : as_in_file(found)) {
    const Xapian::docid document = found[place].document;
    matches[place].found =
        file.recent.get(std::uint64_t{file.place} << 32U | document, [&] { return read(file, document); });
  }
  return matches;
}

// The first `most` of them that are law on the day: by their slots, so that only what is asked for is read. Of most
// offices all that was published is in force on the day asked about or was before, and one of the slots says nothing.
Found in_force(const Xapian::Database& database, const Found& found, law::Date day, std::size_t most) {
  const InForce slots = in_force_on(day);
  const std::vector<std::size_t> places = as_in_file(found);
  std::vector<bool> is_law(found.size(), true);
  const auto ask = [&](unsigned slot, const auto& is_so) {
    auto value = database.valuestream_begin(slot);
    for (const std::size_t place : places) {
      value.skip_to(found[place].document);
      if (!is_so(*value)) is_law[place] = false;
    }
  };
  const unsigned from = row(Field::valid_from).slot, to = row(Field::valid_to).slot;
  if (database.get_value_upper_bound(from) > slots.latest_from)
    ask(from, [&](const std::string& value) { return value <= slots.latest_from; });
  if (database.get_value_lower_bound(to) < slots.earliest_to)
    ask(to, [&](const std::string& value) { return value >= slots.earliest_to; });
  Found on_the_day;
  for (std::size_t i = 0; i < found.size() && on_the_day.size() < most; ++i)
    if (is_law[i]) on_the_day.push_back(found[i]);
  return on_the_day;
}

// As the library is asked; `query` without Query::any_day.
class Search {
 public:
  Search(const Matched& file, const Query& query)
      : by_unit_(row(Field::unit_facet).slot), by_role_(row(Field::role_facet).slot) {
    Xapian::Enquire enquire(file.database);
    enquire.set_query(to_xapian(query));
    enquire.set_weighting_scheme(task_weighting());
    if (query.order == Order::citation) enquire.set_sort_by_value(row(Field::citation_order).slot, false);
    if (query.count) {
      enquire.add_matchspy(&by_unit_);
      enquire.add_matchspy(&by_role_);
    }
    set_ = enquire.get_mset(query.offset, query.limit, query.count ? file.database.get_doccount() : 0);
  }

  Found found() const {
    Found found;
    found.reserve(set_.size());
    for (auto match = set_.begin(); match != set_.end(); ++match) found.push_back({*match, match.get_weight()});
    return found;
  }
  unsigned exact_total() const { return set_.get_matches_estimated(); }
  std::vector<std::pair<std::string, unsigned>> by_unit() { return counted(by_unit_); }
  std::vector<std::pair<std::string, unsigned>> by_role() { return counted(by_role_); }

 private:
  Xapian::ValueCountMatchSpy by_unit_, by_role_;
  Xapian::MSet set_;
};

// What the library finds of any day, asked as BestTasks is.
class AnyDay {
 public:
  AnyDay(const Matched& file, const Query& query) : file_(file), query_(query) { query_.filter.as_of.reset(); }

  Found best(std::size_t most) {
    query_.limit = static_cast<unsigned>(most);
    return Search(file_, query_).found();
  }
  Layers layers_of(const Found& found) const { return matched_layers(file_.database, found, query_); }

 private:
  const Matched& file_;
  Query query_;
};

Matches match_once(const Matched& file, const Query& query) {
  Search search(file, query);
  Matches matches;
  const Found found = search.found();
  matches.matches = read(file, found, matched_layers(file.database, found, query));
  matches.total = static_cast<unsigned>(matches.matches.size());
  if (query.count) {
    matches.total = search.exact_total();
    matches.by_unit = search.by_unit();
    matches.by_role = search.by_role();
  }
  return matches;
}

// Of most offices most of what was law is: among twice as many of any day stand as many of the day.
template <typename Words>
Matches match_on_day(const Matched& file, const Query& query, Words words) {
  const law::Date day = *query.filter.as_of;
  std::size_t most = std::max<std::size_t>(2 * std::size_t{query.limit}, query.any_day);
  Found of_any_day = words.best(most), on_the_day = in_force(file.database, of_any_day, day, query.limit);
  while (on_the_day.size() < query.limit && of_any_day.size() == most) {
    of_any_day = words.best(most *= 4);
    on_the_day = in_force(file.database, of_any_day, day, query.limit);
  }
  of_any_day.resize(std::min<std::size_t>(of_any_day.size(), query.any_day));
  Matches matches;
  matches.matches = read(file, on_the_day, words.layers_of(on_the_day));
  matches.of_any_day = read(file, of_any_day, words.layers_of(of_any_day));
  matches.total = static_cast<unsigned>(matches.matches.size());
  return matches;
}

// Words and a day: what can be added up in memory.
bool is_plain(const Query& query) {
  const Filter plain{.office = query.filter.office, .as_of = query.filter.as_of};
  return !query.groups.empty() && query.filter == plain && query.order == Order::relevance && query.offset == 0 &&
         !query.count;
}

std::vector<Xapian::Database> files_of(const Matched& file) {
  std::vector<Xapian::Database> files;
  for (const OpenShard& shard : file.shards) files.push_back(shard.database);
  return files;
}

}  // namespace

StoredTask read_task(const OpenShard& shard, Xapian::docid document) {
  StoredTask stored = decode_task(record_of(shard, document), *shard.names);
  stored.number = document;
  return stored;
}

Matches match(const Matched& file, const Query& query) {
  if (!query.filter.as_of) return match_once(file, query);
  if (is_plain(query)) return match_on_day(file, query, BestTasks(files_of(file), query));
  return query.any_day > 0 ? match_on_day(file, query, AnyDay(file, query)) : match_once(file, query);
}

}  // namespace kto::store
