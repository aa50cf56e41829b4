// Front: the daemon's HTTP/1.1 side. One thread owns every socket and reads whole requests, each within time and size
// limits; only a complete, checked request goes to a worker, which answers it from memory. So no client, however slow
// or hostile, ever holds a worker.
//
//   Router router;  …routes…
//   Front front(router, {.host = "127.0.0.1", .port = 0, .workers = 2});
//   front.start();
//   …front.port()…
//   front.stop();  // running requests are finished and delivered first
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "searchd/front/connections.h"
#include "searchd/front/exchange.h"
#include "searchd/front/gauges.h"
#include "searchd/front/job_queue.h"
#include "searchd/front/library.h"
#include "searchd/front/limits.h"
#include "searchd/front/router.h"
#include "searchd/front/socket.h"

namespace kto::front {

struct FrontOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: a free one
  unsigned workers = 2;
  Limits limits = {};
  Observer observer = {};  // called from all workers and the front's thread
  std::shared_ptr<Gauges> gauges = std::make_shared<Gauges>();
};

class Front {
 public:
  // Listens, but answers nobody before start(). The router outlives the front. Throws law::Error cannot-listen.
  Front(const Router& router, FrontOptions options);
  ~Front();  // stops

  std::uint16_t port() const { return port_; }
  void start();
  // Takes no new connection, lets running requests end (Limits::drain_time at most) and returns. Twice does nothing
  // more.
  void stop();

 private:
  void work();
  Answer answer_to(Job& job);
  Finished finish(Job& job);
  Finished go_on(Job& job);

  void run();
  bool drained() const;
  void begin_drain();
  void accept_waiting();
  void on_event(Connection& connection, std::uint32_t events);
  void on_input(Connection& connection, Connection::Input input);
  void enqueue(Connection& connection);
  void deliver_finished();
  void serve_pipelined();
  void end_overdue();
  void refuse(Connection& connection, int status);
  void begin_answer(Connection& connection, Finished finished);
  void send(Connection& connection);  // may drop it
  // Keeps the sum of what all connections hold.
  void count(Connection& connection);
  // The same; false when all of them hold too much, though the largest others have been given up.
  bool holds(Connection& connection);
  // False when it would be one stream too many, and none of the others has been idle for long.
  bool may_stream(Connection& connection);
  // Of a connection that waits for lines: a status if it has not begun its answer, else the last line of it.
  void end_stream(Connection& connection, int status);
  void resume(Connection& connection, std::shared_ptr<Streamed> rest);
  void drop(Connection& connection);
  bool give_up_one(Shortage shortage);
  void watch(Connection& connection, std::uint32_t events);

  const FrontOptions options_;
  Descriptor listener_;
  const std::uint16_t port_;
  const BodyRules rules_;
  Poller poller_;
  JobQueue queue_;
  Library library_;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> threads_;

  // The front's thread alone.
  Connections connections_;
  std::vector<ConnectionId> pipelined_;  // kept alive, with the next request perhaps already read
  std::uint64_t serial_ = 0;
  std::size_t pending_output_ = 0, pending_input_ = 0, streams_ = 0;
  Clock::time_point next_check_;
  bool draining_ = false;
  Clock::time_point drain_until_;
};

}  // namespace kto::front
