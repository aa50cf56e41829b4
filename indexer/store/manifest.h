// Manifest: what an index says about itself, so that a program can tell whether it may use it and a reader of an answer
// can tell how fresh it is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::store {

// Raised whenever terms, slots or records change their meaning. An index of another version is refused.
inline constexpr unsigned kSchemaVersion = 9;

// Up to so many offices are searched as one through their own shards; of more, by what they say (wording.h). Each costs
// an open file and some 0.1 ms in every worker.
inline constexpr unsigned kTogether = 32;

// One office in short.
struct OfficeSummary {
  std::string id, name;
  bool example = false;  // law::Catalogue::example
  unsigned tasks = 0, units = 0, acts = 0;
  std::optional<law::Date> covered_from;     // first day with any text known; none: nothing is known
  std::optional<law::Date> law_state_as_of;  // the latest entry into force among the acts read
  std::string last_act;                      // the number of that act
  unsigned not_applied = 0;                  // operations that could not be applied, over all acts
  bool operator==(const OfficeSummary&) const = default;
};

// All of an office but its tasks. Units stand in order of code and first day, acts in order of entry into force.
struct Office {
  OfficeSummary summary;
  std::vector<law::Unit> units;
  std::vector<law::ActSummary> acts;
  law::OfficeDetails details = {};
  bool operator==(const Office&) const = default;
};

// The file of one office, or of the wordings of all, in shards/. Its name is made of its hash, so it is never written
// twice and generations share it (folder.h).
struct Shard {
  std::string hash;         // of its bytes (seal.h); empty: no such file
  std::uint64_t bytes = 0;  // its length
  std::string content;      // hash of the catalogue it was built from
  std::string source;       // hash of the text that catalogue was read from; empty when not known
  bool operator==(const Shard&) const = default;
};

// Another machine that answers for its offices (docs/decisions/0022). Their lines in the manifest have shards without a
// hash, whose source is its name.
struct Remote {
  std::string host;
  unsigned port = 0;
  unsigned timeout_ms = 0;  // for a connection, and for each answer
  std::string content;      // what it held when the index was built
  bool operator==(const Remote&) const = default;
};

// db1.example:7001
std::string name_of(const Remote& remote);

struct Manifest {
  unsigned schema = 0;
  std::string analysis;     // Analyser::fingerprint()
  std::string catalogue;    // hash of the catalogues alone
  std::string fingerprint;  // hash of catalogues, schema, analysis and parameters: what the index is
  std::string program;      // who built it: "kto-indexer 0.1.0"
  std::map<std::string, std::string> parameters;
  std::vector<OfficeSummary> offices;  // in order of id
  std::vector<Shard> shards;           // as many, in the same order
  Shard wordings;                      // what all of them say, by wording; only where there are several
  Shard since;                         // the same of the offices that changed since `wordings` was made
  std::vector<Remote> remotes;         // whose offices these are; then there are no files beside the manifest
  bool operator==(const Manifest&) const = default;
};

// A file of a generation: the name it has in shards/ before its hash (an office, kWordings, kSince), and what it is.
struct NamedShard {
  std::string name;
  Shard shard;
};
// All there are, offices first.
std::vector<NamedShard> files_of(const Manifest& manifest);

// What can be said of an index of any schema version, broken ones included.
struct IndexInfo {
  std::filesystem::path file;
  unsigned generation = 0;
  Manifest manifest;
  unsigned documents = 0;
  std::uint64_t bytes = 0;
  std::string problem;  // one sentence; empty when this program can use the index
};

OfficeSummary summarise(const law::Catalogue& catalogue);

}  // namespace kto::store
