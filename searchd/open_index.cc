#include "searchd/open_index.h"

#include <optional>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/seal.h"
#include "searchd/suggestion_tables.h"

namespace kto::searchd {

// Readers, and which of them are free.
struct OpenIndex::Pool {
  mutable std::mutex mutex;
  mutable std::vector<const store::Reader*> free;  // guarded by mutex
};

// One generation.
struct OpenIndex::Snapshot {
  std::vector<store::Reader> readers;
  std::chrono::system_clock::time_point built, taken_up;
  Pool quick, slow;
  std::optional<SuggestionTables> suggestions;
};

OpenIndex::OpenIndex(std::filesystem::path index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned readers)
    : index_dir_(std::move(index_dir)), analyser_(std::move(analyser)), readers_(readers), snapshot_(open()) {}

std::shared_ptr<const OpenIndex::Snapshot> OpenIndex::open() const {
  for (;;) {
    const auto generation = store::current_generation(index_dir_);
    try {
      if (auto snapshot = open(generation)) return snapshot;
    } catch (const law::Error&) {
      // A build that ended in this moment may have swept away what was being opened.
      if (store::current_generation(index_dir_) == generation) throw;
    }
  }
}

// nullptr when another generation has come meanwhile.
std::shared_ptr<const OpenIndex::Snapshot> OpenIndex::open(std::optional<unsigned> generation) const {
  auto snapshot = std::make_shared<Snapshot>();
  if (generation) snapshot->built = store::require_whole(index_dir_, *generation);
  auto& readers = snapshot->readers;
  readers.push_back(store::Reader::open(index_dir_, analyser_));
  if (readers.back().generation() != generation) return nullptr;
  while (readers.size() < readers_ + kLongReaders) readers.push_back(readers.front().another());
  for (const auto& reader : readers) {
    auto& pool = snapshot->quick.free.size() < readers_ ? snapshot->quick : snapshot->slow;
    pool.free.push_back(&reader);
  }
  snapshot->suggestions.emplace(readers.front().another());
  snapshot->taken_up = std::chrono::system_clock::now();
  return snapshot;
}

std::shared_ptr<const OpenIndex::Snapshot> OpenIndex::in_use() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

std::shared_ptr<const store::Reader> OpenIndex::take(std::shared_ptr<const Snapshot> snapshot, const Pool& pool) {
  const store::Reader* taken = nullptr;
  {
    const std::lock_guard lock(pool.mutex);
    if (pool.free.empty())
      throw law::Error("index-busy", "every reader of the index is taken", "ask again in a moment");
    taken = pool.free.back();
    pool.free.pop_back();
  }
  taken->rest();
  // The snapshot, and with it the pool, lives until its last reader is given back.
  return {taken, [snapshot = std::move(snapshot), &pool](const store::Reader* reader) {
            const std::lock_guard lock(pool.mutex);
            pool.free.push_back(reader);
          }};
}

std::shared_ptr<const store::Reader> OpenIndex::reader() const {
  auto snapshot = in_use();
  const auto& pool = snapshot->quick;
  return take(std::move(snapshot), pool);
}

std::shared_ptr<const store::Reader> OpenIndex::long_reader() const {
  auto snapshot = in_use();
  const auto& pool = snapshot->slow;
  return take(std::move(snapshot), pool);
}

std::shared_ptr<const Suggestions> OpenIndex::suggestions(const std::string& office) const {
  return in_use()->suggestions->of(office);
}

IndexState OpenIndex::state() const {
  IndexState state;
  std::shared_ptr<const Snapshot> snapshot;
  {
    const std::lock_guard lock(mutex_);
    snapshot = snapshot_;
    state.swaps = swaps_;
    state.refusals = refusals_;
  }
  const auto& reader = snapshot->readers.front();
  state.generation = reader.generation();
  state.fingerprint = reader.manifest().fingerprint;
  state.offices = reader.manifest().offices;
  for (const auto& office : state.offices) state.documents += office.tasks;
  state.built = snapshot->built;
  state.taken_up = snapshot->taken_up;
  return state;
}

unsigned OpenIndex::reopen() {
  std::shared_ptr<const Snapshot> fresh;
  try {
    fresh = open();
  } catch (const law::Error&) {
    const std::lock_guard lock(mutex_);
    ++refusals_;
    throw;
  }
  const auto generation = fresh->readers.front().generation();
  const std::lock_guard lock(mutex_);
  snapshot_.swap(fresh);  // the old one goes with `fresh`, after the lock
  ++swaps_;
  return generation;
}

std::optional<unsigned> OpenIndex::refresh() {
  const auto now = store::current_generation(index_dir_);
  if (now == in_use()->readers.front().generation()) return std::nullopt;
  return reopen();
}

}  // namespace kto::searchd
