// Questions across offices, asked of the file of wordings.
//
// Days are looked at after the match, among the holders: the library's range over two value slots takes twice as long
// as the words themselves (docs/decisions/0019), and of the best wordings nearly all have a holder on the day. Only
// where they have not, the range is asked.
#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "indexer/store/best_wordings.h"
#include "indexer/store/matched_layers.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/terms.h"
#include "indexer/store/word_weights.h"
#include "indexer/store/wording_record.h"
#include "indexer/store/wording_runs.h"
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
  if (!filter.office.empty() && filter.office != holder.office()) return false;
  if (filter.role && filter.role != holder.role) return false;
  const std::string_view code = holder.unit() != nullptr ? std::string_view(holder.unit()->code) : "";
  if (!is_any(filter.units, code) || !is_within(filter.units_within, code)) return false;
  if (filter.citations.empty()) return true;
  const law::Citation citation = match.details(holder).citation;
  return std::any_of(filter.citations.begin(), filter.citations.end(),
                     [&citation](const law::Citation& one) { return one.contains(citation); });
}

// Those who have it, and how many offices these are.
void keep_holders(const Filter& filter, WordingMatch& match) {
  const auto gone = std::remove_if(match.holders.begin(), match.holders.end(), [&](const WordingHolder& holder) {
    return holder.office().empty() || !lets_through(filter, match, holder);
  });
  match.holders.erase(gone, match.holders.end());
  match.offices = offices_of(match.holders);
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

// The library's own search: with conditions, or on other machines.
Xapian::MSet asked(const Xapian::Database& database, const Query& query, Xapian::doccount first,
                   Xapian::doccount most) {
  Xapian::Enquire enquire(database);
  enquire.set_query(to_xapian(query));
  enquire.set_weighting_scheme(wording_weighting());
  return enquire.get_mset(first, most);
}

class WordingSearch {
 public:
  WordingSearch(const Query& query, const text::Analyser& analyser, WordingSources& sources,
                const Xapian::Database& database, PostingLists& lists, KnownRecords& records)
      : query_(query), analyser_(analyser), sources_(sources), database_(database), records_(records) {
    if (!sources_.is_remote() && !query.groups.empty()) words_.emplace(database, lists, query);
  }

  WordingMatches run() {
    if (database_.size() == 0) return {};  // no machine answers
    const std::size_t wanted = std::size_t{query_.offset} + query_.limit;
    // Half as many again: in three of ten points nobody holds the task any more, among the best fewer. Of any day, all
    // of one file have a holder.
    const bool all_held = query_.filter == Filter{} && !sources_.has_several_files();
    const std::size_t enough = all_held ? wanted + 1 : wanted + wanted / 2 + kBatch;
    if (!look(coarse(query_, false), 0, enough, wanted)) search_far(wanted);
    WordingMatches answer;
    answer.more = found_.size() > wanted;
    const std::size_t end = std::min(found_.size(), wanted), begin = std::min<std::size_t>(query_.offset, end);
    found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(end), found_.end());
    found_.erase(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(begin));
    add_layers();
    for (Found& one : found_) answer.matches.push_back(std::move(one.match));
    return answer;
  }

 private:
  static constexpr Xapian::doccount kBatch = 50;

  struct Found {
    Xapian::docid document = 0;
    WordingMatch match;
  };

  void search_far(std::size_t wanted) {
    found_.clear();
    seen_.clear();
    joined_.clear();
    const Query far = coarse(query_, true);
    Xapian::doccount first = 0, batch = static_cast<Xapian::doccount>(2 * (wanted + kBatch));
    for (; !look(far, first, batch, wanted); batch *= 2) first += batch;
  }

  // Takes what fits of the matches `first` to `first + batch`; true when more than `wanted` are taken or none are left.
  bool look(const Query& query, Xapian::doccount first, std::size_t batch, std::size_t wanted) {
    std::size_t size = 0;
    if (words_ && first == 0 && query.filter == Filter{}) {
      const std::vector<WeighedDocument> best = words_->best(batch);
      size = best.size();
      take(best, wanted);
    } else {
      const Xapian::MSet set = asked(database_, query, first, static_cast<Xapian::doccount>(batch));
      size = set.size();
      take(read(set), wanted);
    }
    return found_.size() > wanted || size < batch;
  }

  void take(std::vector<Found> some, std::size_t wanted) {
    if (sources_.has_several_files()) join(some);
    for (Found& one : some) {
      if (found_.size() > wanted) break;
      keep(std::move(one));
    }
  }

  // Reads no more than are wanted.
  void take(const std::vector<WeighedDocument>& best, std::size_t wanted) {
    for (auto at = best.begin(); at != best.end() && found_.size() <= wanted;) {
      const auto lacking = static_cast<std::ptrdiff_t>(wanted + 1 - found_.size());
      const auto end = at + std::min(lacking, best.end() - at);
      for (Found& one : read(at, end)) {
        if (joined_.contains(one.document)) continue;
        join_twin(one);
        keep(std::move(one));
      }
      at = end;
    }
  }

  void keep(Found one) {
    keep_holders(query_.filter, one.match);
    if (!one.match.holders.empty()) found_.push_back(std::move(one));
  }

  std::vector<Found> read(const Xapian::MSet& set) {
    std::vector<Found> some;
    for (auto at = set.begin(); at != set.end(); ++at)
      if (seen_.insert(*at).second)
        some.push_back(
            read({*at, at.get_weight()}, sources_.ask_one(*at, [&at] { return at.get_document().get_data(); })));
    return some;
  }

  using At = std::vector<WeighedDocument>::const_iterator;
  // As they are in the file, where neighbours stand in one block.
  std::vector<Found> read(At begin, At end) {
    std::vector<std::size_t> places(static_cast<std::size_t>(end - begin));
    std::iota(places.begin(), places.end(), std::size_t{0});
    const auto at = [begin](std::size_t place) { return begin[static_cast<std::ptrdiff_t>(place)]; };
    std::sort(places.begin(), places.end(),
              [&at](std::size_t a, std::size_t b) { return at(a).document < at(b).document; });
    std::vector<Found> some(places.size());
    for (const std::size_t place : places) some[place] = read(at(place));
    return some;
  }

  // Of a file of this machine.
  Found read(const WeighedDocument& weighed) {
    return read(weighed, records_.of(weighed.document, [&] {
      return database_.get_document(weighed.document, Xapian::DOC_ASSUME_VALID).get_data();
    }));
  }

  Found read(const WeighedDocument& weighed, std::string record) {
    Found one{weighed.document, {}};
    one.match.weight = weighed.weight;
    const WordingSource& source = sources_.source_of(weighed.document);
    one.match.tables = source.tables;
    one.match.record = std::move(record);
    decode_wording(one.match);
    for (WordingHolder& holder : one.match.holders) {
      holder.office_place += source.first_office;
      holder.unit_place += source.first_unit;
    }
    return one;
  }

  // A wording stands in each file some of whose offices have it. Two files of this machine know which stand in both.
  void join_twin(Found& one) {
    const auto twin = sources_.twins().find(one.document);
    if (twin == sources_.twins().end()) return;
    const Found other = read({twin->second, 0});
    const auto key = [](const Found& found) { return wording_key(found.match.text, found.match.context); };
    if (key(one) != key(other)) return;
    add_holders(one.match, other.match);
    joined_.insert(other.document);
  }

  // Of several files in general: those who have a wording are gathered under the best of its documents.
  void join(std::vector<Found>& some) {
    std::map<std::string, std::size_t> numbers;  // by key
    std::vector<Xapian::Query> terms;
    std::vector<Found> joined;
    const auto take = [&](Found& one) {
      const auto known = numbers.find(wording_key(one.match.text, one.match.context));
      if (known != numbers.end()) add_holders(joined[known->second].match, one.match);
      return known != numbers.end();
    };
    for (Found& one : some) {
      if (take(one)) continue;
      const std::string key = wording_key(one.match.text, one.match.context);
      terms.emplace_back(term(Field::wording, short_key(key)));
      numbers[key] = joined.size();
      joined.push_back(std::move(one));
    }
    Xapian::Enquire enquire(database_);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (!terms.empty())
      for (Found& other : read(enquire.get_mset(0, database_.get_doccount()))) take(other);
    some = std::move(joined);
  }

  void add_layers() {
    if (sources_.is_remote()) {
      for (Found& one : found_) one.match.layers = layers_of_text(query_, one.match, analyser_);
      return;
    }
    if (!words_) return;
    for (Found& one : found_) one.match.layers = words_->layers_of(one.document);
  }

  const Query& query_;
  const text::Analyser& analyser_;
  WordingSources& sources_;
  const Xapian::Database& database_;
  KnownRecords& records_;
  std::optional<BestWordings> words_ = {};  // of files of this machine
  std::vector<Found> found_;
  std::set<Xapian::docid> seen_;
  std::set<Xapian::docid> joined_;  // whose holders were added to those of a twin
};

std::vector<std::string> missing_offices(const Manifest& manifest, const std::vector<std::string>& machines) {
  std::vector<std::string> offices;
  for (std::size_t i = 0; i < manifest.offices.size(); ++i)
    if (std::find(machines.begin(), machines.end(), manifest.shards[i].source) != machines.end())
      offices.push_back(manifest.offices[i].id);
  return offices;
}

}  // namespace

bool Reader::has_wordings() const {
  return !scope_ && (!manifest().wordings.hash.empty() || !manifest().remotes.empty());
}

bool Reader::is_country() const {
  return !scope_ && store::is_country(manifest());
}

WordingMatches Reader::wordings(const Query& query) const {
  if (!has_wordings()) return {};
  WordingSources& sources = state_->wordings;
  return guarded([&] {
    WordingMatches found = sources.ask([&](const Xapian::Database& all) {
      return WordingSearch(query, analyser(), sources, all, *state_->lists, *state_->records).run();
    });
    if (sources.is_remote()) found.missing = missing_offices(manifest(), sources.missing());
    return found;
  });
}

}  // namespace kto::store
