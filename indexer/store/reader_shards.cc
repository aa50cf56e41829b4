// Which files a reader has open.
#include <algorithm>

#include "indexer/store/manifest_text.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {
std::shared_ptr<const OfficeFile> Reader::State::shard(std::size_t place) {
  if (const auto known = shards.find(place); known != shards.end()) {
    known->second.used = ++uses;
    return known->second.file;
  }
  if (shards.size() >= kTogether) {
    const auto oldest = std::min_element(shards.begin(), shards.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    shards.erase(oldest);
  }
  return shards.emplace(place, OpenShard{OfficeFile::open(generation->shard_file(place)), ++uses}).first->second.file;
}

const OfficeFiles& Reader::State::all() {
  const Manifest& manifest = generation->manifest();
  const std::size_t few = store::is_country(manifest) ? 0 : manifest.offices.size();
  for (std::size_t place = together.size(); place < few; ++place) together.push_back(shard(place));
  return together;
}

const Office* Reader::office(std::string_view id) const {
  const auto place = state_->generation->place_of(id);
  if (!place || is_elsewhere(*place)) return nullptr;
  if (const auto known = state_->offices.find(*place); known != state_->offices.end()) return &known->second;
  Office office = decode_office(state_->shard(*place)->note(office_line(id)));
  office.summary = manifest().offices[*place];  // which says more of it: whether it is an example
  return &state_->offices.emplace(*place, std::move(office)).first->second;
}

void Reader::rest() const {
  constexpr std::size_t kMostTerms = 20'000;
  if (state_->frequencies.size() > kMostTerms || !state_->wordings.missing().empty()) state_->frequencies.clear();
  if (state_->values.size() > kTogether) state_->values.clear();
  if (state_->offices.size() > kTogether) state_->offices.clear();
  if (state_->outlines.size() > kTogether) state_->outlines.clear();
}

}  // namespace kto::store
