#include "indexer/store/glass_writer.h"

#include <algorithm>

namespace kto::store {
namespace {

// Tags from so many bytes on the library would deflate; of the tables that have such tags. It reads either.
constexpr unsigned kDeflated = 18;
// A chunk that has so many bytes ends.
constexpr std::size_t kFullChunk = 2000;

// What keys of the table of lists begin with; terms stand as they are.
constexpr std::string_view kMetadata("\0\xc0", 2), kSlot("\0\xd0", 2), kValues("\0\xd8", 2), kLengths("\0\xe0", 2);

std::string key_of(std::string_view term) {
  std::string key;
  for (const char byte : term) {
    key += byte;
    if (byte == '\0') key += '\xff';
  }
  return key;
}

void append_rest(std::string& bytes, const GlassWriter::Chunk& chunk, bool is_last) {
  bytes += is_last ? '1' : '0';
  append_number(bytes, chunk.last - chunk.first);
  bytes += chunk.bytes;
}

// `first`, `next`: the key of its first chunk, and what keys of others begin with.
void write_chunks(GlassTable& table, const std::string& first, const std::string& next, std::uint64_t documents,
                  std::uint64_t times, const std::vector<GlassWriter::Chunk>& chunks) {
  for (const GlassWriter::Chunk& chunk : chunks) {
    const bool is_first = &chunk == &chunks.front();
    std::string key = is_first ? first : next, tag;
    if (is_first)
      for (const std::uint64_t number : {documents, times, std::uint64_t{chunk.first} - 1}) append_number(tag, number);
    else
      append_sortable(key, chunk.first);
    append_rest(tag, chunk, &chunk == &chunks.back());
    table.add(key, tag);
  }
}

}  // namespace

void GlassWriter::Chunks::add(std::uint32_t document, std::string_view entry) {
  if (all_.empty() || all_.back().bytes.size() >= kFullChunk)
    all_.push_back({document, document, {}});
  else
    append_number(all_.back().bytes, document - all_.back().last - 1);
  all_.back().last = document;
  all_.back().bytes += entry;
}

void GlassWriter::add(Term term, std::uint32_t times) {
  if (term->document != documents_ + 1) {
    term->document = documents_ + 1;
    term->times = 0;
    of_document_.push_back(term);
  }
  term->times += times;
}

void GlassWriter::add_value(std::uint32_t slot, std::string_view value) {
  if (value.empty()) return;
  Slot& into = slots_[slot];
  if (into.documents == 0 || value < into.lowest) into.lowest = value;
  if (into.documents == 0 || value > into.highest) into.highest = value;
  ++into.documents;
  entry_.clear();
  append_text(entry_, value);
  into.chunks.add(documents_ + 1, entry_);
}

void GlassWriter::end_document(std::string_view record) {
  ++documents_;
  std::uint32_t length = 0;
  const auto number = [this](std::uint32_t value) -> const std::string& {
    entry_.clear();
    append_number(entry_, value);
    return entry_;
  };
  for (const Term term : of_document_) {
    term->chunks.add(documents_, number(term->times));
    ++term->documents;
    term->all_times += term->times;
    most_times_ = std::max(most_times_, term->times);
    length += term->times;
  }
  of_document_.clear();
  lengths_.add(documents_, number(length));
  if (length > 0) shortest_ = shortest_ == 0 ? length : std::min(shortest_, length);
  longest_ = std::max(longest_, length);
  all_lengths_ += length;
  if (record.empty()) return;
  std::string key;
  append_sortable(key, documents_);
  records_.add(key, record);
}

void GlassWriter::set_metadata(const std::string& name, std::string_view value) {
  if (!value.empty()) metadata_.insert_or_assign(name, value);
}

std::string GlassWriter::write_lists() {
  GlassTable lists(blocks_);
  for (const auto& [name, value] : metadata_) lists.add(std::string(kMetadata) + name, value);
  for (const auto& [number, slot] : slots_) {
    std::string key(kSlot), tag;
    for (std::uint32_t rest = number; rest != 0; rest >>= 8) key += static_cast<char>(rest & 0xFF);
    append_number(tag, slot.documents);
    append_text(tag, slot.lowest);
    lists.add(key, slot.lowest == slot.highest ? tag : tag + slot.highest);
  }
  for (const auto& [number, slot] : slots_) {
    for (const Chunk& chunk : slot.chunks.all()) {
      std::string key(kValues);
      append_number(key, number);
      append_sortable(key, chunk.first);
      lists.add(key, chunk.bytes);
    }
  }
  write_chunks(lists, std::string(kLengths), std::string(kLengths), 0, 0, lengths_.all());
  std::vector<const std::pair<const std::string, Postings>*> order;
  order.reserve(terms_.size());
  for (const auto& one : terms_)
    if (one.second.documents > 0) order.push_back(&one);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  for (const auto* one : order) {
    const std::string key = key_of(one->first);
    write_chunks(lists, key, key + '\0', one->second.documents, one->second.all_times, one->second.chunks.all());
  }
  return lists.finish(0);
}

std::string GlassWriter::first_block(const std::string& lists) {
  std::string block("\x0f\rXapian Glass\x04\x6e");  // of 2016-03-14
  // In place of a random number: the same documents make the same file.
  for (unsigned i = 0; i < 16; ++i) block += static_cast<char>(blocks_.hash() >> (8 * (i % 8)) & 0xFF);
  append_number(block, 1);  // revision
  block += lists;
  return block;
}

void GlassWriter::finish() {
  const std::string records = records_.finish(kDeflated), lists = write_lists();
  std::string block = first_block(lists) + records;
  block += GlassTable::none(kDeflated);  // terms of documents
  block += GlassTable::none(0);          // positions
  block += GlassTable::none(kDeflated);  // spellings
  block += GlassTable::none(kDeflated);  // synonyms
  const std::uint32_t numbers_given_up = 0, changesets = 0, spellings = 0;
  for (const std::uint64_t number :
       {std::uint64_t{documents_}, std::uint64_t{numbers_given_up}, std::uint64_t{shortest_},
        std::uint64_t{most_times_}, std::uint64_t{longest_} - most_times_, std::uint64_t{changesets}, all_lengths_,
        std::uint64_t{spellings}})
    append_number(block, number);
  blocks_.finish(block);
}

}  // namespace kto::store
