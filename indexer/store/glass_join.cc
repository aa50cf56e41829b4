#include "indexer/store/glass_join.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "indexer/store/fields.h"
#include "indexer/store/glass_file.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

class Part {
 public:
  // `before`: how many documents the parts before it have.
  Part(const fs::path& file, std::uint32_t before)
      : database_(file.string()), before_(before), term_(database_.allterms_begin()) {
    take_name();
  }

  void copy_documents(GlassFile& out) const {
    auto all = database_.postlist_begin("");
    for (; all != database_.postlist_end(""); ++all)
      out.add_document(all.get_doclength(), database_.get_document(*all, Xapian::DOC_ASSUME_VALID).get_data());
    for (const FieldRow& field : kFields) {
      if (field.slot == kNoSlot) continue;
      for (auto value = database_.valuestream_begin(field.slot); value != database_.valuestream_end(field.slot);
           ++value)
        out.add_value(before_ + value.get_docid(), field.slot, *value);
    }
    for (auto name = database_.metadata_keys_begin(); name != database_.metadata_keys_end(); ++name)
      out.set_metadata(*name, database_.get_metadata(*name));
  }

  // The term whose list comes next; none at the end.
  bool at_end() const { return name_.empty(); }
  const std::string& name() const { return name_; }

  void take_list(GlassList& into) {
    for (auto one = database_.postlist_begin(name_); one != database_.postlist_end(name_); ++one)
      into.add(before_ + *one, one.get_wdf());
    ++term_;
    take_name();
  }

 private:
  void take_name() { name_ = term_ == database_.allterms_end() ? std::string() : *term_; }

  Xapian::Database database_;
  std::uint32_t before_;
  Xapian::TermIterator term_;
  std::string name_;
};

void merge_lists(std::vector<Part>& parts, GlassFile& out) {
  for (;;) {
    const Part* next = nullptr;
    for (const Part& part : parts)
      if (!part.at_end() && (next == nullptr || part.name() < next->name())) next = &part;
    if (next == nullptr) return;
    const std::string name = next->name();
    GlassList list;
    for (Part& part : parts)
      if (part.name() == name) part.take_list(list);
    out.add_list(name, list);
  }
}

}  // namespace

void join(const std::vector<fs::path>& files, const fs::path& file) {
  GlassFile out(file);
  std::vector<Part> parts;
  for (const fs::path& one : files) {
    parts.emplace_back(one, out.documents());
    parts.back().copy_documents(out);
  }
  out.begin_lists();
  merge_lists(parts, out);
  out.finish();
}

}  // namespace kto::store
