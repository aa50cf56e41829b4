// GlassFile: a database of the search library in one file, written in the order in which it stands there: records of
// documents, and what is kept in memory until then; then the lists of terms in the order of their names; last the first
// block, which says where all of it begins.
//
// Without positions and lists of a document's terms (fields.h). Records are not deflated: they say what they share by
// number (record.h). Two files of the same documents are the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/glass_table.h"

namespace kto::store {

// What a term or a slot has of each document, or how long they are, in chunks as the library keeps them.
class GlassChunks {
 public:
  struct Chunk {
    std::uint32_t first = 0, last = 0;  // documents
    std::string bytes;
  };

  // In order of the documents.
  void add(std::uint32_t document, std::string_view entry);
  void add(std::uint32_t document, std::uint32_t entry);
  const std::vector<Chunk>& all() const { return all_; }

 private:
  std::string& entry_of(std::uint32_t document);
  std::vector<Chunk> all_;
};

// The documents that have a term.
struct GlassList {
  GlassChunks chunks;
  std::uint32_t documents = 0, most_times = 0;
  std::uint64_t all_times = 0;

  // `times`: how often it has the term.
  void add(std::uint32_t document, std::uint32_t times) {
    chunks.add(document, times);
    ++documents;
    most_times = std::max(most_times, times);
    all_times += times;
  }
};

// Throws std::filesystem::filesystem_error, and law::Error as GlassTable::add.
class GlassFile {
 public:
  explicit GlassFile(const std::filesystem::path& file) : blocks_(file), records_(blocks_), lists_(blocks_) {}

  std::uint32_t documents() const { return documents_; }
  // The first one is number 1. `length`: how often it has all its terms.
  void add_document(std::uint32_t length, std::string_view record);
  // Of one slot in order of the documents. `slot`: less than 128; an empty value is none.
  void add_value(std::uint32_t document, std::uint32_t slot, std::string_view value);
  // An empty value is none.
  void set_metadata(const std::string& name, std::string_view value);

  // From here on only lists are added, in order of their names: 1 to 245 bytes, a zero byte counts twice (terms.h).
  void begin_lists();
  void add_list(std::string_view name, const GlassList& list);
  void finish();

 private:
  struct Slot {
    GlassChunks chunks;
    std::uint32_t documents = 0;
    std::string lowest, highest;
  };

  void write_slots();

  GlassBlocks blocks_;
  GlassTable records_, lists_;
  std::string about_records_;
  std::map<std::uint32_t, Slot> slots_;
  std::map<std::string, std::string> metadata_;
  GlassChunks lengths_;
  std::uint32_t documents_ = 0;
  std::uint32_t shortest_ = 0, longest_ = 0, most_times_ = 0;
  std::uint64_t all_lengths_ = 0;
};

}  // namespace kto::store
