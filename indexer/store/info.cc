#include <system_error>

#include "indexer/law/error.h"
#include "indexer/store/open_database.h"
#include "indexer/store/reader.h"
#include "indexer/store/seal.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

std::string problem_of(const Manifest& manifest) {
  if (manifest.schema == kSchemaVersion) return "";
  return "It has schema " + std::to_string(manifest.schema) + ", this program reads schema " +
         std::to_string(kSchemaVersion) + ".";
}

}  // namespace

IndexInfo index_info(const fs::path& index_dir) {
  IndexInfo info;
  try {
    const OpenDatabase open = open_current(index_dir);
    info.file = open.file;
    info.generation = open.generation;
    std::error_code unknown;
    info.bytes = fs::file_size(open.file, unknown);
    info.manifest = read_manifest(open.database);
    info.documents = open.database.get_doccount();
    info.problem = problem_of(info.manifest);
    if (info.problem.empty()) require_whole(index_dir, info.generation);
  } catch (const law::Error& error) {
    if (error.code() == "index-missing") throw;
    info.generation = current_generation(index_dir).value_or(0);
    info.problem = error.what();
  } catch (const Xapian::Error& error) {
    info.problem = "It cannot be read: " + error.get_msg() + ".";
  }
  return info;
}

}  // namespace kto::store
