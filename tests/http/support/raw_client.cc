#include "tests/http/support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "searchd/front/head.h"

namespace kto::test {
namespace {

int connect_to(std::uint16_t port, bool ipv6) {
  const int socket = ::socket(ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  six.sin6_addr = in6addr_loopback;
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(port);
  four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* address = ipv6 ? reinterpret_cast<const sockaddr*>(&six) : reinterpret_cast<const sockaddr*>(&four);
  if (connect(socket, address, ipv6 ? sizeof six : sizeof four) != 0) {
    close(socket);
    throw std::runtime_error("nobody listens on port " + std::to_string(port));
  }
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

// Status line and fields, without the empty line.
RawAnswer read_head(const std::string& text) {
  RawAnswer answer;
  std::istringstream lines(text);
  std::getline(lines, answer.status_line);
  if (!answer.status_line.empty()) answer.status_line.pop_back();
  if (answer.status_line.rfind("HTTP/1.1 ", 0) == 0) answer.status = std::stoi(answer.status_line.substr(9, 3));
  for (std::string line; std::getline(lines, line);) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const auto end = line.find_last_not_of('\r') + 1;
    answer.headers.emplace(front::lower_case(line.substr(0, colon)), line.substr(colon + 2, end - colon - 2));
  }
  return answer;
}

}  // namespace

std::string RawAnswer::header(const std::string& lower_case_name) const {
  const auto [first, last] = headers.equal_range(lower_case_name);
  if (first == last) return "";
  return std::next(first) == last ? first->second : "(twice)";
}

RawClient::RawClient(std::uint16_t port, bool ipv6) : socket_(connect_to(port, ipv6)) {}

RawClient::~RawClient() {
  close(socket_);
}

bool RawClient::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const auto size = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return false;
    sent += static_cast<std::size_t>(size);
  }
  return true;
}

void RawClient::shut_down_sending() {
  shutdown(socket_, SHUT_WR);
}

bool RawClient::stirs_within(std::chrono::milliseconds time) {
  pollfd waiting{socket_, POLLIN, 0};
  return poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

bool RawClient::receive_more() {
  std::array<char, 65536> buffer;
  if (!stirs_within(kPatience)) return false;
  const auto size = recv(socket_, buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

// Whether the last chunk came.
bool RawClient::read_chunks(std::string& body) {
  for (;;) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n")) == std::string::npos)
      if (!receive_more()) return false;
    const auto size = static_cast<std::size_t>(std::stoul(received_.substr(0, end), nullptr, 16));
    while (received_.size() < end + 4 + size)
      if (!receive_more()) return false;
    body.append(received_, end + 2, size);
    received_.erase(0, end + 4 + size);
    if (size == 0) return true;
  }
}

std::optional<RawAnswer> RawClient::answer(bool to_head) {
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos)
    if (!receive_more()) return std::nullopt;
  auto answer = read_head(received_.substr(0, end + 2));
  received_.erase(0, end + 4);
  if (!to_head && answer.header("transfer-encoding") == "chunked") {
    if (!read_chunks(answer.body)) return std::nullopt;
    return answer;
  }
  const auto length = answer.header("content-length");
  const auto size = to_head || length.empty() ? 0 : static_cast<std::size_t>(std::stoul(length));
  while (received_.size() < size)
    if (!receive_more()) return std::nullopt;
  answer.body = received_.substr(0, size);
  received_.erase(0, size);
  return answer;
}

std::string RawClient::rest() {
  while (receive_more()) {
  }
  return std::exchange(received_, {});
}

bool RawClient::closed() {
  if (!received_.empty() || !stirs_within(kPatience)) return false;
  char byte = 0;
  return recv(socket_, &byte, 1, 0) <= 0;
}

std::optional<RawAnswer> RawClient::ask(const std::string& bytes) {
  send(bytes);
  return answer();
}

std::string get(const std::string& target, const std::string& header_lines) {
  return "GET " + target + " HTTP/1.1\r\nHost: kto\r\n" + header_lines + "\r\n";
}

std::string post(const std::string& target, const std::string& body, const std::string& header_lines) {
  return "POST " + target + " HTTP/1.1\r\nHost: kto\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         header_lines + "\r\n" + body;
}

}  // namespace kto::test
