#include "searchd/front/socket.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "indexer/law/error.h"

namespace kto::front {
namespace {

// Connections that the kernel holds until they are accepted; the library's own 5 lose bursts.
constexpr int kBacklog = 1024;
// Events taken at once: bounds how long new connections wait for old ones.
constexpr std::size_t kEventsAtOnce = 128;

Descriptor try_to_listen(const addrinfo& address) {
  Descriptor listener(socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (listener.number() < 0) return listener;
  const int on = 1, off = 0;
  setsockopt(listener.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (address.ai_family == AF_INET6)  // "::" also means every IPv4 address
    setsockopt(listener.number(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
  if (bind(listener.number(), address.ai_addr, address.ai_addrlen) != 0 || listen(listener.number(), kBacklog) != 0)
    return Descriptor();
  return listener;
}

std::string text_of(const sockaddr_storage& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET6)
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text.data(), text.size());
  else
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
  return text.data();
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor listen_on(const std::string& host, std::uint16_t port) {
  const auto place = host + " port " + std::to_string(port);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (const int failure = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found))
    throw law::Error("cannot-listen", "cannot listen on " + place + ": " + gai_strerror(failure),
                     "give --host an address of this machine, such as 127.0.0.1 or ::1");
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> all(found, freeaddrinfo);
  for (const auto* address = found; address; address = address->ai_next)
    if (auto listener = try_to_listen(*address); listener.number() >= 0) return listener;
  throw law::Error("cannot-listen", "cannot listen on " + place + ": " + std::strerror(errno),
                   "stop what listens there, or choose another --port (0 picks a free one)");
}

std::uint16_t port_of(const Descriptor& listener) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(listener.number(), reinterpret_cast<sockaddr*>(&address), &size);
  // sin_port and sin6_port are the same two bytes.
  return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

std::optional<Accepted> accept_from(const Descriptor& listener, bool& exhausted) {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  const int socket =
      accept4(listener.number(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
  exhausted = socket < 0 && (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM);
  if (socket < 0) return std::nullopt;
  // Without it the second segment of a kept-alive answer waits for a delayed acknowledgement: 44 ms.
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return Accepted{socket, text_of(peer)};
}

void allow_open_files(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
  setrlimit(RLIMIT_NOFILE, &limit);  // refused: connections are then given up earlier
}

Poller::Poller() : epoll_(epoll_create1(EPOLL_CLOEXEC)), event_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (epoll_.number() < 0 || event_.number() < 0)
    throw law::Error("no-poller", std::string("cannot wait for connections: ") + std::strerror(errno),
                     "raise the limit of open files (ulimit -n)");
  watch(event_.number(), 0, EPOLLIN);
}

void Poller::watch(int descriptor, std::uint32_t before, std::uint32_t wanted) {
  if (before == wanted) return;
  epoll_event event{};
  event.events = wanted;
  event.data.fd = descriptor;
  // Not watched means not added: epoll would go on reporting a hang-up of one that is.
  const int operation = wanted == 0 ? EPOLL_CTL_DEL : before == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
  epoll_ctl(epoll_.number(), operation, descriptor, &event);
}

const std::vector<epoll_event>& Poller::wait(int timeout_ms) {
  events_.resize(kEventsAtOnce);
  const int count = epoll_wait(epoll_.number(), events_.data(), static_cast<int>(events_.size()), timeout_ms);
  events_.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  const auto raised = std::find_if(events_.begin(), events_.end(),
                                   [this](const epoll_event& event) { return event.data.fd == event_.number(); });
  if (raised != events_.end()) {
    std::uint64_t times = 0;
    [[maybe_unused]] const auto size = read(event_.number(), &times, sizeof times);
    events_.erase(raised);
  }
  return events_;
}

void Poller::wake() const {
  const std::uint64_t once = 1;
  [[maybe_unused]] const auto size = write(event_.number(), &once, sizeof once);
}

}  // namespace kto::front
