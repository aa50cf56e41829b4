// Search: a snapshot of the index and a query → an answer. Pure functions of the two; each worker has its own Snapshot
// view, since the search library's database is not to be shared between threads.
#pragma once

#include "searchd/answer.h"

namespace kto::store {
class Reader;
}

namespace kto::searchd {

Answer who(const store::Reader& index, const WhoQuery& query);
TasksAnswer tasks(const store::Reader& index, const TasksQuery& query);

}  // namespace kto::searchd
