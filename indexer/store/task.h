// A task point as the index has it: as stored, and as found.
#pragma once

#include <memory>
#include <string>

#include "indexer/law/catalogue.h"
#include "indexer/store/task_heads.h"

namespace kto::store {

struct OpenShard;

struct StoredTask {
  std::string office;
  law::TaskPoint task;
  // Its number in the order of its office (by citation and first day), from 1; 0: its office's shard is elsewhere.
  unsigned number = 0;
  // How many of the same citation stand right before it in that order, and right behind.
  unsigned before = 0, behind = 0;
  bool operator==(const StoredTask&) const = default;
};

// A task point that a search found: of hundreds that are ranked a dozen is shown, and only of those all is read. What
// it gives lives as long as it does. Of one thread.
class FoundTask {
 public:
  explicit FoundTask(StoredTask stored);
  // Of the file of its office, by its number there.
  FoundTask(std::shared_ptr<const OpenShard> shard, unsigned number);
  FoundTask(const FoundTask&) = delete;
  FoundTask& operator=(const FoundTask&) = delete;

  const TaskHead& head() const { return head_; }
  // Whether both have the same text, to the letter. Throws as stored() does.
  bool says_the_same(const FoundTask& other) const;
  // Read at the first call. Throws law::Error index-unreadable or record-damaged when the file is damaged.
  const StoredTask& stored() const;

 private:
  std::shared_ptr<const OpenShard> shard_;
  unsigned number_ = 0;
  TaskHead head_;
  mutable std::unique_ptr<const StoredTask> stored_;
};

// Shared by all of a thread's answers that speak of it.
using TaskHandle = std::shared_ptr<const FoundTask>;

}  // namespace kto::store
