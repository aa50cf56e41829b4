#include "indexer/store/reader.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/matching.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/task_ids.h"
#include "indexer/store/terms.h"

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
  return {std::make_shared<State>(State{state_->generation, state_->analyser, state_->machines, state_->lists,
                                        state_->records, state_->office_lists}),
          scope_};
}

Reader Reader::within(std::string_view office) const {
  const auto place = place_for(office);
  if (place && *place < manifest().offices.size() && is_elsewhere(*place))
    throw law::Error("office-elsewhere",
                     "The office \"" + std::string(office) + "\" is on " + manifest().shards[*place].source +
                         "; this machine asks across offices only.",
                     "Send questions to one office to its machine, as nginx-country.conf does.");
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

const std::vector<text::Reading>& Reader::readings(const text::Token& word) const {
  return state_->readings.get(word.text, [&] { return analyser().index_readings(word); });
}

std::optional<std::size_t> Reader::place_for(std::string_view office) const {
  if (office.empty()) return scope_;
  const std::size_t nowhere = manifest().offices.size();
  const std::size_t place = state_->generation->place_of(office).value_or(nowhere);
  return scope_ && scope_ != place ? nowhere : place;
}

bool Reader::is_nowhere(std::optional<std::size_t> place) const {
  return place ? *place == manifest().offices.size() || is_elsewhere(*place) : manifest().offices.empty();
}

bool Reader::is_elsewhere(std::size_t place) const {
  return manifest().shards[place].hash.empty();
}

Matches Reader::find(const Query& query) const {
  const auto place = place_for(query.filter.office);
  if (is_nowhere(place)) return {};
  if (!place && is_country()) {
    // Offices that are elsewhere can only be asked by their wordings.
    const bool one_by_one = query.groups.empty() && manifest().remotes.empty();
    return one_by_one ? find_office_by_office(query) : find_by_wording(query);
  }
  return guarded([&] {
    std::vector<ShardHandle> shards = state_->shards_of(place);
    return match({place ? shards.front()->database : state_->all(), std::move(shards)}, query);
  });
}

std::optional<StoredTask> Reader::task(std::string_view id) const {
  const auto& offices = manifest().offices;
  for (const bool likely : {true, false})  // most ids begin with that of their office
    for (std::size_t place = 0; place < offices.size(); ++place) {
      if (id.starts_with(offices[place].id) != likely || is_elsewhere(place) || scope_.value_or(place) != place)
        continue;
      if (auto stored = guarded([&] { return task_of(*state_->open(place), id); })) return stored;
    }
  return std::nullopt;
}

std::vector<StoredTask> Reader::versions(const std::string& office, const law::Citation& citation) const {
  const Query query{.filter = {.office = office, .citations = {citation}},
                    .order = Order::citation,
                    .limit = within(office).documents()};
  std::vector<StoredTask> versions;
  for (const Match& match : find(query).matches)
    if (const StoredTask& stored = match.found->stored(); stored.task.citation == citation) versions.push_back(stored);
  std::stable_sort(versions.begin(), versions.end(), [](const StoredTask& a, const StoredTask& b) {
    return a.task.validity.from < b.task.validity.from;
  });
  return versions;
}

std::vector<StoredTask> Reader::versions(const StoredTask& of) const {
  const auto place = place_for(of.office);
  if (is_nowhere(place) || of.number <= of.before) return {};
  return guarded([&] {
    const ShardHandle shard = state_->open(*place);
    std::vector<StoredTask> versions;
    for (unsigned number = of.number - of.before; number <= of.number + of.behind; ++number)
      versions.push_back(read_task(*shard, number));
    return versions;
  });
}

unsigned Reader::frequency(Field field, std::string_view value) const {
  if (is_nowhere(scope_)) return 0;
  const std::string name = term(field, value);
  const auto count = [&name](const Xapian::Database& database) { return database.get_termfreq(name); };
  if (scope_)
    return state_->frequencies.get(std::to_string(*scope_) + ' ' + name,
                                   [&] { return guarded([&] { return count(state_->shard(*scope_)); }); });
  if (std::exchange(state_->company, state_->wordings.company()) != state_->wordings.company())
    state_->frequencies = {};
  return state_->frequencies.get(name, [&] { return guarded([&] { return state_->ask_all(count); }); });
}

std::vector<std::string> Reader::values(Field field, std::string_view beginning, unsigned most) const {
  if (is_nowhere(scope_)) return {};
  const std::string begins = term(field, beginning);
  const auto list = [&](const Xapian::Database& database) {
    std::vector<std::string> values;
    for (auto at = database.allterms_begin(begins); at != database.allterms_end(begins) && values.size() < most; ++at)
      values.push_back((*at).substr(row(field).prefix.size()));
    return values;
  };
  if (scope_) return guarded([&] { return list(state_->shard(*scope_)); });
  if (!state_->wordings.is_remote()) return guarded([&] { return state_->ask_all(list); });
  const std::pair key{begins, most};
  if (const auto known = state_->values.find(key); known != state_->values.end()) return known->second;
  return state_->values[key] = guarded([&] { return state_->ask_all(list); });
}

unsigned Reader::documents() const {
  if (is_nowhere(scope_)) return 0;
  if (scope_) return manifest().offices[*scope_].tasks;
  if (!is_country()) return state_->generation->documents();
  return guarded([&] { return state_->ask_all([](const Xapian::Database& all) { return all.get_doccount(); }); });
}

}  // namespace kto::store
