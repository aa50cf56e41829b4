// Connection: one client's socket, the request that is being read from it and the answer that is being written to it.
// Belongs to the front's thread alone.
//
//   head → body → working → writing ┬→ head (kept alive; a pipelined request may already be there)
//      └→ lines ───↑ ↑          │    └→ lingering → closed
//           ↑        └──────────┤ for the next piece of a streamed answer
//           └───────────────────┘ which needs the next line of the request first
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "searchd/front/body_lines.h"
#include "searchd/front/head.h"
#include "searchd/front/library.h"
#include "searchd/front/limits.h"

namespace kto::front {

class Streamed;

enum class Phase : std::uint8_t { head, body, lines, working, writing, lingering };

// A socket number is used again as soon as it is closed; with the serial number an answer finds its own connection
// only.
struct ConnectionId {
  int socket = -1;
  std::uint64_t serial = 0;
};

class Connection {
 public:
  // Takes the socket over and closes it at the end. `client`: the peer's address. Limits and rules outlive it.
  Connection(ConnectionId id, std::string client, const Limits& limits, const BodyRules& rules);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  enum class Input { wanting, complete, refused, gone };
  // Reads once from the socket (which is readable) and looks at what is there now.
  Input receive();
  // Looks for a request in what was read before: after an answer, for pipelined ones.
  Input next_request();
  // With Input::refused: the status. With Input::complete: the request, taken out of the connection, which is now
  // working.
  int refused_with() const { return status_; }
  const Head& head() const { return head_; }
  RequestBody take_body();

  enum class Output { blocked, sent, gone };
  // The answer, whole, or with `rest` its first or next part; then send() until it is sent.
  void begin_answer(std::string text, bool keep_alive, std::shared_ptr<Streamed> rest = {});
  Output send();
  // After Output::sent: whether the next piece needs a line that is not there yet. The connection then waits for it.
  bool await_lines();
  // Reads no further line: a stream that has begun ends with this status as its last word.
  void end_lines(int status) { lines_->fail(status); }
  bool has_lines() const { return lines_ != nullptr; }
  bool has_begun() const { return rest_ != nullptr; }  // an answer that waits for lines or is being written
  // After Output::sent, or with Input::complete of a stream: what follows, if anything does. The connection is then
  // working again.
  std::shared_ptr<Streamed> take_rest();
  // After Output::sent: on to the next request, or to lingering when the connection is to be closed.
  void finish_answer();
  // Reads and throws away; false when it is time to close.
  bool linger();

  const ConnectionId& id() const { return id_; }
  const std::string& client() const { return client_; }
  Phase phase() const { return phase_; }
  bool idle() const { return phase_ == Phase::head && input_.empty(); }
  std::size_t pending_output() const { return output_.size(); }
  // Bytes read and not answered yet, those that a worker has been given included.
  std::size_t pending_input() const { return input_.size() + taken_ + (lines_ ? lines_->held() : 0); }
  // Whether this request may be followed by another one.
  bool keeps_alive() const { return keep_alive_; }
  bool may_stay() const { return head_.keep_alive && !lines_ && answered_ + 1 < limits_.requests_per_connection; }
  Clock::time_point since() const { return since_; }  // when the phase began
  Clock::time_point until() const { return until_; }  // when it must be over
  // Kept by the front.
  std::uint32_t watched = 0;  // what epoll reports of it
  std::size_t counted = 0;    // of pending_input()
  bool is_stream = false;     // it has one of the places of Limits::streams

 private:
  void enter(Phase phase, milliseconds allowed);
  Input read_head_from(std::size_t searched);
  Input read_body();
  Input begin_lines();
  Input read_lines();
  Input refuse(int status);

  ConnectionId id_;
  std::string client_;
  const Limits& limits_;
  const BodyRules& rules_;
  Phase phase_ = Phase::head;
  Clock::time_point since_, until_;
  std::string input_, output_;
  std::size_t sent_ = 0, answered_ = 0, lingered_ = 0, taken_ = 0;
  Head head_;
  int status_ = 0;
  bool keep_alive_ = false;
  std::shared_ptr<Streamed> rest_;
  std::shared_ptr<BodyLines> lines_;
};

}  // namespace kto::front
