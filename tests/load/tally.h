// Tally: what became of the requests of a time, and how long they took from the moment they were due.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kto::load {

enum class Outcome : std::uint8_t {
  accepted,  // 200 with a body that is right
  refused,   // 503: the daemon has too much to do
  status,    // any other status
  mixed,     // 200, but the body is that of no index
  broken,    // the connection ended within an answer, was not opened, or there was no answer in time
};
constexpr std::size_t kOutcomes = 5;

class Tally {
 public:
  void add(Outcome outcome, std::chrono::microseconds taken);
  void add(const Tally& other);
  // Asked once more: the daemon had closed a connection at rest just when it was used again (RFC 9112, 9.3.1).
  void retried() { ++retried_; }

  // One line: {"accepted":…,"refused":…,"status":…,"mixed":…,"broken":…,"retried":…,"seconds":…,"p50_ms":…,"p99_ms":…,
  // "most_ms":…,"refused_p99_ms":…}. Times are those of the accepted; null where there are none.
  std::string line(double seconds) const;

 private:
  std::array<std::uint64_t, kOutcomes> counts_{};
  std::uint64_t retried_ = 0;
  std::vector<std::uint32_t> accepted_, refused_;  // microseconds
};

}  // namespace kto::load
