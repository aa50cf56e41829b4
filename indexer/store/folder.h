// Folder: the files of an index folder, and what makes a build in it safe.
//
//   index/
//     current                          one line: generation-7.index; replaced by rename, so it names the old or the new
//                                      generation, whole
//     generation-7.index               its manifest: every office with its shard (manifest_text.h)
//     generation-6.index               the one before, to go back to (rollback.h)
//     shards/lublin.9c3f5a0e77d1b842.glass   one office, one read-only file, named by its hash: generations share it
//     shards/+wordings.8f0c….glass     what all of them say, each wording once, where there are several
//     shards/+since.51aa….glass        the same of those that changed since that was made
//     wordings                         a stub of the search library that names these two, for xapian-tcpsrv
//     lock                             held (flock) while a builder works; freed by the kernel however the builder ends
//     building/                        only while a builder works; what a killed one left is taken over by the next
//                                      where it is whole (building/ready/), else swept
//
// What is put in place is synced before it is named. Killed anywhere, the folder still answers as before.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/manifest.h"

namespace kto::store {

// Where the name of an office would stand, in the name of the file of wordings.
inline constexpr std::string_view kWordings = "+wordings", kSince = "+since";

// generation-7.index
std::filesystem::path generation_file(const std::filesystem::path& index_dir, unsigned generation);
// shards/lublin.9c3f….glass
std::filesystem::path shard_file(const std::filesystem::path& index_dir, std::string_view office, const Shard& shard);
// An office's id as part of a file's name.
std::string file_name_of(std::string_view office);
// Whether the number is that of a generation as versions before schema 5 left it: generation-7.glass.
bool is_one_file_generation(const std::filesystem::path& index_dir, unsigned generation);

// Held by the one builder of a folder. The kernel frees it when the process ends, however it ends.
class FolderLock {
 public:
  // Makes the folder when missing. Throws law::Error index-locked or index-not-writable.
  explicit FolderLock(const std::filesystem::path& index_dir);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

// The functions below need the lock.

// A building/ folder in which only building/ready/ may hold anything: the finished shards of a killed builder.
std::filesystem::path fresh_building_folder(const std::filesystem::path& index_dir);

// A number no generation in the folder has, above all of them.
unsigned next_generation(const std::filesystem::path& index_dir);

// Moves a finished file to where the shard's name says. Not synced yet. Where there is a whole one it stays: the same
// content makes the same file, and that one is on the disk already.
void move_to_shards(const std::filesystem::path& index_dir, const std::filesystem::path& file, std::string_view office,
                    const Shard& shard);

// Makes `manifest` the generation that `current` names: syncs all shards, writes, syncs and renames its file, replaces
// `current`. Throws law::Error index-write-failed; `current` is then as it was.
void put_in_place(const std::filesystem::path& index_dir, const Manifest& manifest, unsigned generation);

// Makes `current` name a generation that is there, by way of building/, which must be there. Throws as put_in_place.
void name_current(const std::filesystem::path& index_dir, unsigned generation);

// Removes building/, all generations but `keep` and `also_keep` that nobody reads any more (generation.h), and the
// shards that none of those left names. What cannot be removed stays: the next build tries again.
void sweep(const std::filesystem::path& index_dir, unsigned keep, std::optional<unsigned> also_keep);

// Without the lock: the generations in the folder, in order.
std::vector<unsigned> generations(const std::filesystem::path& index_dir);

}  // namespace kto::store
