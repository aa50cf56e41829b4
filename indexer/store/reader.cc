#include "indexer/store/reader.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"

namespace kto::store {
namespace fs = std::filesystem;

namespace {

void require_usable(const Manifest& manifest, const text::Analyser& analyser) {
  if (manifest.schema != kSchemaVersion)
    throw law::Error("index-schema",
                     "The index has schema " + std::to_string(manifest.schema) + ", this program reads schema " +
                         std::to_string(kSchemaVersion) + ".",
                     std::string(kBuildAgain));
  if (manifest.analysis != analyser.fingerprint())
    throw law::Error("index-analysis", "The index was built with another dictionary or other rules for words.",
                     std::string(kBuildAgain));
}

std::vector<std::pair<std::string, unsigned>> counted(Xapian::ValueCountMatchSpy& spy) {
  std::vector<std::pair<std::string, unsigned>> counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    counts.emplace_back(*value, value.get_termfreq());
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return counts;
}

// Where each term of a query stands in it.
using TermUses = std::multimap<std::string, MatchedLayer>;

TermUses uses_of(const Query& query) {
  TermUses uses;
  for (unsigned group = 0; group < query.groups.size(); ++group)
    for (const Layer& layer : query.groups[group].layers)
      for (const std::string& value : layer.values)
        uses.emplace(term(layer.field, value), MatchedLayer{group, layer.field});
  return uses;
}

// Which of the matches hold each term. The terms are asked, for documents have no list of theirs (document.h): one walk
// over the postings of each, past the matches in their order.
void add_layers(const Xapian::Database& database, const Xapian::MSet& found, const TermUses& uses, Matches& matches) {
  std::vector<std::pair<Xapian::docid, Match*>> by_document;
  for (auto match = found.begin(); match != found.end(); ++match)
    by_document.emplace_back(*match, &matches.matches[by_document.size()]);
  std::sort(by_document.begin(), by_document.end());
  for (auto use = uses.begin(); use != uses.end();) {
    const auto next = uses.upper_bound(use->first);
    const auto end = database.postlist_end(use->first);
    auto at = database.postlist_begin(use->first);
    for (const auto& [document, match] : by_document) {
      if (at != end) at.skip_to(document);
      if (at == end) break;
      if (*at == document)
        for (auto one = use; one != next; ++one) match->layers.push_back(one->second);
    }
    use = next;
  }
  for (Match& match : matches.matches) {
    std::sort(match.layers.begin(), match.layers.end());
    match.layers.erase(std::unique(match.layers.begin(), match.layers.end()), match.layers.end());
  }
}

Matches run(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
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
  const Xapian::MSet found = enquire.get_mset(query.offset, query.limit, query.count ? database.get_doccount() : 0);
  Matches matches;
  for (auto match = found.begin(); match != found.end(); ++match)
    matches.matches.push_back({decode_task(match.get_document().get_data()), match.get_weight(), {}});
  add_layers(database, found, uses_of(query), matches);
  matches.best_possible = found.get_max_possible();
  matches.total = query.count ? found.get_matches_estimated() : found.size();
  if (query.count) {
    matches.by_unit = counted(by_unit);
    matches.by_role = counted(by_role);
  }
  return matches;
}

}  // namespace

Reader::Reader(std::shared_ptr<State> state, std::optional<std::size_t> scope)
    : state_(std::move(state)), scope_(scope) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::open(const fs::path& index_dir, std::shared_ptr<const text::Analyser> analyser) {
  return over(Generation::open_current(index_dir), std::move(analyser));
}

Reader Reader::open(const fs::path& index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned generation) {
  return over(Generation::open(index_dir, generation), std::move(analyser));
}

Reader Reader::over(std::shared_ptr<const Generation> generation, std::shared_ptr<const text::Analyser> analyser) {
  require_usable(generation->manifest(), *analyser);
  return {std::make_shared<State>(State{std::move(generation), std::move(analyser)}), std::nullopt};
}

Reader Reader::another() const {
  return {std::make_shared<State>(State{state_->generation, state_->analyser}), scope_};
}

Reader Reader::within(std::string_view office) const {
  return {state_, place_for(office)};
}

unsigned Reader::generation() const {
  return state_->generation->number();
}
const Manifest& Reader::manifest() const {
  return state_->generation->manifest();
}
const text::Analyser& Reader::analyser() const {
  return *state_->analyser;
}

std::optional<std::size_t> Reader::place_for(std::string_view office) const {
  if (office.empty()) return scope_;
  const std::size_t nowhere = manifest().offices.size();
  const std::size_t place = state_->generation->place_of(office).value_or(nowhere);
  return scope_ && scope_ != place ? nowhere : place;
}

bool Reader::is_nowhere(std::optional<std::size_t> place) const {
  return place ? *place == manifest().offices.size() : manifest().offices.empty();
}

Matches Reader::find(const Query& query) const {
  const auto place = place_for(query.filter.office);
  if (is_nowhere(place)) return {};
  return guarded([&] { return run(place ? state_->shard(*place) : state_->all(), query); });
}

std::optional<StoredTask> Reader::task(std::string_view id) const {
  const Matches found = find({.filter = {.ids = {std::string(id)}}, .limit = 1});
  return found.matches.empty() ? std::nullopt : std::optional{found.matches.front().stored};
}

std::vector<StoredTask> Reader::versions(const std::string& office, const law::Citation& citation) const {
  const Query query{.filter = {.office = office, .citations = {citation}},
                    .order = Order::citation,
                    .limit = within(office).documents()};
  std::vector<StoredTask> versions;
  for (Match& match : find(query).matches)
    if (match.stored.task.citation == citation) versions.push_back(std::move(match.stored));
  std::stable_sort(versions.begin(), versions.end(), [](const StoredTask& a, const StoredTask& b) {
    return a.task.validity.from < b.task.validity.from;
  });
  return versions;
}

unsigned Reader::frequency(Field field, std::string_view value) const {
  if (is_nowhere(scope_)) return 0;
  return guarded([&] { return (scope_ ? state_->shard(*scope_) : state_->all()).get_termfreq(term(field, value)); });
}

std::vector<std::string> Reader::values(Field field, std::string_view beginning, unsigned most) const {
  if (is_nowhere(scope_)) return {};
  return guarded([&] {
    const Xapian::Database database = scope_ ? state_->shard(*scope_) : state_->all();
    const std::string begins = term(field, beginning);
    std::vector<std::string> values;
    for (auto at = database.allterms_begin(begins); at != database.allterms_end(begins) && values.size() < most; ++at)
      values.push_back((*at).substr(row(field).prefix.size()));
    return values;
  });
}

unsigned Reader::documents() const {
  if (is_nowhere(scope_)) return 0;
  return scope_ ? manifest().offices[*scope_].tasks : state_->generation->documents();
}

}  // namespace kto::store
