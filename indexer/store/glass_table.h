// GlassTable: one table of a database in the search library's own format, "glass", written from its first key to its
// last: a balanced tree of blocks, filled from its leaves upwards, so that nothing is written twice.
//
//   block  = revision(4) level(1) free(2) free(2) end of directory(2) directory … free … items, the last one first
//   leaf's item   = flags and length(2) length of key(1) key [number of piece(2)] piece of the tag
//   branch's item = number of block(4) length of key(1) beginning of key, as much as tells it from the one before,
//                   number of piece(2)
//
// Numbers highest byte first. The format is that of Xapian 1.4 (backends/glass/glass_table.h, glass_version.cc), the
// same since 2016; why it is written here: docs/decisions/0037.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace kto::store {

// Of all tables; the smallest the library has. A village's file has some 20 blocks of 8 KiB, half of them nearly empty.
inline constexpr std::size_t kGlassBlock = 2048;
inline constexpr std::size_t kGlassHead = 11;  // bytes before the directory of a block

// 7 bits a byte, lowest first, the top bit says that more follow.
inline void append_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

// The length, then the bytes.
inline void append_text(std::string& bytes, std::string_view text) {
  append_number(bytes, text.size());
  bytes += text;
}

// Numbers of documents as they stand in keys: in bytes that sort as they do.
void append_sortable(std::string& bytes, std::uint32_t number);

// The blocks of a file, one after the other; the first one comes last. Throws fs::filesystem_error.
class GlassBlocks {
 public:
  explicit GlassBlocks(std::filesystem::path file);
  // Its number.
  std::uint32_t append(std::string_view block);
  std::uint32_t next() const { return next_; }
  // Of all blocks so far.
  std::uint64_t hash() const { return hash_; }
  void finish(std::string_view first_block);

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path file_;
  std::ofstream out_;
  std::uint32_t next_ = 1;
  std::uint64_t hash_;
};

class GlassTable {
 public:
  // `blocks` must outlive it.
  explicit GlassTable(GlassBlocks& blocks) : blocks_(blocks) {}
  // Keys come in their order, each once; none is empty. Throws law::Error index-write-failed for one of more than 255
  // bytes.
  void add(std::string_view key, std::string_view tag);
  // What the first block of the file says of the table. `compresses`: how many bytes a tag must have that the library
  // would deflate; what stands here is never deflated.
  std::string finish(unsigned compresses);
  // The same of a table that is not there.
  static std::string none(unsigned compresses);

 private:
  // The block that is being filled on one level of the tree.
  struct Level {
    std::string separator = {};  // key and piece of its first item, as the level above names them
    std::string bytes = std::string(kGlassBlock, '\0');
    std::size_t directory_end = kGlassHead, items_begin = kGlassBlock;
    std::size_t room() const { return items_begin - directory_end; }
    bool has_room_for(std::string_view item) const;
    void add(std::string_view item);
  };

  void add_piece(std::string_view key, unsigned piece, bool is_last, std::string_view bytes);
  void add_branch(std::size_t level, std::string_view separator, std::uint32_t block);
  std::uint32_t write(std::size_t level);

  GlassBlocks& blocks_;
  std::deque<Level> levels_;  // leaves first
  std::string item_, last_key_;
  std::uint64_t entries_ = 0;
};

}  // namespace kto::store
