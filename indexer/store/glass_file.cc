#include "indexer/store/glass_file.h"

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

// `first`, `next`: the key of its first chunk, and what keys of others begin with.
void write_chunks(GlassTable& table, const std::string& first, const std::string& next, std::uint64_t documents,
                  std::uint64_t times, const std::vector<GlassChunks::Chunk>& chunks) {
  for (const GlassChunks::Chunk& chunk : chunks) {
    const bool is_first = &chunk == &chunks.front();
    std::string key = is_first ? first : next, tag;
    if (is_first)
      for (const std::uint64_t number : {documents, times, std::uint64_t{chunk.first} - 1}) append_number(tag, number);
    else
      append_sortable(key, chunk.first);
    tag += &chunk == &chunks.back() ? '1' : '0';
    append_number(tag, chunk.last - chunk.first);
    table.add(key, tag += chunk.bytes);
  }
}

}  // namespace

std::string& GlassChunks::entry_of(std::uint32_t document) {
  if (all_.empty() || all_.back().bytes.size() >= kFullChunk)
    all_.push_back({document, document, {}});
  else
    append_number(all_.back().bytes, document - all_.back().last - 1);
  all_.back().last = document;
  return all_.back().bytes;
}

void GlassChunks::add(std::uint32_t document, std::string_view entry) {
  append_text(entry_of(document), entry);
}

void GlassChunks::add(std::uint32_t document, std::uint32_t entry) {
  append_number(entry_of(document), entry);
}

void GlassFile::add_document(std::uint32_t length, std::string_view record) {
  lengths_.add(++documents_, length);
  if (length > 0) shortest_ = shortest_ == 0 ? length : std::min(shortest_, length);
  longest_ = std::max(longest_, length);
  all_lengths_ += length;
  if (record.empty()) return;
  std::string key;
  append_sortable(key, documents_);
  records_.add(key, record);
}

void GlassFile::add_value(std::uint32_t document, std::uint32_t slot, std::string_view value) {
  if (value.empty()) return;
  Slot& into = slots_[slot];
  if (into.documents == 0 || value < into.lowest) into.lowest = value;
  if (into.documents == 0 || value > into.highest) into.highest = value;
  ++into.documents;
  into.chunks.add(document, value);
}

void GlassFile::set_metadata(const std::string& name, std::string_view value) {
  if (!value.empty()) metadata_.insert_or_assign(name, value);
}

void GlassFile::write_slots() {
  for (const auto& [number, slot] : slots_) {
    std::string key(kSlot), tag;
    if (number > 0) key += static_cast<char>(number);
    append_number(tag, slot.documents);
    append_text(tag, slot.lowest);
    lists_.add(key, slot.lowest == slot.highest ? tag : tag + slot.highest);
  }
  for (const auto& [number, slot] : slots_) {
    for (const GlassChunks::Chunk& chunk : slot.chunks.all()) {
      std::string key(kValues);
      append_number(key, number);
      append_sortable(key, chunk.first);
      lists_.add(key, chunk.bytes);
    }
  }
}

void GlassFile::begin_lists() {
  about_records_ = records_.finish(kDeflated);
  for (const auto& [name, value] : metadata_) lists_.add(std::string(kMetadata) + name, value);
  write_slots();
  write_chunks(lists_, std::string(kLengths), std::string(kLengths), 0, 0, lengths_.all());
}

void GlassFile::add_list(std::string_view name, const GlassList& list) {
  const std::string key = key_of(name);
  write_chunks(lists_, key, key + '\0', list.documents, list.all_times, list.chunks.all());
  most_times_ = std::max(most_times_, list.most_times);
}

void GlassFile::finish() {
  const std::string about_lists = lists_.finish(0);
  std::string block("\x0f\rXapian Glass\x04\x6e");  // of 2016-03-14
  // In place of a random number: the same documents make the same file.
  for (unsigned i = 0; i < 16; ++i) block += static_cast<char>(blocks_.hash() >> (8 * (i % 8)) & 0xFF);
  append_number(block, 1);  // revision
  block += about_lists;
  block += about_records_;
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
