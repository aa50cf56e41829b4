#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
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
  info.generation = current_generation(index_dir).value_or(0);
  try {
    const auto generation = Generation::open_current(index_dir);
    info.generation = generation->number();
    info.file = generation_file(index_dir, info.generation);
    info.manifest = generation->manifest();
    info.documents = generation->documents();
    for (const NamedShard& file : files_of(info.manifest)) info.bytes += file.shard.bytes;
    info.problem = problem_of(info.manifest);
    if (info.problem.empty()) require_whole(index_dir, info.generation);
  } catch (const law::Error& error) {
    if (error.code() == "index-missing") throw;
    info.problem = error.what();
  }
  return info;
}

}  // namespace kto::store
