// Opening what `current` names. Inside this room only.
#pragma once

#include <xapian.h>

#include <filesystem>

#include "indexer/store/manifest.h"

namespace kto::store {

struct OpenDatabase {
  Xapian::Database database;
  std::filesystem::path file;
  unsigned generation = 0;
};

// Throws law::Error index-missing or index-unreadable.
OpenDatabase open_current(const std::filesystem::path& index_dir);

// Of whatever schema; throws Xapian::Error.
Manifest read_manifest(const Xapian::Database& database);

}  // namespace kto::store
