// Streamed: an answer whose body is made while it is sent (Response::rest). A worker makes one piece, the front's
// thread sends it, and only when the client has taken it is the next one made: an answer of any length costs the memory
// of one piece, and no client, however slow, holds a worker.
//
//   HTTP/1.1 200 OK … Transfer-Encoding: chunked   ┐ the first text
//   10000\r\n…65,536 bytes…\r\n                    ┘
//   5a\r\n…90 bytes…\r\n0\r\n\r\n                    the second one, which ends it
//
// To HTTP/1.0, which has no chunks, the bytes go as they are and the end of the connection is their end.
#pragma once

#include <string>
#include <utility>

#include "searchd/front/exchange.h"
#include "searchd/front/limits.h"
#include "searchd/front/message.h"

namespace kto::front {

class Streamed {
 public:
  Streamed(Pieces pieces, bool chunked) : pieces_(std::move(pieces)), chunked_(chunked) {}
  // Tells the observer of the exchange, whether it came to its end or the client went away.
  ~Streamed();
  Streamed(const Streamed&) = delete;
  Streamed& operator=(const Streamed&) = delete;

  // `exchange`: what is known of it when its head is written; bytes and duration are added here.
  void observe(Exchange exchange, Observer observer);

  // Adds the next piece to `text`, framed. False when it was the last. Throws what the pieces throw; then nothing must
  // follow, and the connection ends without the last chunk, so that no client takes the part for the whole.
  bool add_next(std::string& text);

 private:
  Pieces pieces_;
  bool chunked_;
  Exchange exchange_;
  Observer observer_;
  Clock::time_point since_ = Clock::now();
};

}  // namespace kto::front
