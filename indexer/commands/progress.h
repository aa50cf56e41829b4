// Progress of a build, for a person who watches: one line, written over, about once a second.
//
//   412300 of 1000000 rows, 1030 of 2500 offices, 21400 rows/s, 27 s left
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "indexer/store/writer.h"

namespace kto::commands {

// The line. `seconds` since the start.
std::string progress_line(const store::BuildProgress& at, double seconds);

class Progress {
 public:
  explicit Progress(std::ostream& err) : err_(err) {}
  // The last one, when all is read, ends the line.
  void tell(const store::BuildProgress& at);

 private:
  using Clock = std::chrono::steady_clock;
  std::ostream& err_;
  Clock::time_point start_ = Clock::now(), told_ = start_;
};

}  // namespace kto::commands
