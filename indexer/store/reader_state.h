// What a Reader keeps. Inside this room only.
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

#include "indexer/store/generation.h"
#include "indexer/store/guarded.h"
#include "indexer/store/known_records.h"
#include "indexer/store/matching.h"
#include "indexer/store/office_record.h"
#include "indexer/store/open_shard.h"
#include "indexer/store/posting_lists.h"
#include "indexer/store/reader.h"
#include "indexer/store/recent.h"
#include "indexer/store/wording_sources.h"

namespace kto::store {

// Too many offices to be searched through their shards, or offices whose shards are elsewhere.
inline bool is_country(const Manifest& manifest) {
  return manifest.offices.size() > kTogether || !manifest.remotes.empty();
}

// The lists of the shards that readers of one generation have open, each once. Safe from any thread.
class KnownLists {
 public:
  // Those of the office at `place`, whose file it is. Never null; throws as OfficeLists does.
  std::shared_ptr<const OfficeLists> of(std::size_t place, const Xapian::Database& file) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const OfficeLists> lists = known_[place].lock();
    if (!lists) known_[place] = lists = std::make_shared<const OfficeLists>(file);
    return lists;
  }

 private:
  std::mutex mutex_;  // guards what follows
  std::unordered_map<std::size_t, std::weak_ptr<const OfficeLists>> known_;
};

// Of one thread, shared by a reader and the readers of one office made of it.
struct Reader::State {
  std::shared_ptr<const Generation> generation;
  std::shared_ptr<const text::Analyser> analyser;
  std::shared_ptr<Machines> machines = std::make_shared<Machines>();
  std::shared_ptr<PostingLists> lists = std::make_shared<PostingLists>();
  std::shared_ptr<KnownRecords> records = std::make_shared<KnownRecords>();
  std::shared_ptr<KnownLists> office_lists = std::make_shared<KnownLists>();

  // The shard of the office at `place` of the manifest; opened when first asked for, closed when as many others as are
  // kept open were asked for since.
  ShardHandle open(std::size_t place);
  const Xapian::Database& shard(std::size_t place) { return open(place)->database; }
  // Few offices as one, through their shards.
  Xapian::Database all();
  // The shards of all(), or of one office.
  std::vector<ShardHandle> shards_of(std::optional<std::size_t> place);
  // Asks them or, of a country, their wordings.
  template <typename Work>
  auto ask_all(const Work& work) {
    if (store::is_country(generation->manifest())) return wordings.ask(work);
    const Xapian::Database shards_of_all = all();
    return work(shards_of_all);
  }

  struct UsedShard {
    ShardHandle shard;
    std::uint64_t used = 0;
  };
  std::map<std::size_t, UsedShard> shards = {};
  std::uint64_t uses = 0;
  std::optional<Xapian::Database> together = {};
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

}  // namespace kto::store
