// require_written: what a command printed has arrived. Where standard output is a file on a full disk, the printing
// itself does not fail, and half a list would look like a whole one.
#pragma once

#include <cerrno>
#include <cstring>
#include <ostream>
#include <string>

#include "indexer/law/error.h"

namespace kto::law {

// Throws Error{"output-not-written"} when anything of what was printed to `out` is lost. Called once, at the end.
inline void require_written(std::ostream& out) {
  errno = 0;
  if (out.flush()) return;
  const std::string reason = errno == 0 ? "" : std::string(": ") + std::strerror(errno);
  throw Error("output-not-written", "What was printed did not arrive whole on standard output" + reason + ".",
              "Check the free space of where it goes; what is there is incomplete.");
}

}  // namespace kto::law
