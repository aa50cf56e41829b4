// The configuration file. Whatever stands in it, each fault names a line that is there, and what has no fault is within
// its bounds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "searchd/config.h"

using namespace kto::searchd;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto reading = read_config(text, "f");
  const auto lines = static_cast<unsigned long>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const auto& fault : reading.faults) {
    require(fault.rfind("f:", 0) == 0);
    const auto line = std::stoul(fault.substr(2));
    require(line >= 1 && line <= lines);
  }
  require(reading.faults.size() <= lines);
  require(reading.options.workers <= 64 && reading.options.watch <= 86400);
  require(!reading.options.help && !reading.options.version && reading.options.config.empty());
  return 0;
}
