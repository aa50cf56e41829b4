// GlassWriter: a database of the search library from documents that come one after the other (glass_file.h): what its
// WritableDatabase and compact() make of them, in a fraction of the time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/glass_file.h"

namespace kto::store {

// Throws as GlassFile.
class GlassWriter {
 public:
  // Those who have a term.
  struct Postings {
    GlassList list;
    std::uint32_t document = 0, times = 0;  // the last one, and how often it has the term
  };
  using Term = Postings*;

  explicit GlassWriter(const std::filesystem::path& file) : file_(file) {}

  // Lives as long as the writer. `name`: as GlassFile::add_list.
  Term term(std::string_view name) { return &terms_[std::string(name)]; }

  // Of the document that is being made. A term that is only a condition, and weighs nothing, is there 0 times.
  void add(Term term, std::uint32_t times);
  // Once, however often it is added; not to be mixed with add() of the same term.
  void add_once(Term term) {
    if (term->document != document()) add(term, 1);
  }
  // As GlassFile::add_value.
  void add_value(std::uint32_t slot, std::string_view value) { file_.add_value(document(), slot, value); }
  // Ends the document; the first one is number 1.
  void end_document(std::string_view record);

  void set_metadata(const std::string& name, std::string_view value) { file_.set_metadata(name, value); }

  // Nothing is to be added any more.
  void finish();

 private:
  std::uint32_t document() const { return file_.documents() + 1; }

  GlassFile file_;
  std::unordered_map<std::string, Postings> terms_;
  std::vector<Term> of_document_;
};

}  // namespace kto::store
