// What the servers that kto is measured beside share: the HTTP library as it is, set for many requests on few
// connections. Bound to a free port of 127.0.0.1, which stands on standard output when it answers.
#pragma once

#include <httplib.h>

#include <cstdio>

namespace kto::bench {

// Returns when the process is to end; `threads`: the library gives one to each connection.
inline int serve(httplib::Server& server, unsigned threads) {
  server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
  server.set_tcp_nodelay(true);  // else every answer waits 40 ms for an acknowledgement
  server.set_keep_alive_max_count(1U << 30);
  server.set_keep_alive_timeout(60);
  const int port = server.bind_to_any_port("127.0.0.1");
  if (port < 0) return 1;
  std::printf("listening on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}

}  // namespace kto::bench
