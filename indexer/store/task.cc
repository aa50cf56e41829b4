#include "indexer/store/task.h"

#include <utility>

#include "indexer/store/record.h"

namespace kto::store {

TaskHead head_of(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  TaskHead head;
  head.office = stored.office;
  if (task.unit) {
    head.has_unit = true;
    head.code = task.unit->code;
    head.name = task.unit->name;
  }
  head.unit_reason = task.unit_reason;
  head.position = task.position;
  head.of_post = !task.post.empty();
  head.role = task.role;
  return head;
}

FoundTask::FoundTask(StoredTask stored) : stored_(std::make_unique<const StoredTask>(std::move(stored))) {
  head_ = head_of(*stored_);
}

FoundTask::FoundTask(std::string record, unsigned number, std::shared_ptr<const StringList> names)
    : record_(std::move(record)), number_(number), names_(std::move(names)) {
  head_ = decode_head(record_, *names_, own_, text_);
}

bool FoundTask::says_the_same(const FoundTask& other) const {
  if (names_ && names_ == other.names_) return same_coded(text_, other.text_, *names_);
  return stored().task.text == other.stored().task.text;
}

const StoredTask& FoundTask::stored() const {
  if (!stored_) {
    StoredTask stored = decode_task(record_, *names_);
    stored.number = number_;
    stored_ = std::make_unique<const StoredTask>(std::move(stored));
  }
  return *stored_;
}

}  // namespace kto::store
