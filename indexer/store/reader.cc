#include "indexer/store/reader.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
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

std::vector<MatchedLayer> matched_layers(Xapian::TermIterator matching, const Xapian::TermIterator& end,
                                         const TermUses& uses) {
  std::set<MatchedLayer> layers;
  for (; matching != end; ++matching) {
    const auto [first, last] = uses.equal_range(*matching);
    for (auto use = first; use != last; ++use) layers.insert(use->second);
  }
  return {layers.begin(), layers.end()};
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
  const TermUses uses = uses_of(query);
  for (auto match = found.begin(); match != found.end(); ++match)
    matches.matches.push_back(
        {decode_task(match.get_document().get_data()), match.get_weight(),
         matched_layers(enquire.get_matching_terms_begin(match), enquire.get_matching_terms_end(match), uses)});
  matches.best_possible = found.get_max_possible();
  matches.total = query.count ? found.get_matches_estimated() : found.size();
  if (query.count) {
    matches.by_unit = counted(by_unit);
    matches.by_role = counted(by_role);
  }
  return matches;
}

}  // namespace

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::open(const fs::path& index_dir, std::shared_ptr<const text::Analyser> analyser) {
  return over(open_current(index_dir), std::move(analyser));
}

Reader Reader::open(const fs::path& index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned generation) {
  const fs::path file = generation_file(index_dir, generation);
  return over(guarded([&] {
                return OpenDatabase{Xapian::Database(file.string()), file, generation};
              }),
              std::move(analyser));
}

Reader Reader::over(OpenDatabase open, std::shared_ptr<const text::Analyser> analyser) {
  auto state = std::make_unique<State>(State{std::move(open), {}, std::move(analyser), {}, {}});
  state->manifest = guarded([&state] { return read_manifest(state->open.database); });
  require_usable(state->manifest, *state->analyser);
  return Reader(std::move(state));
}

unsigned Reader::generation() const {
  return state_->open.generation;
}
const Manifest& Reader::manifest() const {
  return state_->manifest;
}
const text::Analyser& Reader::analyser() const {
  return *state_->analyser;
}

const Office* Reader::office(std::string_view id) const {
  if (const auto known = state_->offices.find(id); known != state_->offices.end()) return &known->second;
  const std::string record = guarded([&] { return state_->open.database.get_metadata(office_line(id)); });
  if (record.empty()) return nullptr;
  return &state_->offices.emplace(std::string(id), decode_office(record)).first->second;
}

Matches Reader::find(const Query& query) const {
  return guarded([&] { return run(state_->open.database, query); });
}

std::optional<StoredTask> Reader::task(std::string_view id) const {
  const Matches found = find({.filter = {.ids = {std::string(id)}}, .limit = 1});
  return found.matches.empty() ? std::nullopt : std::optional{found.matches.front().stored};
}

std::vector<StoredTask> Reader::versions(const std::string& office, const law::Citation& citation) const {
  const Query query{
      .filter = {.office = office, .citations = {citation}}, .order = Order::citation, .limit = documents()};
  std::vector<StoredTask> versions;
  for (Match& match : find(query).matches)
    if (match.stored.task.citation == citation) versions.push_back(std::move(match.stored));
  std::stable_sort(versions.begin(), versions.end(), [](const StoredTask& a, const StoredTask& b) {
    return a.task.validity.from < b.task.validity.from;
  });
  return versions;
}

unsigned Reader::frequency(Field field, std::string_view value) const {
  return guarded([&] { return state_->open.database.get_termfreq(term(field, value)); });
}

std::vector<std::string> Reader::values(Field field, std::string_view beginning, unsigned most) const {
  return guarded([&] {
    const Xapian::Database& database = state_->open.database;
    const std::string begins = term(field, beginning);
    std::vector<std::string> values;
    for (auto at = database.allterms_begin(begins); at != database.allterms_end(begins) && values.size() < most; ++at)
      values.push_back((*at).substr(row(field).prefix.size()));
    return values;
  });
}

unsigned Reader::documents() const {
  return state_->open.database.get_doccount();
}

}  // namespace kto::store
