#include "indexer/store/matching.h"

#include <algorithm>
#include <memory>
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

// Matches with their documents, which are visited in their order: neighbours stand in one block of the file.
class Found {
 public:
  Found(const Matched& file, const Xapian::MSet& set) : file_(file) {
    matches_.reserve(set.size());
    for (auto match = set.begin(); match != set.end(); ++match) {
      documents_.push_back(*match);
      by_document_.emplace_back(*match, matches_.size());
      matches_.push_back({nullptr, match.get_weight(), {}});
    }
    std::sort(by_document_.begin(), by_document_.end());
  }

  void read_tasks() {
    for (const auto& [document, number] : by_document_) {
      const Xapian::docid wanted = document;  // clang 14: a structured binding is not captured
      matches_[number].stored = file_.recent.get(std::uint64_t{file_.place} << 32U | wanted, [&] {
        return std::make_shared<const StoredTask>(
            decode_task(file_.database.get_document(wanted, Xapian::DOC_ASSUME_VALID).get_data()));
      });
    }
  }

  void read_layers(const Query& query) {
    auto layers = matched_layers(file_.database, documents_, query);
    for (std::size_t i = 0; i < layers.size(); ++i) matches_[i].layers = std::move(layers[i]);
  }

  std::vector<Match> matches() && { return std::move(matches_); }

 private:
  const Matched& file_;
  std::vector<Match> matches_;
  std::vector<Xapian::docid> documents_;
  std::vector<std::pair<Xapian::docid, std::size_t>> by_document_;
};

// Without Query::any_day.
Matches match_once(const Matched& file, const Query& query) {
  Xapian::Enquire enquire(file.database);
  enquire.set_query(to_xapian(query));
  // Points are 5 to 40 words that hardly repeat: k1 from 0 to 2 and b from 0 to .75 span .011 of nDCG on the judged
  // queries, so the library's own defaults stand, written out.
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.5, 0.5));
  if (query.order == Order::citation) enquire.set_sort_by_value(row(Field::citation_order).slot, false);
  Xapian::ValueCountMatchSpy by_unit(row(Field::unit_facet).slot), by_role(row(Field::role_facet).slot);
  if (query.count) {
    enquire.add_matchspy(&by_unit);
    enquire.add_matchspy(&by_role);
  }
  const Xapian::MSet set = enquire.get_mset(query.offset, query.limit, query.count ? file.database.get_doccount() : 0);
  Found found(file, set);
  found.read_tasks();
  found.read_layers(query);
  Matches matches;
  matches.matches = std::move(found).matches();
  matches.best_possible = set.get_max_possible();
  matches.total = query.count ? set.get_matches_estimated() : set.size();
  if (query.count) {
    matches.by_unit = counted(by_unit);
    matches.by_role = counted(by_role);
  }
  return matches;
}

}  // namespace

Matches match(const Matched& file, const Query& query) {
  if (query.any_day == 0 || !query.filter.as_of) return match_once(file, query);
  // Of most offices most of what was law is: among twice as many of any day stand as many of the day.
  Query open = query;
  open.filter.as_of.reset();
  open.limit = std::max(2 * query.limit, query.any_day);
  Matches matches = match_once(file, open);
  const bool is_all = matches.matches.size() < open.limit;
  matches.of_any_day = matches.matches;
  matches.of_any_day.resize(std::min<std::size_t>(matches.of_any_day.size(), query.any_day));
  const auto is_of_another_day = [&query](const Match& match) {
    return !match.stored->task.validity.contains(*query.filter.as_of);
  };
  std::vector<Match>& on_the_day = matches.matches;
  on_the_day.erase(std::remove_if(on_the_day.begin(), on_the_day.end(), is_of_another_day), on_the_day.end());
  if (!is_all && on_the_day.size() < query.limit) {
    Query narrow = query;
    narrow.any_day = 0;
    on_the_day = match_once(file, narrow).matches;
  }
  on_the_day.resize(std::min<std::size_t>(on_the_day.size(), query.limit));
  matches.total = static_cast<unsigned>(on_the_day.size());
  return matches;
}

}  // namespace kto::store
