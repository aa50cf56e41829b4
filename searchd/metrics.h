// Metrics: counters of the daemon and what is read when they are asked for, as Prometheus text (exposition format
// 0.0.4). Labels are routes, status classes and ids of offices: never a question, a path as sent or an address.
//
//   kto_requests_total{route="/api/v1/who",code="2xx"} 1312
//   kto_answers_total{status="no_answer"} 17
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "searchd/answer.h"
#include "searchd/front/exchange.h"
#include "searchd/front/gauges.h"
#include "searchd/front/router.h"
#include "searchd/open_index.h"

namespace kto::searchd {

// Upper bounds of the histogram, in microseconds: a search takes 1 to 10 ms, and 1.5 s is the oldest request that is
// still answered.
inline constexpr std::array<std::uint64_t, 11> kLatencyBounds = {500,    1'000,   2'500,   5'000,     10'000,   25'000,
                                                                 50'000, 100'000, 250'000, 1'000'000, 2'500'000};

// All members may be called from any thread.
class Metrics {
 public:
  // The router outlives it; routes may still be added to it.
  explicit Metrics(const front::Router& router);

  void count(const front::Exchange& exchange);
  void count(Status status);

  // The counters alone.
  std::string text() const;

 private:
  struct Route {
    std::map<int, std::uint64_t> by_class;                                 // 2: how many 2xx
    std::array<std::uint64_t, kLatencyBounds.size() + 1> by_latency = {};  // the last: longer than all bounds
    std::uint64_t microseconds = 0;
  };

  const front::Router& router_;
  mutable std::mutex mutex_;                          // guards what follows
  std::map<std::string, Route, std::less<>> routes_;  // "": every unknown path; so at most one more than routes
  std::map<int, std::uint64_t> refused_;              // by status
  std::map<Status, std::uint64_t> answers_;
};

// Of the connections, of the index and of the process.
std::string metrics_text(const front::Gauges& gauges);
std::string metrics_text(const IndexState& state);
std::string process_metrics_text(std::string_view version);

}  // namespace kto::searchd
