// What a Reader keeps, and how it meets a damaged file. Inside this room only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <optional>

#include "indexer/law/error.h"
#include "indexer/store/generation.h"
#include "indexer/store/matching.h"
#include "indexer/store/reader.h"
#include "indexer/store/wording_tables.h"

namespace kto::store {

// Of one thread, shared by a reader and the readers of one office made of it.
struct Reader::State {
  std::shared_ptr<const Generation> generation;
  std::shared_ptr<const text::Analyser> analyser;

  // The shard of the office at `place` of the manifest; opened when first asked for, closed when kTogether others were
  // asked for since.
  Xapian::Database shard(std::size_t place);
  // All offices as one: their shards or, of a country, their wordings.
  Xapian::Database all();
  Xapian::Database wordings();
  std::shared_ptr<const WordingTables> tables();

  struct OpenShard {
    Xapian::Database database;
    std::uint64_t used = 0;
  };
  std::map<std::size_t, OpenShard> shards = {};
  std::uint64_t uses = 0;
  std::optional<Xapian::Database> together = {}, by_wording = {};
  std::shared_ptr<const WordingTables> of_wordings = {};
  RecentTasks tasks = {};
  // Of words of the texts shown: an office says most things in a few thousand words.
  Recent<std::string, std::vector<text::Reading>, 2048> readings = {};
  std::map<std::size_t, Office> offices = {};    // read when first asked for
  std::map<std::size_t, Outline> outlines = {};  // likewise
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
