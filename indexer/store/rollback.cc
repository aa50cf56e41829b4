#include "indexer/store/rollback.h"

#include <algorithm>
#include <string>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/reader.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

void require_usable(const fs::path& index_dir, const std::shared_ptr<const text::Analyser>& analyser,
                    unsigned generation) {
  require_whole(index_dir, generation);
  Reader::open(index_dir, analyser, generation);
}

// The latest before `from` that can be used; why the last one tried cannot, if none can.
unsigned latest_usable(const fs::path& index_dir, const std::shared_ptr<const text::Analyser>& analyser,
                       unsigned from) {
  std::string why;
  auto all = generations(index_dir);
  std::reverse(all.begin(), all.end());
  for (const unsigned generation : all) {
    if (generation >= from) continue;
    try {
      require_usable(index_dir, analyser, generation);
      return generation;
    } catch (const law::Error& error) {
      why = std::string(" ") + error.what();
    }
  }
  throw law::Error(
      "no-generation",
      "There is no generation before " + std::to_string(from) + " to go back to in " + index_dir.string() + "." + why,
      "Build from the former acts instead: kto-indexer build --index DIR --corpus DIR.");
}

}  // namespace

Rollback roll_back(const fs::path& index_dir, const std::shared_ptr<const text::Analyser>& analyser,
                   std::optional<unsigned> to) {
  const auto from = current_generation(index_dir);
  if (!from)
    throw law::Error("index-missing", "There is no index in " + index_dir.string() + ".",
                     "Build one: kto-indexer build --index " + index_dir.string() + " --corpus DIR.");
  const FolderLock lock(index_dir);
  if (to) require_usable(index_dir, analyser, *to);
  const Rollback done{*from, to ? *to : latest_usable(index_dir, analyser, *from)};
  fresh_building_folder(index_dir);
  name_current(index_dir, done.to);
  std::error_code ignored;
  fs::remove_all(index_dir / "building", ignored);
  return done;
}

}  // namespace kto::store
