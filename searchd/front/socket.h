// The few system calls the front is made of, with their failures turned into law::Error: listening, accepting, waiting.
#pragma once

#include <sys/epoll.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kto::front {

// A file descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;

  int number() const { return number_; }

 private:
  int number_;
};

// "127.0.0.1", "::1", "localhost"; port 0 picks a free one. Throws law::Error cannot-listen.
Descriptor listen_on(const std::string& host, std::uint16_t port);
std::uint16_t port_of(const Descriptor& listener);

struct Accepted {
  int socket = -1;
  std::string client;  // the peer's address
};
// The next connection, non-blocking and with TCP_NODELAY; nullopt when there is none. `exhausted` is set when there is
// one but no descriptor or memory for it.
std::optional<Accepted> accept_from(const Descriptor& listener, bool& exhausted);

// Raises this process's limit of open files as far as it may be raised, up to `wanted`.
void allow_open_files(std::size_t wanted);

// epoll, and an event that any thread or signal handler can raise.
class Poller {
 public:
  Poller();  // throws law::Error no-poller

  // What to report of the descriptor; 0: nothing. `before`: what was asked for last.
  void watch(int descriptor, std::uint32_t before, std::uint32_t wanted);
  // Waits up to `timeout_ms` (-1: without end). A raised event ends the wait and is not among the reported ones.
  const std::vector<epoll_event>& wait(int timeout_ms);
  // Async-signal-safe.
  void wake() const;

 private:
  Descriptor epoll_, event_;
  std::vector<epoll_event> events_;
};

}  // namespace kto::front
