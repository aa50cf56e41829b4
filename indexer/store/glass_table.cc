#include "indexer/store/glass_table.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "indexer/law/error.h"
#include "indexer/store/hash.h"

namespace kto::store {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kEntry = 2;                               // of a directory
constexpr std::size_t kLength = 2, kKeyLength = 1, kPiece = 2;  // of an item
// As in the library four items go into any block.
constexpr std::size_t kLongestItem = (kGlassBlock - kGlassHead) / 4 - kEntry;
constexpr std::size_t kLongestKey = 255;             // its length is one byte
constexpr unsigned kFirst = 0x2000, kLast = 0x4000;  // in the length of an item
constexpr unsigned kRevision = 1;

void append_fixed(std::string& bytes, std::uint64_t value, unsigned count) {
  while (count-- > 0) bytes += static_cast<char>(value >> (8 * count) & 0xFF);
}

void put_short(std::string& bytes, std::size_t at, std::size_t value) {
  bytes[at] = static_cast<char>(value >> 8 & 0xFF);
  bytes[at + 1] = static_cast<char>(value & 0xFF);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + most, b.begin()).first - a.begin());
}

// How much of a tag goes into its first piece, where it needs several: so much that the block is filled, unless what is
// left of it is hardly more than the key.
std::size_t first_piece(std::size_t key, std::size_t tag, std::size_t room) {
  constexpr std::size_t kWorthIt = 34;  // as the library's compaction has it
  const std::size_t whole = kLongestItem - kLength - kKeyLength - key;
  const std::size_t left = room % (kLongestItem + kEntry), overhead = kEntry + kLength + kKeyLength + key + kPiece;
  if (tag <= whole) return tag;
  return left > overhead && left - overhead >= key + kWorthIt ? left - overhead + kPiece : whole;
}

std::string root_info(std::uint32_t root, unsigned flags, std::uint64_t entries, unsigned compresses,
                      std::string_view free_blocks) {
  std::string info;
  for (const std::uint64_t number : {std::uint64_t{root}, std::uint64_t{flags}, entries,
                                     std::uint64_t{kGlassBlock >> 11}, std::uint64_t{compresses}})
    append_number(info, number);
  append_text(info, free_blocks);
  return info;
}

}  // namespace

void append_sortable(std::string& bytes, std::uint32_t number) {
  if (number < 0x8000) return append_fixed(bytes, number, 2);
  unsigned length = 3;  // of whose bits the first ones say how long it is: 10…, 110…, 1110…
  for (std::uint32_t rest = number >> 22; rest != 0; rest >>= 7) ++length;
  const std::uint64_t mark = 0xFFU << (10 - length) & 0xFF;
  append_fixed(bytes, number | mark << (8 * (length - 1)), length);
}

GlassBlocks::GlassBlocks(fs::path file) : file_(std::move(file)), hash_(kHashStart) {
  errno = 0;
  out_.open(file_, std::ios::binary | std::ios::trunc);
  out_.seekp(kGlassBlock);
  if (!out_) fail();
}

void GlassBlocks::fail() const {
  throw fs::filesystem_error("write", file_, std::error_code(errno == 0 ? EIO : errno, std::generic_category()));
}

std::uint32_t GlassBlocks::append(std::string_view block) {
  if (!out_.write(block.data(), static_cast<std::streamsize>(block.size()))) fail();
  hash_ = hash_words(block, hash_);
  return next_++;
}

void GlassBlocks::finish(std::string_view first_block) {
  std::string block(first_block);
  block.resize(kGlassBlock);
  out_.seekp(0);
  out_ << block;
  out_.close();
  if (!out_) fail();
}

bool GlassTable::Level::has_room_for(std::string_view item) const {
  return item.size() + kEntry <= room();
}

void GlassTable::Level::add(std::string_view item) {
  items_begin -= item.size();
  item.copy(bytes.data() + items_begin, item.size());
  put_short(bytes, directory_end, items_begin);
  directory_end += kEntry;
}

void GlassTable::add(std::string_view key, std::string_view tag) {
  if (key.size() > kLongestKey)
    throw law::Error("index-write-failed",
                     "A term or name in the index has " + std::to_string(key.size()) + " bytes, at most 255 fit.",
                     "Look in the catalogue for codes and ids with zero bytes, each of which counts twice.");
  if (levels_.empty()) {
    levels_.emplace_back();
    add_piece("", 1, true, "");  // what stands before all keys
  }
  ++entries_;
  const std::size_t longest = kLongestItem - kLength - kKeyLength - key.size() - kPiece;
  std::size_t size = first_piece(key.size(), tag.size(), levels_.front().room());
  for (unsigned piece = 1;; ++piece) {
    add_piece(key, piece, size == tag.size(), tag.substr(0, size));
    tag.remove_prefix(size);
    if (tag.empty()) return;
    size = std::min(tag.size(), longest);
  }
}

void GlassTable::add_piece(std::string_view key, unsigned piece, bool is_last, std::string_view bytes) {
  item_.assign(kLength, '\0');
  item_ += static_cast<char>(key.size());
  item_ += key;
  if (piece > 1) append_fixed(item_, piece, kPiece);
  item_ += bytes;
  put_short(item_, 0, (item_.size() - kLength - kKeyLength) | (piece == 1 ? kFirst : 0) | (is_last ? kLast : 0));
  Level& leaf = levels_.front();
  if (!leaf.has_room_for(item_)) {
    add_branch(1, leaf.separator, write(0));
    leaf.separator = key.substr(0, common_prefix(last_key_, key) + 1);
    append_fixed(leaf.separator, piece, kPiece);
  }
  leaf.add(item_);
  last_key_ = key;
}

// The first block of all on its level has no separator: what is smaller than the others is in it.
void GlassTable::add_branch(std::size_t level, std::string_view separator, std::uint32_t block) {
  const auto item = [block](std::string_view key_and_piece) {
    std::string bytes;
    append_fixed(bytes, block, 4);
    bytes += static_cast<char>(key_and_piece.size() - kPiece);
    return bytes.append(key_and_piece);
  };
  const std::string smallest(kPiece, '\0');
  if (levels_.size() == level) {
    levels_.emplace_back();
    return levels_[level].add(item(smallest));
  }
  if (levels_[level].has_room_for(item(separator))) return levels_[level].add(item(separator));
  const std::string own = std::exchange(levels_[level].separator, std::string(separator));
  add_branch(level + 1, own, write(level));
  levels_[level].add(item(smallest));
}

// Leaves the level empty, its separator as it is.
std::uint32_t GlassTable::write(std::size_t level) {
  Level& full = levels_[level];
  std::string head;
  append_fixed(head, kRevision, 4);
  append_fixed(head, level, 1);
  for (const std::size_t number : {full.room(), full.room(), full.directory_end}) append_fixed(head, number, 2);
  full.bytes.replace(0, head.size(), head);
  const std::uint32_t number = blocks_.append(full.bytes);
  full.bytes.assign(kGlassBlock, '\0');
  full.directory_end = kGlassHead;
  full.items_begin = kGlassBlock;
  return number;
}

std::string GlassTable::finish(unsigned compresses) {
  if (levels_.empty()) return none(compresses);
  std::uint32_t root = write(0);
  std::size_t level = 0;
  while (++level < levels_.size()) {
    add_branch(level, levels_[level - 1].separator, root);
    root = write(level);
  }
  std::string free_blocks;  // none: only where the next one would go
  for (const std::uint32_t number : {std::uint32_t{kRevision}, blocks_.next(), 0U, 0U, 0U, 0U})
    append_number(free_blocks, number);
  return root_info(root, static_cast<unsigned>(level - 1) << 2, entries_, compresses, free_blocks);
}

std::string GlassTable::none(unsigned compresses) {
  constexpr unsigned kNotThere = 3;
  return root_info(0, kNotThere, 0, compresses, "");
}

}  // namespace kto::store
