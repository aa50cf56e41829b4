#include "searchd/front/connection.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace kto::front {
namespace {

constexpr std::string_view kEndOfHead = "\r\n\r\n";
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
// A read: a whole usual request at once, and small enough for the stack.
constexpr std::size_t kReadSize = std::size_t{16} * 1024;
// Some clients end a body with a line break that belongs to nothing (RFC 9112, 2.2).
constexpr std::size_t kEmptyLinesBefore = 2;

ssize_t receive_some(int socket, std::array<char, kReadSize>& buffer) {
  return recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
}

bool try_again(ssize_t result) {
  return result < 0 && (errno == EAGAIN || errno == EINTR);
}

}  // namespace

Connection::Connection(ConnectionId id, std::string client, const Limits& limits, const BodyRules& rules)
    : id_(id), client_(std::move(client)), limits_(limits), rules_(rules) {
  enter(Phase::head, limits_.head_time);
}

Connection::~Connection() {
  close(id_.socket);
}

void Connection::enter(Phase phase, milliseconds allowed) {
  phase_ = phase;
  since_ = Clock::now();
  until_ = since_ + allowed;
}

Connection::Input Connection::receive() {
  std::array<char, kReadSize> buffer;
  const auto size = receive_some(id_.socket, buffer);
  if (try_again(size)) return Input::wanting;
  if (size <= 0) return Input::gone;
  if (idle() && answered_ > 0) until_ = Clock::now() + limits_.head_time;
  const auto before = input_.size();
  input_.append(buffer.data(), static_cast<std::size_t>(size));
  if (phase_ == Phase::body) return read_body();
  if (phase_ == Phase::lines) return read_lines();
  return read_head_from(before);
}

Connection::Input Connection::next_request() {
  return read_head_from(0);
}

// `searched`: how much of the input is known not to end a head.
Connection::Input Connection::read_head_from(std::size_t searched) {
  for (std::size_t i = 0; i < kEmptyLinesBefore && input_.compare(0, 2, "\r\n") == 0; ++i) {
    input_.erase(0, 2);
    searched = 0;
  }
  const auto end = input_.find(kEndOfHead, searched < kEndOfHead.size() ? 0 : searched - kEndOfHead.size());
  if (end == std::string::npos) {
    const int status = refuse_early(input_, limits_);
    return status == 0 ? Input::wanting : refuse(status);
  }
  auto reading = read_head(std::string_view(input_).substr(0, end + kEndOfHead.size()), limits_, rules_);
  if (reading.status != 0) return refuse(reading.status);
  head_ = std::move(reading.head);
  input_.erase(0, end + kEndOfHead.size());
  enter(Phase::body, limits_.body_time);
  const bool waits = head_.chunked ? input_.empty() : input_.size() < head_.body;
  if (head_.expects_continue && waits &&
      ::send(id_.socket, kContinue.data(), kContinue.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
    return Input::gone;
  return head_.longest_line > 0 ? begin_lines() : read_body();
}

Connection::Input Connection::begin_lines() {
  lines_ = std::make_shared<BodyLines>(head_.chunked ? std::nullopt : std::optional<std::uint64_t>(head_.body),
                                       head_.longest_line);
  enter(Phase::lines, limits_.line_time);
  return read_lines();
}

Connection::Input Connection::read_lines() {
  lines_->feed(input_);
  input_.clear();  // what stands behind the body is not answered: the connection ends with this request
  if (!lines_->ready()) return Input::wanting;
  if (lines_->is_empty() && lines_->failure() != 0 && !rest_) return refuse(lines_->failure());
  phase_ = Phase::working;
  return Input::complete;
}

bool Connection::await_lines() {
  if (!rest_ || !lines_ || lines_->ready()) return false;
  output_ = std::string();
  enter(Phase::lines, limits_.line_time);
  return true;
}

Connection::Input Connection::read_body() {
  if (input_.size() < head_.body) return Input::wanting;
  phase_ = Phase::working;
  return Input::complete;
}

Connection::Input Connection::refuse(int status) {
  status_ = status;
  return Input::refused;
}

RequestBody Connection::take_body() {
  if (lines_) return {{}, lines_};
  RequestBody body{input_.substr(0, head_.body), {}};
  taken_ = body.whole.size();
  input_.erase(0, head_.body);
  input_.shrink_to_fit();  // an idle connection holds nothing
  return body;
}

void Connection::begin_answer(std::string text, bool keep_alive, std::shared_ptr<Streamed> rest) {
  output_ = std::move(text);
  sent_ = taken_ = 0;
  keep_alive_ = keep_alive;
  rest_ = std::move(rest);
  enter(Phase::writing, limits_.answer_time);
}

Connection::Output Connection::send() {
  while (sent_ < output_.size()) {
    const auto size = ::send(id_.socket, output_.data() + sent_, output_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size > 0)
      sent_ += static_cast<std::size_t>(size);
    else if (size < 0 && errno == EAGAIN)
      return Output::blocked;
    else if (size == 0 || errno != EINTR)
      return Output::gone;
  }
  return Output::sent;
}

std::shared_ptr<Streamed> Connection::take_rest() {
  if (rest_) {
    output_ = std::string();
    phase_ = Phase::working;
  }
  return std::move(rest_);
}

void Connection::finish_answer() {
  output_ = std::string();
  ++answered_;
  if (keep_alive_) {
    head_ = Head();
    enter(Phase::head, input_.empty() ? limits_.idle_time : limits_.head_time);
    return;
  }
  shutdown(id_.socket, SHUT_WR);
  input_ = std::string();
  enter(Phase::lingering, limits_.linger_time);
}

bool Connection::linger() {
  std::array<char, kReadSize> buffer;
  const auto size = receive_some(id_.socket, buffer);
  if (try_again(size)) return true;
  if (size <= 0) return false;
  lingered_ += static_cast<std::size_t>(size);
  return lingered_ <= limits_.linger_bytes;
}

}  // namespace kto::front
