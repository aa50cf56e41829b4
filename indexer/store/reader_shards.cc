// Which files a reader has open.
#include <algorithm>

#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {
namespace {

Xapian::Database open_file(const std::filesystem::path& file) {
  return guarded([&file] { return Xapian::Database(file.string()); });
}

}  // namespace

Xapian::Database Reader::State::shard(std::size_t place) {
  if (const auto known = shards.find(place); known != shards.end()) {
    known->second.used = ++uses;
    return known->second.database;
  }
  if (shards.size() >= kTogether) {
    const auto oldest = std::min_element(shards.begin(), shards.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    shards.erase(oldest);
  }
  return shards.emplace(place, OpenShard{open_file(generation->shard_file(place)), ++uses}).first->second.database;
}

Xapian::Database Reader::State::all() {
  const std::size_t count = generation->manifest().offices.size();
  if (count > kTogether) return wordings();
  if (together) return *together;
  together.emplace();
  for (std::size_t place = 0; place < count; ++place) together->add_database(shard(place));
  return *together;
}

Xapian::Database Reader::State::wordings() {
  if (!by_wording)
    by_wording = open_file(store::shard_file(generation->index_dir(), kWordings, generation->manifest().wordings));
  return *by_wording;
}

std::shared_ptr<const WordingTables> Reader::State::tables() {
  if (!of_wordings) of_wordings = std::make_shared<WordingTables>(decode_tables(wordings().get_metadata(kTablesKey)));
  return of_wordings;
}

const Office* Reader::office(std::string_view id) const {
  const auto place = state_->generation->place_of(id);
  if (!place) return nullptr;
  if (const auto known = state_->offices.find(*place); known != state_->offices.end()) return &known->second;
  const std::string record = guarded([&] { return state_->shard(*place).get_metadata(office_line(id)); });
  Office office = decode_office(record);
  office.summary = manifest().offices[*place];  // which says more of it: whether it is an example
  return &state_->offices.emplace(*place, std::move(office)).first->second;
}

void Reader::rest() const {
  if (state_->offices.size() > kTogether) state_->offices.clear();
  if (state_->outlines.size() > kTogether) state_->outlines.clear();
}

}  // namespace kto::store
