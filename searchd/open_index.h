// OpenIndex: the index in use. Readers of one generation are made all at once, one for each worker, over one manifest;
// a newer generation replaces them all at once and waits for nobody: the old readers live until the last request that
// uses them ends. An index that cannot be used, or whose files are not as they were written, is refused and the old one
// serves on.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/store/reader.h"
#include "searchd/suggest.h"

namespace kto::searchd {

// What is served, for the metrics and for readiness.
struct IndexState {
  unsigned generation = 0;
  std::string fingerprint;
  unsigned documents = 0;
  std::vector<store::OfficeSummary> offices;
  std::chrono::system_clock::time_point built, taken_up;
  std::uint64_t swaps = 0;     // generations taken up after the first
  std::uint64_t refusals = 0;  // attempts to take up one that could not be used
};

class OpenIndex {
 public:
  // Long answers that are made at once, each while it is sent. They have readers of their own, so that slow readers of
  // exports take none from those who ask; a ninth is told to come again.
  static constexpr unsigned kLongReaders = 8;

  // `readers`: how many requests may read at once. Throws law::Error as store::Reader::open and require_whole do.
  OpenIndex(std::filesystem::path index_dir, std::shared_ptr<const text::Analyser> analyser, unsigned readers);

  // A reader for one request, given back when the pointer goes. For one thread at a time; never null. Take one a
  // request: throws law::Error index-busy when all are taken. Safe to call from any thread.
  std::shared_ptr<const store::Reader> reader() const;

  // The same for an answer that is made while it is sent, from the readers kept for these.
  std::shared_ptr<const store::Reader> long_reader() const;
  // The completions of an office of the index in use, or of all. Never null. The first question to an office waits for
  // its table.
  std::shared_ptr<const Suggestions> suggestions(const std::string& office) const;

  IndexState state() const;

  // Takes up what `current` names now and returns its generation. Throws law::Error; then nothing has changed. One
  // thread at a time.
  unsigned reopen();
  // The same, if `current` names another generation than the one in use; else nullopt.
  std::optional<unsigned> refresh();

 private:
  struct Pool;
  struct Snapshot;

  std::shared_ptr<const Snapshot> open() const;
  std::shared_ptr<const Snapshot> open(std::optional<unsigned> generation) const;
  std::shared_ptr<const Snapshot> in_use() const;
  static std::shared_ptr<const store::Reader> take(std::shared_ptr<const Snapshot> snapshot, const Pool& pool);

  std::filesystem::path index_dir_;
  std::shared_ptr<const text::Analyser> analyser_;
  unsigned readers_;
  mutable std::mutex mutex_;  // guards what follows, for the time of a copy
  std::shared_ptr<const Snapshot> snapshot_;
  std::uint64_t swaps_ = 0, refusals_ = 0;
};

}  // namespace kto::searchd
