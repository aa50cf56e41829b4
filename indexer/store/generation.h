// Generation: what one build left, opened. Its file is small and holds the manifest; the shards it names are opened by
// those who need them. While one of these lives, in whatever process, no builder sweeps the generation or its shards:
// it holds a lock on the file (flock), which the kernel frees however the process ends.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "indexer/store/manifest.h"

namespace kto::store {

// Immutable; shared by the readers of one generation in all threads.
class Generation {
 public:
  // What `current` names. Throws law::Error index-missing and as open() does.
  static std::shared_ptr<const Generation> open_current(const std::filesystem::path& index_dir);
  // Of whatever schema. Throws law::Error: index-unreadable, index-damaged (its lines are not what was written),
  // index-schema (made by a version that kept an index in one file).
  static std::shared_ptr<const Generation> open(const std::filesystem::path& index_dir, unsigned number);

  ~Generation();
  Generation(const Generation&) = delete;
  Generation& operator=(const Generation&) = delete;

  unsigned number() const { return number_; }
  const std::filesystem::path& index_dir() const { return index_dir_; }
  const Manifest& manifest() const { return manifest_; }
  std::chrono::system_clock::time_point built() const { return built_; }

  // Where in the manifest an office stands; nullopt: the index does not hold it.
  std::optional<std::size_t> place_of(std::string_view office) const;
  std::filesystem::path shard_file(std::size_t place) const;
  unsigned documents() const { return documents_; }

 private:
  Generation(std::filesystem::path index_dir, unsigned number);
  void read();

  std::filesystem::path index_dir_;
  unsigned number_;
  int file_ = -1;
  Manifest manifest_;
  std::chrono::system_clock::time_point built_;
  unsigned documents_ = 0;
};

}  // namespace kto::store
