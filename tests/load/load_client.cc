// Asks a daemon on the loopback from one thread and says what became of it:
//
//   load-client PORT REQUESTS SECONDS CONNECTIONS RATE [PERIOD [ANSWERS]]
//
// RATE 0: each connection asks again as soon as it is answered, so the daemon sets the pace. RATE N: N requests a
// second are due, answered or not, over at most CONNECTIONS; the time of each counts from the moment it was due, so
// that a daemon that falls behind cannot hide it. Prints a line of JSON (Tally) every PERIOD seconds and one at the end
// for all, with "unsent": the requests that were due and found no connection free until the end. ANSWERS: the bodies
// that are right (questions_asked.h). Exit status 0 when it could ask, whatever the answers; 2 wrong arguments.
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/load/connection.h"

namespace {

using namespace kto::load;
using std::chrono::duration;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kPatience{20};     // for one answer: longer than any limit of the front
constexpr milliseconds kLook{1000};  // how often requests are looked for that lost their patience

struct Plan {
  std::uint16_t port = 0;
  std::vector<Request> requests;
  double seconds = 0;
  std::size_t connections = 0;
  double rate = 0;    // a second; 0: as fast as the daemon answers
  double period = 0;  // seconds; 0: only the line at the end
};

class Client {
 public:
  explicit Client(const Plan& plan) : plan_(plan), poll_(epoll_create1(EPOLL_CLOEXEC)) {
    for (std::size_t i = 0; i < plan.connections; ++i) free_.push_back(&connections_.emplace_back(plan.port));
  }
  ~Client() { close(poll_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void run() {
    begun_ = period_begun_ = looked_ = Clock::now();
    ends_ = begun_ + std::chrono::duration_cast<Clock::duration>(duration<double>(plan_.seconds));
    while (Clock::now() < ends_) {
      start_due();
      wait(std::min(ends_, plan_.rate > 0 && !free_.empty() ? due_at(asked_) : ends_));
      tell_period();
    }
    const auto due = std::max(asked_, static_cast<std::size_t>(plan_.seconds * plan_.rate));
    while (free_.size() < connections_.size()) wait(Clock::now() + kLook);
    all_.add(now_);
    const auto line = all_.line(duration<double>(Clock::now() - begun_).count());
    std::printf("%s,\"unsent\":%zu}\n", line.substr(0, line.size() - 1).c_str(), due - asked_);
  }

 private:
  Clock::time_point due_at(std::size_t number) const {
    if (plan_.rate == 0) return Clock::now();
    return begun_ +
           std::chrono::duration_cast<Clock::duration>(duration<double>(static_cast<double>(number) / plan_.rate));
  }

  void start_due() {
    while (!free_.empty() && Clock::now() < ends_ && (plan_.rate == 0 || due_at(asked_) <= Clock::now())) {
      auto* connection = free_.back();
      free_.pop_back();
      const auto due = due_at(asked_);
      if (!connection->ask(plan_.requests[asked_++ % plan_.requests.size()], due, poll_))
        ended(connection, Outcome::broken);
    }
  }

  // A connection that ended well is used again first; so those at rest end by the daemon's own limit.
  void ended(Connection* connection, Outcome outcome) {
    now_.add(outcome, std::chrono::duration_cast<microseconds>(Clock::now() - connection->due()));
    free_.push_back(connection);
    if (outcome == Outcome::broken) usleep(1000);  // whoever is not there is not asked a million times
  }

  // For answers, until then at most.
  void wait(Clock::time_point until) {
    const auto left =
        std::clamp<std::int64_t>((until - Clock::now()).count(), 0, std::chrono::nanoseconds(kLook).count());
    // epoll_wait counts in milliseconds, too coarse for thousands of requests a second.
    const timespec time{left / 1'000'000'000, left % 1'000'000'000};
    pollfd ready{poll_, POLLIN, 0};
    ppoll(&ready, 1, &time, nullptr);
    std::array<epoll_event, 64> events{};
    const int count = epoll_wait(poll_, events.data(), events.size(), 0);
    for (int i = 0; i < count; ++i) {
      auto* connection = static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr);
      const bool asked = connection->busy();
      const auto outcome = connection->read(poll_, now_);
      if (asked && outcome) ended(connection, *outcome);
    }
    if (Clock::now() - looked_ > kLook) give_up_old();
  }

  void give_up_old() {
    looked_ = Clock::now();
    for (auto& connection : connections_) {
      if (!connection.busy() || looked_ - connection.due() < kPatience) continue;
      connection.give_up();
      ended(&connection, Outcome::broken);
    }
  }

  void tell_period() {
    const auto taken = duration<double>(Clock::now() - period_begun_).count();
    if (plan_.period == 0 || taken < plan_.period) return;
    std::printf("%s\n", now_.line(taken).c_str());
    std::fflush(stdout);
    all_.add(now_);
    now_ = {};
    period_begun_ = Clock::now();
  }

  const Plan& plan_;
  int poll_;
  std::deque<Connection> connections_;  // in place for good: events point at them
  std::vector<Connection*> free_;
  Clock::time_point begun_, ends_, period_begun_, looked_;
  std::size_t asked_ = 0;
  Tally now_, all_;  // since the last line; before it
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6 || argc > 8) {
    std::fputs("load-client PORT REQUESTS SECONDS CONNECTIONS RATE [PERIOD [ANSWERS]]\n", stderr);
    return 2;
  }
  try {
    Plan plan;
    plan.port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    plan.requests = read_requests(argv[2], argc > 7 ? argv[7] : "");
    plan.seconds = std::atof(argv[3]);
    plan.connections = static_cast<std::size_t>(std::atoi(argv[4]));
    plan.rate = std::atof(argv[5]);
    plan.period = argc > 6 ? std::atof(argv[6]) : 0;
    if (plan.port == 0 || plan.seconds <= 0 || plan.connections == 0)
      throw std::runtime_error("PORT, SECONDS and CONNECTIONS are numbers over 0");
    Client(plan).run();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load-client: %s\n", error.what());
    return 2;
  }
}
