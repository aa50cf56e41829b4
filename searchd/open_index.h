// OpenIndex: the index in use. Readers of one generation are opened all at once, one for each worker; a newer
// generation replaces them all at once and waits for nobody: the old readers live until the last request that uses them
// ends. An index that cannot be used is refused and the old one serves on.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "indexer/store/reader.h"

namespace kto::searchd {

class OpenIndex {
 public:
  // `readers`: how many requests may read at once. Throws law::Error as store::Reader::open does.
  OpenIndex(std::filesystem::path index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned readers);

  // A reader for one request, given back when the pointer goes. For one thread at a time; never null. Take one a
  // request: throws law::Error index-busy when all are taken. Safe to call from any thread.
  std::shared_ptr<const store::Reader> reader() const;

  // Takes up what `current` names now and returns its generation. Throws law::Error; then nothing has changed.
  unsigned reopen();

 private:
  struct Snapshot;

  std::shared_ptr<const Snapshot> open() const;
  std::shared_ptr<const Snapshot> in_use() const;

  std::filesystem::path index_dir_;
  std::shared_ptr<const text::Analyser> analyser_;
  unsigned readers_;
  mutable std::mutex mutex_;  // guards snapshot_ alone, for the time of a pointer's copy
  std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace kto::searchd
