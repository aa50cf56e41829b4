// TaskCache: task points read lately, decoded. The same points answer most questions to an office, and reading one
// costs more than matching it. Inside this room only; of one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>

#include "indexer/store/query.h"

namespace kto::store {

class TaskCache {
 public:
  // Two halves of so many: some 4 MB a thread when full. Holds the whole of a large office.
  static constexpr std::size_t kHalf = 2048;

  // The task point of a document of the file at `place`; `read` is asked for it if it is not kept.
  template <typename Read>
  TaskHandle get(std::size_t place, unsigned document, const Read& read) {
    const std::uint64_t key = std::uint64_t{place} << 32U | document;
    if (const auto known = young_.find(key); known != young_.end()) return known->second;
    const auto aged = old_.find(key);
    TaskHandle task = aged != old_.end() ? aged->second : std::make_shared<const StoredTask>(read());
    // What was not asked for while as many others were is let go.
    if (young_.size() == kHalf) old_ = std::exchange(young_, {});
    young_.emplace(key, task);
    return task;
  }

 private:
  std::unordered_map<std::uint64_t, TaskHandle> young_, old_;
};

}  // namespace kto::store
