// Gauges: what the front is doing just now, for the metrics. Written by the front, read by any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace kto::front {

struct Gauges {
  std::atomic<std::size_t> connections{0};  // open
  std::atomic<std::size_t> waiting{0};      // complete requests that no worker has taken yet
  std::atomic<std::size_t> working{0};      // workers that are answering
  std::atomic<std::uint64_t> accepted{0};   // connections since the start
  std::atomic<std::uint64_t> given_up{0};   // connections that were cut off because there were too many of them
};

}  // namespace kto::front
