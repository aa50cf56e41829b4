#include "indexer/store/task_handle.h"

#include <utility>

#include "indexer/law/common_task.h"
#include "indexer/store/office_file.h"

namespace kto::store {
namespace {

bool is_common(std::string_view unit_reason) {
  return unit_reason.starts_with(law::kCommonTask);
}

TaskSketch sketch_of(const StoredTask& stored) {
  const law::TaskPoint& task = stored.task;
  TaskSketch sketch;
  sketch.office = stored.office;
  sketch.has_unit = task.unit.has_value();
  if (task.unit) {
    sketch.code = task.unit->code;
    sketch.name = task.unit->name;
  }
  sketch.position = task.position;
  sketch.role = task.role;
  sketch.has_post = !task.post.empty();
  sketch.is_common = is_common(task.unit_reason);
  sketch.long_words = long_words(task.text);
  return sketch;
}

}  // namespace

unsigned long_words(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  unsigned words = 0;
  std::size_t length = 0;
  for (const char c : text) {
    const bool blank = c == ' ' || c == ',' || c == ';';
    if (blank && length >= kShortest) ++words;
    length = blank ? 0 : length + 1;
  }
  return words + (length >= kShortest ? 1 : 0);
}

TaskHandle::TaskHandle(std::shared_ptr<const StoredTask> task) : task_(std::move(task)) {}

TaskHandle::TaskHandle(std::shared_ptr<const OfficeFile> file, std::uint32_t point)
    : file_(std::move(file)), point_(point) {}

const StoredTask& TaskHandle::operator*() const {
  if (!task_) task_ = std::make_shared<const StoredTask>(file_->task(point_));
  return *task_;
}

TaskSketch TaskHandle::sketch() const {
  if (!file_) return sketch_of(*task_);
  const HolderView holder = file_->holder_view(file_->holder(point_));
  const SettingView setting = file_->setting(point_);
  return {file_->office(),          holder.has_unit, holder.code,          holder.name,
          setting.position,         setting.role,    !holder.post.empty(), is_common(setting.unit_reason),
          file_->long_words(point_)};
}

bool TaskHandle::has_same_text(const TaskHandle& other) const {
  if (file_ && file_ == other.file_) return file_->coded_text(point_) == file_->coded_text(other.point_);
  return (*this)->task.text == other->task.text;
}

}  // namespace kto::store
