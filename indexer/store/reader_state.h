// What a Reader keeps, and how it meets a damaged file. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/generation.h"
#include "indexer/store/known_records.h"
#include "indexer/store/matching.h"
#include "indexer/store/office_record.h"
#include "indexer/store/posting_lists.h"
#include "indexer/store/reader.h"
#include "indexer/store/wording_sources.h"

namespace kto::store {

// Too many offices to be searched through their shards, or offices whose shards are elsewhere.
inline bool is_country(const Manifest& manifest) {
  return manifest.offices.size() > kTogether || !manifest.remotes.empty();
}

// Lists of strings of the shards that readers of one generation have open, each once. Safe from any thread.
class ShardNames {
 public:
  // Those of the office at `place`, known or as `read` gives them. Never null.
  template <typename Read>
  std::shared_ptr<const StringList> of(std::size_t place, const Read& read) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const StringList> names = known_[place].lock();
    if (!names) known_[place] = names = std::make_shared<const StringList>(read());
    return names;
  }

 private:
  std::mutex mutex_;  // guards what follows
  std::unordered_map<std::size_t, std::weak_ptr<const StringList>> known_;
};

// Of one thread, shared by a reader and the readers of one office made of it.
struct Reader::State {
  std::shared_ptr<const Generation> generation;
  std::shared_ptr<const text::Analyser> analyser;
  std::shared_ptr<Machines> machines = std::make_shared<Machines>();
  std::shared_ptr<PostingLists> lists = std::make_shared<PostingLists>();
  std::shared_ptr<KnownRecords> records = std::make_shared<KnownRecords>();
  std::shared_ptr<ShardNames> names = std::make_shared<ShardNames>();

  // The shard of the office at `place` of the manifest; opened when first asked for, closed when kTogether others were
  // asked for since.
  OpenShard open(std::size_t place);
  Xapian::Database shard(std::size_t place) { return open(place).database; }
  // Few offices as one, through their shards.
  Xapian::Database all();
  // The shards of all(), or of one office.
  std::vector<OpenShard> shards_of(std::optional<std::size_t> place);
  // Asks them or, of a country, their wordings.
  template <typename Work>
  auto ask_all(const Work& work) {
    if (store::is_country(generation->manifest())) return wordings.ask(work);
    const Xapian::Database shards_of_all = all();
    return work(shards_of_all);
  }

  struct UsedShard {
    OpenShard shard;
    std::uint64_t used = 0;
  };
  std::map<std::size_t, UsedShard> shards = {};
  std::uint64_t uses = 0;
  std::optional<Xapian::Database> together = {};
  RecentTasks tasks = {};
  // Of words of the texts shown: an office says most things in a few thousand words.
  Recent<std::string, std::vector<text::Reading>, 2048> readings = {};
  WordingSources wordings{generation, machines};
  // How many documents of all offices hold a term, or of one, whose place stands before it: each look-up reads a block
  // of a file or is a message to all machines, and a question asks for many terms again. Forgotten when other machines
  // are asked: beside their number of documents a word would be too rare or too common.
  Recent<std::string, unsigned, 4096> frequencies = {};
  unsigned company = 0;  // of machines that these are of
  std::map<std::pair<std::string, unsigned>, std::vector<std::string>> values = {};
  // Read when first asked for, whole or in parts.
  std::map<std::size_t, Office> offices = {};
  std::map<std::size_t, OfficeParts> parts = {};
  std::map<std::size_t, Outline> outlines = {};
};

inline constexpr std::string_view kBuildAgain = "Build the index again: kto-indexer build --index DIR --corpus DIR.";

// The search library's errors in the house's form.
template <typename Work>
auto guarded(const Work& work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw law::Error("index-unreadable", "The index cannot be read: " + error.get_msg() + ".",
                     std::string(kBuildAgain));
  }
}

}  // namespace kto::store
