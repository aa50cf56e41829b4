// Connection: one to the daemon on 127.0.0.1, kept alive from request to request, never waited for.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "tests/load/questions_asked.h"
#include "tests/load/tally.h"

namespace kto::load {

using Clock = std::chrono::steady_clock;

class Connection {
 public:
  explicit Connection(std::uint16_t port) : port_(port) {}
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool busy() const { return request_ != nullptr; }
  int socket() const { return socket_; }  // -1: not open
  Clock::time_point due() const { return due_; }

  // Opens it if need be, registers it with `poll` (an epoll descriptor; events carry `this`) and sends the request,
  // which must outlive its answer. False when that cannot be done: Outcome::broken.
  bool ask(const Request& request, Clock::time_point due, int poll);

  // Reads what is there. An outcome ends the request; nullopt: not all of the answer has come, or nothing was asked.
  std::optional<Outcome> read(int poll, Tally& tally);

  // The answer did not come in time.
  void give_up();

 private:
  bool open(int poll);
  bool send_all();
  void close();
  std::optional<Outcome> whole_answer();

  std::uint16_t port_;
  int socket_ = -1;
  bool used_before_ = false;  // has answered, so the daemon may have closed it meanwhile
  std::string received_;
  const Request* request_ = nullptr;
  Clock::time_point due_;
};

}  // namespace kto::load
