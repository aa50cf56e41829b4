#include "indexer/store/wording_files.h"

#include <map>
#include <utility>

#include "indexer/store/folder.h"
#include "indexer/store/hash.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;

WordingFiles::WordingFiles(fs::path index_dir, fs::path building, const std::vector<FinishedShard>& offices)
    : index_dir_(std::move(index_dir)), building_(std::move(building)), offices_(offices) {
  std::string all;
  for (const FinishedShard& one : offices_) all += one.shard.hash + '\n';
  content_ = hash_hex(all);
}

bool WordingFiles::take_over(const Generations& known) {
  for (const auto& generation : known) {
    const Manifest& manifest = generation->manifest();
    const bool alone = manifest.since.hash.empty();
    if ((alone ? manifest.wordings : manifest.since).content != content_) continue;
    if (!is_whole(index_dir_, kWordings, manifest.wordings)) continue;
    if (!alone && !is_whole(index_dir_, kSince, manifest.since)) continue;
    wordings_ = manifest.wordings;
    since_ = manifest.since;
    return true;
  }
  return false;
}

void WordingFiles::write(const Generations& known, const text::Analyser& analyser, unsigned threads) {
  for (const auto& generation : known) {
    const Shard& base = generation->manifest().wordings;
    if (!base.hash.empty() && is_whole(index_dir_, kWordings, base) && write_since(base, analyser, threads)) return;
  }
  WordingsPlan all = plan();
  for (const FinishedShard& one : offices_) all.offices.push_back(office_shard(one));
  wordings_ = write(all, kWordings, analyser, threads);
  since_ = {};
}

bool WordingFiles::write_since(const Shard& base, const text::Analyser& analyser, unsigned threads) {
  constexpr unsigned kMostChanged = 16;  // one in so many task points
  const fs::path file = shard_file(index_dir_, kWordings, base);
  std::map<std::string, std::string> gone = made_of(file);
  WordingsPlan changed = plan();
  unsigned all = 0, anew = 0;
  for (const FinishedShard& one : offices_) {
    all += one.office.tasks;
    const auto known = gone.find(one.office.id);
    if (known != gone.end() && known->second == one.shard.hash) {
      gone.erase(known);
      continue;
    }
    changed.offices.push_back(office_shard(one));
    anew += one.office.tasks;
  }
  if (changed.offices.empty() && gone.empty()) {
    wordings_ = base;
    return true;
  }
  const std::size_t left = offices_.size() - changed.offices.size();
  if (anew > all / kMostChanged || gone.size() > left / kMostChanged + changed.offices.size()) return false;
  changed.before = tables_of(file);
  for (std::string& office : changed.before.offices)
    if (gone.contains(office)) office.clear();
  since_ = write(changed, kSince, analyser, threads);
  wordings_ = base;
  return true;
}

WordingsPlan WordingFiles::plan() const {
  WordingsPlan plan;
  for (const FinishedShard& one : offices_) plan.summaries.push_back(one.office);
  plan.content = content_;
  return plan;
}

OfficeShard WordingFiles::office_shard(const FinishedShard& one) const {
  return {one.office.id, one.ready.empty() ? shard_file(index_dir_, one.office.id, one.shard) : one.ready,
          one.shard.hash};
}

Shard WordingFiles::write(const WordingsPlan& plan, std::string_view name, const text::Analyser& analyser,
                          unsigned threads) const {
  const fs::path file = building_ / "wordings";
  write_wordings(plan, analyser, building_ / "runs", file, threads);
  Shard shard = seal_of(file);
  shard.content = content_;
  move_to_shards(index_dir_, file, name, shard);
  return shard;
}

}  // namespace kto::store
