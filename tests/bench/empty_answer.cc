// empty-answer: the ceiling. The HTTP library that kto uses, alone, answering {} to everything.
#include "tests/bench/plain_server.h"

int main() {
  httplib::Server server;
  server.Get("/.*", [](const httplib::Request&, httplib::Response& response) {
    response.set_content("{}", "application/json");
  });
  constexpr unsigned kThreads = 8;  // a connection each, where it is fastest
  return kto::bench::serve(server, kThreads);
}
