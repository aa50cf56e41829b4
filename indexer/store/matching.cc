#include "indexer/store/matching.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/matched_layers.h"
#include "indexer/store/record.h"
#include "indexer/store/terms.h"
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

// A document found, with what it weighs.
struct Found {
  Xapian::docid document = 0;
  double weight = 0;
};

std::vector<Found> found_in(const Xapian::MSet& set) {
  std::vector<Found> found;
  found.reserve(set.size());
  for (auto match = set.begin(); match != set.end(); ++match) found.push_back({*match, match.get_weight()});
  return found;
}

// Places of `found` in the order of the file, where neighbours stand in one block.
std::vector<std::size_t> as_in_file(const std::vector<Found>& found) {
  std::vector<std::size_t> places(found.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(),
            [&found](std::size_t a, std::size_t b) { return found[a].document < found[b].document; });
  return places;
}

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
std::vector<Match> read(const Matched& file, const std::vector<Found>& found, const Query& query) {
  std::vector<Xapian::docid> documents;
  std::vector<Match> matches;
  for (const Found& one : found) {
    documents.push_back(one.document);
    matches.push_back({nullptr, one.weight, {}});
  }
  for (const std::size_t place : as_in_file(found)) {
    const Xapian::docid document = documents[place];
    matches[place].found =
        file.recent.get(std::uint64_t{file.place} << 32U | document, [&] { return read(file, document); });
  }
  auto layers = matched_layers(file.database, documents, query);
  for (std::size_t i = 0; i < layers.size(); ++i) matches[i].layers = std::move(layers[i]);
  return matches;
}

// Which of them are law on the day: by their slots, so that only what is asked for is read.
std::vector<bool> in_force(const Xapian::Database& database, const std::vector<Found>& found, law::Date day) {
  const InForce slots = in_force_on(day);
  std::vector<bool> is_law(found.size());
  auto from = database.valuestream_begin(row(Field::valid_from).slot);
  auto to = database.valuestream_begin(row(Field::valid_to).slot);
  for (const std::size_t place : as_in_file(found)) {
    from.skip_to(found[place].document);
    to.skip_to(found[place].document);
    is_law[place] = *from <= slots.latest_from && *to >= slots.earliest_to;
  }
  return is_law;
}

// As the library is asked; `query` without Query::any_day.
class Search {
 public:
  Search(const Matched& file, const Query& query)
      : by_unit_(row(Field::unit_facet).slot), by_role_(row(Field::role_facet).slot) {
    Xapian::Enquire enquire(file.database);
    enquire.set_query(to_xapian(query));
    // Points are 5 to 40 words that hardly repeat: k1 from 0 to 2 and b from 0 to .75 span .011 of nDCG on the judged
    // queries, so the library's own defaults stand, written out.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.5, 0.5));
    if (query.order == Order::citation) enquire.set_sort_by_value(row(Field::citation_order).slot, false);
    if (query.count) {
      enquire.add_matchspy(&by_unit_);
      enquire.add_matchspy(&by_role_);
    }
    set_ = enquire.get_mset(query.offset, query.limit, query.count ? file.database.get_doccount() : 0);
  }

  std::vector<Found> found() const { return found_in(set_); }
  double best_possible() const { return set_.get_max_possible(); }
  unsigned exact_total() const { return set_.get_matches_estimated(); }
  std::vector<std::pair<std::string, unsigned>> by_unit() { return counted(by_unit_); }
  std::vector<std::pair<std::string, unsigned>> by_role() { return counted(by_role_); }

 private:
  Xapian::ValueCountMatchSpy by_unit_, by_role_;
  Xapian::MSet set_;
};

Matches match_once(const Matched& file, const Query& query) {
  Search search(file, query);
  Matches matches;
  matches.matches = read(file, search.found(), query);
  matches.best_possible = search.best_possible();
  matches.total = static_cast<unsigned>(matches.matches.size());
  if (query.count) {
    matches.total = search.exact_total();
    matches.by_unit = search.by_unit();
    matches.by_role = search.by_role();
  }
  return matches;
}

}  // namespace

StoredTask read_task(const OpenShard& shard, Xapian::docid document) {
  StoredTask stored = decode_task(record_of(shard, document), *shard.names);
  stored.number = document;
  return stored;
}

Matches match(const Matched& file, const Query& query) {
  if (query.any_day == 0 || !query.filter.as_of) return match_once(file, query);
  // Of most offices most of what was law is: among twice as many of any day stand as many of the day.
  Query open = query;
  open.filter.as_of.reset();
  open.limit = std::max(2 * query.limit, query.any_day);
  const Search search(file, open);
  std::vector<Found> of_any_day = search.found(), on_the_day;
  const std::vector<bool> is_law = in_force(file.database, of_any_day, *query.filter.as_of);
  for (std::size_t i = 0; i < of_any_day.size() && on_the_day.size() < query.limit; ++i)
    if (is_law[i]) on_the_day.push_back(of_any_day[i]);
  if (of_any_day.size() == open.limit && on_the_day.size() < query.limit) on_the_day = Search(file, query).found();
  of_any_day.resize(std::min<std::size_t>(of_any_day.size(), query.any_day));
  Matches matches;
  matches.matches = read(file, on_the_day, query);
  matches.of_any_day = read(file, of_any_day, query);
  matches.best_possible = search.best_possible();
  matches.total = static_cast<unsigned>(matches.matches.size());
  return matches;
}

}  // namespace kto::store
