#include "tests/load/connection.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>

namespace kto::load {
namespace {

constexpr std::string_view kLength = "\r\nContent-Length: ";

std::uint32_t checksum(std::string_view body) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size())));
}

Outcome judged(int status, std::string_view body, const Request& request) {
  if (status == 503) return Outcome::refused;
  if (status != 200) return Outcome::status;
  const auto& right = request.right;
  if (right.empty() || std::find(right.begin(), right.end(), checksum(body)) != right.end()) return Outcome::accepted;
  return Outcome::mixed;
}

}  // namespace

Connection::~Connection() {
  close();
}

void Connection::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  used_before_ = false;
  received_.clear();
}

bool Connection::open(int poll) {
  if (socket_ >= 0) return true;
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int now = 1;
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.ptr = this;
  if (socket_ < 0 || connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now) != 0 ||
      fcntl(socket_, F_SETFL, O_NONBLOCK) != 0 || epoll_ctl(poll, EPOLL_CTL_ADD, socket_, &event) != 0) {
    close();
    return false;
  }
  return true;
}

// Requests are a few KiB at most and the buffer of a socket on the loopback is larger, so one call takes all of it.
bool Connection::send_all() {
  const auto sent = ::send(socket_, request_->bytes.data(), request_->bytes.size(), MSG_NOSIGNAL);
  return sent == static_cast<ssize_t>(request_->bytes.size());
}

bool Connection::ask(const Request& request, Clock::time_point due, int poll) {
  request_ = &request;
  due_ = due;
  if (open(poll) && send_all()) return true;
  // What rested may have been closed by the daemon: once more over a new one.
  close();
  if (open(poll) && send_all()) return true;
  give_up();
  return false;
}

void Connection::give_up() {
  request_ = nullptr;
  close();
}

std::optional<Outcome> Connection::read(int poll, Tally& tally) {
  std::array<char, 65536> bytes;
  for (;;) {
    const auto count = recv(socket_, bytes.data(), bytes.size(), 0);
    if (count > 0) {
      received_.append(bytes.data(), static_cast<std::size_t>(count));
      if (request_)
        if (const auto outcome = whole_answer()) return outcome;
      continue;
    }
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return std::nullopt;
    const bool rested = used_before_ && received_.empty();
    close();
    if (!request_) return std::nullopt;
    if (rested) tally.retried();
    if (rested && ask(*request_, due_, poll)) return std::nullopt;
    request_ = nullptr;
    return Outcome::broken;
  }
}

std::optional<Outcome> Connection::whole_answer() {
  const auto head_end = received_.find("\r\n\r\n");
  if (head_end == std::string::npos) return std::nullopt;
  const auto head = std::string_view(received_).substr(0, head_end + 2);
  const auto length_at = head.find(kLength);
  const bool framed = length_at != std::string_view::npos && head.rfind("HTTP/1.1 ", 0) == 0;
  const auto length = framed ? std::strtoul(head.data() + length_at + kLength.size(), nullptr, 10) : 0;
  if (framed && received_.size() < head_end + 4 + length) return std::nullopt;
  const bool last = head.find("\r\nConnection: close\r\n") != std::string_view::npos;
  const auto outcome =
      !framed || received_.size() > head_end + 4 + length
          ? Outcome::broken
          : judged(std::atoi(head.data() + 9), std::string_view(received_).substr(head_end + 4), *request_);
  request_ = nullptr;
  if (last || outcome == Outcome::broken) close();
  received_.clear();
  used_before_ = true;
  return outcome;
}

}  // namespace kto::load
