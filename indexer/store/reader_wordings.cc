// Questions across offices, asked of the file of wordings.
//
// Days are looked at after the match, among the holders: the library's range over two value slots takes twice as long
// as the words themselves (docs/decisions/0019), and of the best wordings nearly all have a holder on the day. Only
// where they have not, the range is asked.
#include <algorithm>

#include "indexer/store/matched_layers.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/wording_record.h"
#include "indexer/store/xapian_query.h"

namespace kto::store {
namespace {

bool is_any(const std::vector<std::string>& wanted, std::string_view value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool is_within(const std::vector<std::string>& wanted, std::string_view code) {
  return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [code](const std::string& one) {
           return code.starts_with(one) && (code.size() == one.size() || code[one.size()] == '-');
         });
}

bool lets_through(const Filter& filter, const WordingMatch& match, const WordingHolder& holder) {
  if (filter.as_of && !holder.validity.contains(*filter.as_of)) return false;
  if (!filter.office.empty() && filter.office != holder.office) return false;
  if (filter.role && filter.role != holder.role) return false;
  const std::string_view code = holder.unit != nullptr ? std::string_view(holder.unit->code) : "";
  if (!is_any(filter.units, code) || !is_within(filter.units_within, code)) return false;
  if (filter.ids.empty() && filter.citations.empty()) return true;
  const WordingDetails details = match.details(holder);
  return is_any(filter.ids, details.task) &&
         (filter.citations.empty() ||
          std::any_of(filter.citations.begin(), filter.citations.end(),
                      [&details](const law::Citation& one) { return one.contains(details.citation); }));
}

void keep_holders(const Filter& filter, WordingMatch& match) {
  const auto gone = std::remove_if(match.holders.begin(), match.holders.end(),
                                   [&](const WordingHolder& holder) { return !lets_through(filter, match, holder); });
  match.holders.erase(gone, match.holders.end());
  std::string_view last;
  for (const WordingHolder& holder : match.holders) {
    if (match.offices == 0 || holder.office != last) ++match.offices;
    last = holder.office;
  }
}

// The part of a filter that documents of wordings know: what none of their holders has.
Query coarse(const Query& query, bool with_days) {
  Query words = query;
  words.filter = {};
  words.filter.units = query.filter.units;
  words.filter.units_within = query.filter.units_within;
  words.filter.role = query.filter.role;
  if (with_days) words.filter.as_of = query.filter.as_of;
  return words;
}

class WordingSearch {
 public:
  WordingSearch(const Query& query, Xapian::Database database, std::shared_ptr<const WordingTables> tables)
      : query_(query), database_(std::move(database)), tables_(std::move(tables)) {}

  WordingMatches run() {
    const std::size_t wanted = std::size_t{query_.offset} + query_.limit;
    // Half as many again: in three of ten points nobody holds the task any more, among the best fewer.
    if (!look(coarse(query_, false), 0, wanted + wanted / 2 + kBatch, wanted)) search_far(wanted);
    found_.more = matches_.size() > wanted;
    if (found_.more) matches_.resize(wanted), documents_.resize(wanted);
    const std::size_t skipped = std::min<std::size_t>(query_.offset, matches_.size());
    documents_.erase(documents_.begin(), documents_.begin() + static_cast<std::ptrdiff_t>(skipped));
    found_.matches.assign(std::move_iterator(matches_.begin() + static_cast<std::ptrdiff_t>(skipped)),
                          std::move_iterator(matches_.end()));
    auto layers = matched_layers(database_, documents_, query_);
    for (std::size_t i = 0; i < layers.size(); ++i) found_.matches[i].layers = std::move(layers[i]);
    return std::move(found_);
  }

 private:
  static constexpr Xapian::doccount kBatch = 50;

  void search_far(std::size_t wanted) {
    matches_.clear();
    documents_.clear();
    const Query far = coarse(query_, true);
    Xapian::doccount first = 0, batch = static_cast<Xapian::doccount>(2 * (wanted + kBatch));
    for (; !look(far, first, batch, wanted); batch *= 2) first += batch;
  }

  // Takes what fits of the matches `first` to `first + batch`; true when more than `wanted` are taken or none are left.
  bool look(const Query& query, Xapian::doccount first, std::size_t batch, std::size_t wanted) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(to_xapian(query));
    // As of one office (reader.cc), but that lengths do not count: the names of all units that have a wording are in
    // its length, and the most common wordings would sink.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0, 0.5));
    const Xapian::MSet set = enquire.get_mset(first, static_cast<Xapian::doccount>(batch));
    found_.best_possible = set.get_max_possible();
    for (auto at = set.begin(); at != set.end() && matches_.size() <= wanted; ++at) {
      WordingMatch match;
      match.weight = at.get_weight();
      match.tables = tables_;
      match.record = at.get_document().get_value(row(Field::holders).slot);
      decode_wording(match);
      keep_holders(query_.filter, match);
      if (match.holders.empty()) continue;
      matches_.push_back(std::move(match));
      documents_.push_back(*at);
    }
    return matches_.size() > wanted || set.size() < batch;
  }

  const Query& query_;
  Xapian::Database database_;
  std::shared_ptr<const WordingTables> tables_;
  WordingMatches found_;
  std::vector<WordingMatch> matches_;
  std::vector<Xapian::docid> documents_;
};

}  // namespace

bool Reader::has_wordings() const {
  return !scope_ && !manifest().wordings.hash.empty();
}

bool Reader::is_country() const {
  return manifest().offices.size() > kTogether;
}

WordingMatches Reader::wordings(const Query& query) const {
  if (!has_wordings()) return {};
  return guarded([&] { return WordingSearch(query, state_->wordings(), state_->tables()).run(); });
}

}  // namespace kto::store
