// A task point as the index has it: as stored, and as found.
#pragma once

#include <forward_list>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/law/catalogue.h"
#include "indexer/store/coded_text.h"

namespace kto::store {

struct StoredTask {
  std::string office;
  law::TaskPoint task;
  // Its number in the order of its office (by citation and first day), from 1; 0: its office's shard is elsewhere.
  unsigned number = 0;
  // How many of the same citation stand right before it in that order, and right behind.
  unsigned before = 0, behind = 0;
  bool operator==(const StoredTask&) const = default;
};

// What a task point is ranked by. Its views live as long as what gave it.
struct TaskHead {
  std::string_view office;
  bool has_unit = false;
  std::string_view code, name;  // of its unit; empty without one
  std::string_view unit_reason, position;
  bool of_post = false;  // TaskPoint::post names one
  law::Role role = law::Role::owner;
  bool operator==(const TaskHead&) const = default;
};

TaskHead head_of(const StoredTask& stored);

// A task point that a search found: of hundreds that are ranked a dozen is shown, and only of those all is read. What
// it gives lives as long as it does. Of one thread.
class FoundTask {
 public:
  explicit FoundTask(StoredTask stored);
  // Of its record (record.h), its number, and the list of strings of its office, which is never null. Throws law::Error
  // record-damaged, as all that is read later may too.
  FoundTask(std::string record, unsigned number, std::shared_ptr<const StringList> names);
  FoundTask(const FoundTask&) = delete;
  FoundTask& operator=(const FoundTask&) = delete;

  const TaskHead& head() const { return head_; }
  // Calls take(std::string_view) for the words of its text, what stands between blanks, until it gives false.
  template <typename Take>
  void each_word(const Take& take) const {
    if (stored_)
      each_part(stored_->task.text, take);
    else
      each_coded_word(text_, *names_, take);
  }
  // Whether both have the same text, to the letter.
  bool says_the_same(const FoundTask& other) const;
  // Read at the first call.
  const StoredTask& stored() const;

 private:
  std::string record_;
  unsigned number_ = 0;
  std::shared_ptr<const StringList> names_;
  std::forward_list<std::string> own_;  // what the head says and the list does not
  TaskHead head_;
  std::string_view text_;  // of the record, from where its text begins
  mutable std::unique_ptr<const StoredTask> stored_;
};

// Shared with the reader that keeps it, and with all answers of the thread that speak of it.
using TaskHandle = std::shared_ptr<const FoundTask>;

}  // namespace kto::store
