// RawClient: a TCP connection and as much of HTTP as it takes to tell answers apart. Sends whatever it is told, however
// malformed; every wait ends after kPatience.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kto::test {

struct RawAnswer {
  int status = 0;
  std::string status_line;
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;

  // The only header of that name; "" when there is none, "(twice)" when there are several.
  std::string header(const std::string& lower_case_name) const;
};

class RawClient {
 public:
  // Longer than any limit of the front that a test waits for, sanitizers included.
  static constexpr std::chrono::milliseconds kPatience{15000};

  // Throws std::runtime_error when nobody listens. IPv6 loopback when `ipv6` is set.
  explicit RawClient(std::uint16_t port, bool ipv6 = false);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the peer has closed.
  bool send(const std::string& bytes);
  void shut_down_sending();

  // The next answer, framed by its Content-Length or in chunks; `to_head`: it answers HEAD and has no body. nullopt
  // when the connection ends (or patience does) before it is whole. 1xx answers are answers too.
  std::optional<RawAnswer> answer(bool to_head = false);
  // Everything up to the end of the connection.
  std::string rest();
  // Whether the peer closes, with nothing more sent.
  bool closed();
  // Whether something (an answer or an end) arrives within the time.
  bool stirs_within(std::chrono::milliseconds time);

  // send + answer
  std::optional<RawAnswer> ask(const std::string& bytes);

 private:
  bool receive_more();
  bool read_chunks(std::string& body);

  int socket_;
  std::string received_;
};

// "GET /path HTTP/1.1\r\nHost: kto\r\n\r\n" with further header lines ("A: b\r\n").
std::string get(const std::string& target, const std::string& header_lines = "");
// With Content-Length and a body.
std::string post(const std::string& target, const std::string& body, const std::string& header_lines = "");

}  // namespace kto::test
