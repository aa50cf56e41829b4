// Library: cpp-httplib, used from memory. A request that the front has read and checked whole goes in, the text of the
// answer comes out; sockets, timeouts, regular expressions, ranges, compression and forms of the library are never
// reached. The one place where its versions 0.11.4 (Debian 12) and 0.18.7 (Debian 13) differ.
#pragma once

#include <httplib.h>

#include <memory>
#include <string>

#include "searchd/front/head.h"
#include "searchd/front/limits.h"
#include "searchd/front/router.h"

namespace kto::front {

struct Answer {
  int status = 0;
  std::string text;         // status line, headers and body, ready to send
  bool keep_alive = false;  // what the text says of the connection
  Pieces rest = {};         // the text is the head alone, and these are its body
  bool refused = false;     // by the front: no route has seen the request
};

// What comes behind the head: whole, or line by line.
struct RequestBody {
  std::string whole;
  std::shared_ptr<BodyLines> lines = {};
};

class Library : private httplib::Server {
 public:
  // Both outlive the library.
  Library(const Router& router, const Limits& limits);

  // `client`: the peer's address. `keep_alive`: whether the connection stays open afterwards. Never throws: what cannot
  // be answered gets a 500. Called by all workers at once.
  Answer answer(const Head& head, RequestBody body, const std::string& client, bool keep_alive);

 private:
  template <class Stream>
  bool process(Stream& stream, bool keep_alive, const std::function<void(httplib::Request&)>& set_up);

  const Router& router_;
  const Limits& limits_;
};

}  // namespace kto::front
