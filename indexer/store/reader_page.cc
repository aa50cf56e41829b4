#include <algorithm>

#include "indexer/store/reader_state.h"
#include "indexer/store/record.h"

namespace kto::store {

// The writer adds task points in their order and nothing is ever deleted: documents 1, 2, 3 … are that order.
TaskPage Reader::tasks_after(unsigned last, unsigned count) const {
  TaskPage page{{}, last};
  const unsigned end = std::min(documents(), last + count);
  while (page.last < end) {
    const std::string record = guarded([&] { return state_->open.database.get_document(page.last + 1).get_data(); });
    page.tasks.push_back(decode_task(record));
    ++page.last;
  }
  return page;
}

}  // namespace kto::store
