#include "searchd/open_index.h"

#include <utility>
#include <vector>

#include "indexer/law/error.h"

namespace kto::searchd {

// The readers of one generation and which of them are free.
struct OpenIndex::Snapshot {
  std::vector<store::Reader> readers;
  mutable std::mutex mutex;
  mutable std::vector<const store::Reader*> free;  // guarded by mutex
};

OpenIndex::OpenIndex(std::filesystem::path index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned readers)
    : index_dir_(std::move(index_dir)), analyser_(std::move(analyser)), readers_(readers), snapshot_(open()) {}

std::shared_ptr<const OpenIndex::Snapshot> OpenIndex::open() const {
  auto snapshot = std::make_shared<Snapshot>();
  auto& readers = snapshot->readers;
  while (readers.size() < readers_) {
    readers.push_back(store::Reader::open(index_dir_, analyser_));
    // A build that ends in this moment: start again with what it left.
    if (readers.back().generation() != readers.front().generation()) readers.clear();
  }
  for (const auto& reader : readers) snapshot->free.push_back(&reader);
  return snapshot;
}

std::shared_ptr<const OpenIndex::Snapshot> OpenIndex::in_use() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

std::shared_ptr<const store::Reader> OpenIndex::reader() const {
  auto snapshot = in_use();
  const store::Reader* taken = nullptr;
  {
    const std::lock_guard lock(snapshot->mutex);
    if (snapshot->free.empty())
      throw law::Error("index-busy", "every reader of the index is taken", "ask again in a moment");
    taken = snapshot->free.back();
    snapshot->free.pop_back();
  }
  return {taken, [snapshot = std::move(snapshot)](const store::Reader* reader) {
            const std::lock_guard lock(snapshot->mutex);
            snapshot->free.push_back(reader);
          }};
}

unsigned OpenIndex::reopen() {
  auto fresh = open();
  const auto generation = fresh->readers.front().generation();
  const std::lock_guard lock(mutex_);
  snapshot_.swap(fresh);  // the old one goes with `fresh`, after the lock
  return generation;
}

}  // namespace kto::searchd
