#include "indexer/store/open_database.h"

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader.h"

namespace kto::store {
namespace fs = std::filesystem;

OpenDatabase open_current(const fs::path& index_dir) {
  std::optional<unsigned> generation = current_generation(index_dir);
  while (generation) {
    const fs::path file = generation_file(index_dir, *generation);
    try {
      return {Xapian::Database(file.string()), file, *generation};
    } catch (const Xapian::Error& error) {
      // A builder may have swept this generation between the two look-ups: then there is a newer one.
      const std::optional<unsigned> now = current_generation(index_dir);
      if (now == generation)
        throw law::Error("index-unreadable",
                         "The index " + file.string() + " cannot be opened: " + error.get_msg() + ".",
                         "Build it again with kto-indexer build, or write the name of the generation before it into " +
                             (index_dir / "current").string() + ".");
      generation = now;
    }
  }
  throw law::Error("index-missing", "There is no index in " + index_dir.string() + ".",
                   "Build one: kto-indexer build --index " + index_dir.string() + " --corpus DIR.");
}

Manifest read_manifest(const Xapian::Database& database) {
  return from_lines([&database](const std::string& name) { return database.get_metadata(name); });
}

}  // namespace kto::store
