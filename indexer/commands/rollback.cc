#include "indexer/store/rollback.h"

#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/open_analyser.h"

namespace kto::commands {

int rollback(const RollbackRequest& request, const Streams& streams) {
  const auto done = store::roll_back(request.index, open_analyser(request.dictionary), request.to);
  streams.err << "went from generation " << done.from << " to " << done.to
              << "; a daemon that watches the folder takes it up by itself, others on SIGHUP\n";
  return kDone;
}

}  // namespace kto::commands
