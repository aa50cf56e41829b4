// Wordings of all offices, as one read-only file beside their shards: a document a wording, with everybody who has it
// in its record (wording_record.h). It is made of the shards alone. Inside this room only.
//
// A document has the words of the text and its lead-in; the words of the names of all units that have it, each once; as
// conditions the codes and the roles of these; and as its days the first on which anybody has it and the last. Its
// weight does not depend on how many have it: lengths do not count (reader_wordings.cc).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"

namespace kto::store {

struct OfficeShard {
  std::string office;  // id
  std::filesystem::path file;
};

// Writes the file of `offices`, which are in order of id, by way of `scratch`, on so many threads. A thread takes some
// 25 MB, whatever there is to write. Throws Xapian::Error, std::filesystem::filesystem_error, law::Error
// record-damaged.
void write_wordings(const std::vector<OfficeShard>& offices, const text::Analyser& analyser,
                    const std::filesystem::path& scratch, const std::filesystem::path& file, unsigned threads);

}  // namespace kto::store
