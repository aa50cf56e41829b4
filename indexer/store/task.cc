#include "indexer/store/task.h"

#include <utility>

#include "indexer/store/guarded.h"
#include "indexer/store/open_shard.h"

namespace kto::store {

FoundTask::FoundTask(StoredTask stored) : stored_(std::make_unique<const StoredTask>(std::move(stored))) {
  head_ = head_of(*stored_);
}

FoundTask::FoundTask(std::shared_ptr<const OpenShard> shard, unsigned number)
    : shard_(std::move(shard)), number_(number), head_(shard_->lists->heads.of(number)) {}

bool FoundTask::says_the_same(const FoundTask& other) const {
  if (shard_ && other.shard_ && shard_->lists == other.shard_->lists)
    return shard_->lists->heads.say_the_same(number_, other.number_);
  return stored().task.text == other.stored().task.text;
}

const StoredTask& FoundTask::stored() const {
  if (!stored_) stored_ = std::make_unique<const StoredTask>(guarded([this] { return read_task(*shard_, number_); }));
  return *stored_;
}

}  // namespace kto::store
