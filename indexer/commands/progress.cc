#include "indexer/commands/progress.h"

#include <cmath>
#include <ostream>
#include <sstream>

namespace kto::commands {

std::string progress_line(const store::BuildProgress& at, double seconds) {
  std::ostringstream line;
  line << at.rows << " of " << at.of_rows << " rows, " << at.offices << " of " << at.of_offices << " offices";
  if (at.rows == 0 || seconds <= 0) return line.str();
  const double rate = static_cast<double>(at.rows) / seconds;
  line << ", " << std::llround(rate) << " rows/s, "
       << std::llround(std::ceil(static_cast<double>(at.of_rows - at.rows) / rate)) << " s left";
  return line.str();
}

void Progress::tell(const store::BuildProgress& at) {
  const auto now = Clock::now();
  const bool last = at.offices == at.of_offices;
  if (!last && now - told_ < std::chrono::seconds(1)) return;
  told_ = now;
  // To the end of the line what was longer is cleared.
  err_ << '\r' << progress_line(at, std::chrono::duration<double>(now - start_).count()) << "\033[K"
       << (last ? "\n" : "") << std::flush;
}

}  // namespace kto::commands
