#include <algorithm>

#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {
namespace {

// The writer adds task points in their order and nothing is ever deleted: documents 1, 2, 3 … are that order.
void read_page(const OpenShard& shard, unsigned from, unsigned to, TaskPage& page) {
  for (unsigned document = from + 1; document <= to; ++document)
    page.tasks.push_back(guarded([&] { return read_task(shard, document); }));
}

}  // namespace

TaskPage Reader::tasks_after(unsigned last, unsigned count) const {
  TaskPage page{{}, last};
  if (is_nowhere(scope_)) return page;
  const auto& offices = manifest().offices;
  const std::size_t end = scope_ ? *scope_ + 1 : offices.size();
  unsigned before = 0;  // task points of the shards before this one
  for (std::size_t place = scope_.value_or(0); place < end && page.tasks.size() < count; ++place) {
    const unsigned in_shard = offices[place].tasks, from = page.last - std::min(page.last, before);
    if (from < in_shard && !is_elsewhere(place)) {
      const unsigned to = std::min(in_shard, from + count - static_cast<unsigned>(page.tasks.size()));
      read_page(*state_->open(place), from, to, page);
      page.last = before + to;
    }
    before += in_shard;
  }
  return page;
}

}  // namespace kto::store
