#include "indexer/store/remote.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
#include "indexer/store/hash.h"
#include "indexer/store/manifest_text.h"
#include "indexer/store/reader.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

law::Error unreachable(const Remote& remote, const std::string& why) {
  return {"remote-unreachable", "The machine " + name_of(remote) + " does not answer: " + why + ".",
          "Start kto-wordings on it and let this machine reach its port, or build without it."};
}

void require_same(const std::string& found, const std::string& wanted, const Remote& remote) {
  if (found != wanted)
    throw law::Error("remote-schema", "What " + name_of(remote) + " has was made by another version or dictionary.",
                     "Install the same version there and build its index again.");
}

// Adds the offices of a machine.
void ask(Remote& remote, const text::Analyser& analyser, Manifest& manifest) {
  try {
    const Xapian::Database database =
        Xapian::Remote::open(remote.host, remote.port, remote.timeout_ms, remote.timeout_ms);
    require_same(database.get_metadata(kSchemaKey), std::to_string(kSchemaVersion), remote);
    require_same(database.get_metadata(kAnalysisKey), analyser.fingerprint(), remote);
    remote.content = database.get_metadata(kContentKey);
    for (OfficeSummary& office : offices_from_lines(database.get_metadata(kOfficesKey))) {
      manifest.offices.push_back(std::move(office));
      manifest.shards.push_back({"", 0, remote.content, name_of(remote)});
    }
  } catch (const Xapian::Error& error) {
    throw unreachable(remote, error.get_msg());
  }
}

void put_in_order(Manifest& manifest) {
  std::vector<std::pair<OfficeSummary, Shard>> all;
  for (std::size_t i = 0; i < manifest.offices.size(); ++i)
    all.emplace_back(std::move(manifest.offices[i]), std::move(manifest.shards[i]));
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  manifest.offices.clear();
  manifest.shards.clear();
  for (auto& [office, shard] : all) {
    if (!manifest.offices.empty() && manifest.offices.back().id == office.id)
      throw law::Error("duplicate-office", "Two machines have the office \"" + office.id + "\".",
                       "Build each office on one machine.");
    manifest.offices.push_back(std::move(office));
    manifest.shards.push_back(std::move(shard));
  }
}

Manifest manifest_of(std::vector<Remote> remotes, const text::Analyser& analyser, const BuildOptions& options) {
  Manifest manifest;
  manifest.schema = kSchemaVersion;
  manifest.analysis = analyser.fingerprint();
  manifest.program = options.program;
  std::string all;
  for (Remote& remote : remotes) {
    ask(remote, analyser, manifest);
    all += name_of(remote) + ' ' + std::to_string(remote.timeout_ms) + ' ' + remote.content + '\n';
  }
  manifest.remotes = std::move(remotes);
  put_in_order(manifest);
  manifest.catalogue = hash_hex(all);
  manifest.fingerprint = hash_hex(std::to_string(manifest.schema) + '\n' + manifest.analysis + '\n' + all);
  return manifest;
}

bool is_current(const fs::path& index_dir, const Manifest& manifest) {
  try {
    return Generation::open_current(index_dir)->manifest().fingerprint == manifest.fingerprint;
  } catch (const law::Error&) {  // none, or none that can be used
    return false;
  }
}

}  // namespace

Remote remote_from(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  unsigned port = 0;
  if (colon != std::string_view::npos) std::from_chars(name.data() + colon + 1, name.data() + name.size(), port);
  if (colon == 0 || port == 0 || port > 0xFFFF)
    throw law::Error("remote-name", "\"" + std::string(name) + "\" is no machine and port.", "Say db1.example:7001.");
  return {std::string(name.substr(0, colon)), port, kRemoteTimeout, ""};
}

BuildReport build_remote(std::vector<Remote> remotes, const text::Analyser& analyser, const fs::path& index_dir,
                         const BuildOptions& options) {
  const FolderLock lock(index_dir);
  const Manifest manifest = manifest_of(std::move(remotes), analyser, options);
  BuildReport report;
  report.offices = static_cast<unsigned>(manifest.offices.size());
  report.fingerprint = manifest.fingerprint;
  for (const OfficeSummary& office : manifest.offices) {
    report.documents += office.tasks;
    report.acts += office.acts;
  }
  const auto before = current_generation(index_dir);
  report.built = options.force || !is_current(index_dir, manifest);
  if (!report.built) {
    report.generation = *before;
    return report;
  }
  fresh_building_folder(index_dir);
  report.generation = next_generation(index_dir);
  put_in_place(index_dir, manifest, report.generation);
  sweep(index_dir, report.generation, before);
  return report;
}

}  // namespace kto::store
