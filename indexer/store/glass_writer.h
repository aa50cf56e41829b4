// GlassWriter: a database of the search library in one file, from documents that come one after the other: what its
// WritableDatabase and compact() make of them, in a fraction of the time. Without positions and lists of a document's
// terms (fields.h), and records are not deflated: they say what they share by number (record.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/glass_table.h"

namespace kto::store {

class GlassWriter {
 public:
  // What a term or a slot has of each document, or how long they are: the library keeps it in chunks.
  struct Chunk {
    std::uint32_t first = 0, last = 0;  // documents
    std::string bytes;
  };
  class Chunks {
   public:
    void add(std::uint32_t document, std::string_view entry);
    const std::vector<Chunk>& all() const { return all_; }

   private:
    std::vector<Chunk> all_;
  };

  // Those who have a term.
  struct Postings {
    Chunks chunks;
    std::uint32_t document = 0, times = 0;  // the last one, and how often it has the term
    std::uint32_t documents = 0;
    std::uint64_t all_times = 0;
  };
  using Term = Postings*;

  explicit GlassWriter(const std::filesystem::path& file) : blocks_(file), records_(blocks_) {}

  // Lives as long as the writer. `name`: 1 to 245 bytes, a zero byte counts twice (terms.h).
  Term term(std::string_view name) { return &terms_[std::string(name)]; }

  // Of the document that is being made. A term that is only a condition, and weighs nothing, is there 0 times.
  void add(Term term, std::uint32_t times);
  // Once, however often it is added; not to be mixed with add() of the same term.
  void add_once(Term term) {
    if (term->document != documents_ + 1) add(term, 1);
  }
  // `slot`: less than 128; an empty value is none.
  void add_value(std::uint32_t slot, std::string_view value);
  // Ends the document; the first one is number 1.
  void end_document(std::string_view record);

  // An empty value is none.
  void set_metadata(const std::string& name, std::string_view value);

  // Nothing is to be added any more. Throws std::filesystem::filesystem_error, as end_document may, and law::Error.
  void finish();

 private:
  struct Slot {
    Chunks chunks;
    std::uint32_t documents = 0;
    std::string lowest, highest;
  };

  std::string write_lists();
  std::string first_block(const std::string& lists);

  GlassBlocks blocks_;
  GlassTable records_;
  std::unordered_map<std::string, Postings> terms_;
  std::vector<Term> of_document_;
  std::map<std::uint32_t, Slot> slots_;
  std::map<std::string, std::string> metadata_;
  Chunks lengths_;
  std::uint32_t documents_ = 0;
  std::uint32_t shortest_ = 0, longest_ = 0, most_times_ = 0;
  std::uint64_t all_lengths_ = 0;
  std::string entry_;
};

}  // namespace kto::store
