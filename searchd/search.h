// Search: a snapshot of the index and a query → an answer. Pure functions of the two; each worker has its own Snapshot
// view, since the search library's database is not to be shared between threads.
#pragma once

#include "searchd/answer.h"

namespace kto::store {
class Reader;
}

namespace kto::searchd {

// Of one office when the query names one: as if the index held nothing else.
Answer who(const store::Reader& all, const WhoQuery& query);
TasksAnswer tasks(const store::Reader& all, const TasksQuery& query);

}  // namespace kto::searchd
