// Wordings of all offices, as one read-only file beside their shards: a document a wording, with everybody who has it
// in its record (wording_record.h). It is made of the shards alone. Inside this room only.
//
// A document has the words of the text and its lead-in; the words of the names of all units that have it, each once; as
// conditions the codes and the roles of these; and as its days the first on which anybody has it and the last. Its
// weight does not depend on how many have it: lengths do not count (reader_wordings.cc).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/store/manifest.h"
#include "indexer/store/wording_tables.h"
#include "indexer/text/analysis.h"

namespace kto::store {

struct OfficeShard {
  std::string office;  // id
  std::filesystem::path file;
  std::string hash;  // Shard::hash
};

struct WordingsPlan {
  std::vector<OfficeShard> offices;      // whose wordings are written, in order of id
  std::vector<OfficeSummary> summaries;  // of all offices of the generation
  std::string content;                   // hash of all their shards
  // Where another file goes on holding for the rest: its tables, in which the offices that it speaks of in vain have
  // lost their ids. The numbers go on from there.
  WordingTables before = {};
};

// By way of `scratch`, on so many threads. A thread takes some 25 MB, and what the lists of an eighth of all wordings
// take. Throws Xapian::Error, std::filesystem::filesystem_error, law::Error record-damaged.
void write_wordings(const WordingsPlan& plan, const text::Analyser& analyser, const std::filesystem::path& scratch,
                    const std::filesystem::path& file, unsigned threads);

// What a file of wordings was made of: office and hash of its shard. Throws as write_wordings.
std::map<std::string, std::string> made_of(const std::filesystem::path& file);
WordingTables tables_of(const std::filesystem::path& file);

}  // namespace kto::store
