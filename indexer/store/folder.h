// Folder: the files of an index folder (their layout: writer.h), and what makes a build in it safe.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace kto::store {

// generation-7.glass
std::filesystem::path generation_file(const std::filesystem::path& index_dir, unsigned generation);

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

// An empty building/ folder; what a killed builder left in it is gone.
std::filesystem::path fresh_building_folder(const std::filesystem::path& index_dir);

// A number no generation in the folder has, above all of them.
unsigned next_generation(const std::filesystem::path& index_dir);

// Makes `built`, sealed, the generation that `current` names: fsync, rename, fsync, replace `current`. Throws
// law::Error index-write-failed; `current` is then as it was.
void put_in_place(const std::filesystem::path& index_dir, const std::filesystem::path& built, unsigned generation);

// Makes `current` name a generation that is there, by way of building/, which must be there. Throws as put_in_place.
void name_current(const std::filesystem::path& index_dir, unsigned generation);

// Removes building/ and all generations but `keep` and `also_keep`. What cannot be removed stays: the next build tries
// again.
void sweep(const std::filesystem::path& index_dir, unsigned keep, std::optional<unsigned> also_keep);

// Without the lock: the generations in the folder, in order.
std::vector<unsigned> generations(const std::filesystem::path& index_dir);

}  // namespace kto::store
