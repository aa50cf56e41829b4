// kto-front-daemon: the daemon's front with example routes and the limits it ships with, for the attack kit, for
// measuring and for the tests of signals.
//
//   kto-front-daemon [PORT]            the front
//   kto-front-daemon --plain [PORT]    the HTTP library alone with one route, to measure against
#include <httplib.h>
#include <pthread.h>

#include <csignal>
#include <cstdio>
#include <string>
#include <thread>

#include "searchd/front/front.h"
#include "tests/http/support/example_routes.h"

namespace {

constexpr unsigned kWorkers = 2;

int serve_plainly(int port) {
  httplib::Server server;
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(1'000'000);
  // A worker is held by each connection, so there must be as many as connections.
  server.new_task_queue = [] { return new httplib::ThreadPool(16); };
  server.Get("/api/v1/who", [](const httplib::Request& request, httplib::Response& response) {
    response.set_content("{\"q\":\"" + request.get_param_value("q") + "\",\"status\":\"no_answer\",\"answers\":[]}\n",
                         "application/json; charset=utf-8");
  });
  if (port == 0)
    port = server.bind_to_any_port("127.0.0.1");
  else if (!server.bind_to_port("127.0.0.1", port))
    return 1;
  std::printf("kto-front-daemon: listening on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}

int serve_front(std::uint16_t port) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const auto router = kto::test::example_routes();
  kto::front::Front front(router, {"127.0.0.1", port, kWorkers, {}, {}});
  front.start();
  std::printf("kto-front-daemon: listening on http://127.0.0.1:%u\n", static_cast<unsigned>(front.port()));
  std::fflush(stdout);
  int signal = 0;
  sigwait(&signals, &signal);
  front.stop();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const bool plain = argc > 1 && std::string(argv[1]) == "--plain";
  const int at = plain ? 2 : 1;
  const int port = argc > at ? std::atoi(argv[at]) : 0;
  return plain ? serve_plainly(port) : serve_front(static_cast<std::uint16_t>(port));
}
