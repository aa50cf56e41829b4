// Exchange: one request as the access log and the metrics see it: without its parameters and without an address.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace kto::front {

struct Exchange {
  std::string method, path;  // as sent; empty when the request was refused unread
  int status = 0;
  std::size_t bytes = 0;                  // of the answer, headers included
  std::chrono::microseconds duration{0};  // from complete request to complete answer, the wait for a worker included
  bool refused = false;                   // by the front: no route has seen it
};
using Observer = std::function<void(const Exchange&)>;

}  // namespace kto::front
