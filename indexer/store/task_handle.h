// TaskHandle: a task point that was found. Of one in the file of an office only what ranking asks for is read; the
// whole of it when it is first looked at.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/law/catalogue.h"

namespace kto::store {

class OfficeFile;

// A task point as stored.
struct StoredTask {
  std::string office;
  law::TaskPoint task;
  bool operator==(const StoredTask&) const = default;
};

// Who has it, and what kind of task it is: as much as ranking needs. Lives as long as its handle.
struct TaskSketch {
  std::string_view office;
  bool has_unit = false;
  std::string_view code, name;  // of the unit
  std::string_view position;    // law::TaskPoint::position
  law::Role role = law::Role::owner;
  bool has_post = false;
  bool is_common = false;   // a task of all units alike (law/common_task.h)
  unsigned long_words = 0;  // of the text: long_words()
};

// Words that could be content: of four bytes or more.
unsigned long_words(std::string_view text);

// Copies share what was read. Of one thread, as the reader that gave it.
class TaskHandle {
 public:
  TaskHandle() = default;                              // of nothing: only to be assigned to
  TaskHandle(std::shared_ptr<const StoredTask> task);  // NOLINT(google-explicit-constructor): a handle of a whole one
  TaskHandle(std::shared_ptr<const OfficeFile> file, std::uint32_t point);

  // Whole. Throws law::Error record-damaged.
  const StoredTask& operator*() const;
  const StoredTask* operator->() const { return &**this; }

  TaskSketch sketch() const;
  bool has_same_text(const TaskHandle& other) const;

 private:
  std::shared_ptr<const OfficeFile> file_;  // null: task_ is all
  std::uint32_t point_ = 0;
  mutable std::shared_ptr<const StoredTask> task_;
};

}  // namespace kto::store
