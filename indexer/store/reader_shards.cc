// Which files a reader has open.
#include <algorithm>
#include <utility>

#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/office_record.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {
namespace {

Xapian::Database open_file(const std::filesystem::path& file) {
  return guarded([&file] { return Xapian::Database(file.string()); });
}

std::string office_record(const OpenShard& shard, std::string_view office) {
  return guarded([&] { return shard.database.get_metadata(office_line(office)); });
}

// Offices of which a thread keeps the file open and what it read of it, some 300 KB each. A few are all asked together;
// in a country the office asked about is rarely one of the last.
std::size_t kept_open(const Manifest& manifest) {
  constexpr std::size_t kOfACountry = 12;
  return is_country(manifest) ? kOfACountry : kTogether;
}

std::shared_ptr<const StringList> names_of(const OpenShard& shard) {
  return {shard.lists, &shard.lists->names};
}

}  // namespace

ShardHandle Reader::State::open(std::size_t place) {
  if (const auto known = shards.find(place); known != shards.end()) {
    known->second.used = ++uses;
    return known->second.shard;
  }
  if (shards.size() >= kept_open(generation->manifest())) {
    const auto oldest = std::min_element(shards.begin(), shards.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    shards.erase(oldest);
  }
  const Xapian::Database file = open_file(generation->shard_file(place));
  auto read = guarded([&] { return office_lists->of(place, file); });
  const auto opened = std::make_shared<const OpenShard>(OpenShard{file, std::move(read)});
  return shards.emplace(place, UsedShard{opened, ++uses}).first->second.shard;
}

std::vector<ShardHandle> Reader::State::shards_of(std::optional<std::size_t> place) {
  if (place) return {open(*place)};
  std::vector<ShardHandle> all;
  for (std::size_t i = 0; i < generation->manifest().offices.size(); ++i) all.push_back(open(i));
  return all;
}

Xapian::Database Reader::State::all() {
  if (together) return *together;
  together.emplace();
  for (const ShardHandle& one : shards_of(std::nullopt)) together->add_database(one->database);
  return *together;
}

std::optional<std::size_t> Reader::place_held(std::string_view office) const {
  const auto place = state_->generation->place_of(office);
  return place && !is_elsewhere(*place) ? place : std::nullopt;
}

bool Reader::holds(std::string_view office) const {
  return place_held(office).has_value();
}

const Office* Reader::office(std::string_view id) const {
  const auto place = place_held(id);
  if (!place) return nullptr;
  if (const auto known = state_->offices.find(*place); known != state_->offices.end()) return &known->second;
  const ShardHandle shard = state_->open(*place);
  Office office = decode_office(office_record(*shard, id), shard->lists->names);
  office.summary = manifest().offices[*place];  // which says more of it: whether it is an example
  return &state_->offices.emplace(*place, std::move(office)).first->second;
}

OfficeParts* Reader::parts(std::string_view office) const {
  const auto place = place_held(office);
  if (!place) return nullptr;
  if (const auto known = state_->parts.find(*place); known != state_->parts.end()) return &known->second;
  const ShardHandle shard = state_->open(*place);
  return &state_->parts.try_emplace(*place, office_record(*shard, office), names_of(*shard)).first->second;
}

std::vector<std::string> Reader::codes(std::string_view office) const {
  const OfficeParts* const of = parts(office);
  return of ? of->codes() : std::vector<std::string>();
}

const std::vector<law::Unit>& Reader::units(std::string_view office, std::string_view code) const {
  static const std::vector<law::Unit> kNone;
  OfficeParts* const of = parts(office);
  return of ? of->units(code) : kNone;
}

const std::vector<law::ActSummary>& Reader::acts(std::string_view office) const {
  static const std::vector<law::ActSummary> kNone;
  const OfficeParts* const of = parts(office);
  return of ? of->acts() : kNone;
}

void Reader::rest() const {
  state_->wordings.rest();
  const std::size_t most = kept_open(manifest());
  if (state_->values.size() > kTogether) state_->values.clear();
  if (state_->offices.size() > most) state_->offices.clear();
  if (state_->parts.size() > most) state_->parts.clear();
  if (state_->outlines.size() > most) state_->outlines.clear();
}

}  // namespace kto::store
