// A program around the front: the line it prints, and signals.
#include <csignal>
#include <stdexcept>
#include <string>
#include <thread>

#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/catch.h"

using namespace kto;
using std::chrono::milliseconds;
using test::Daemon;
using test::get;
using test::RawClient;

TEST_CASE("port 0 picks a port and prints it in one line") {
  Daemon daemon({KTO_FRONT_DAEMON, "0"});
  CHECK(daemon.first_line() ==
        "kto-front-daemon: listening on http://127.0.0.1:" + std::to_string(daemon.port()) + "\n");
  CHECK(RawClient(daemon.port()).ask(get("/echo/x"))->status == 200);
}

TEST_CASE("SIGTERM finishes the running request and ends with 0") {
  Daemon daemon({KTO_FRONT_DAEMON, "0"});
  RawClient client(daemon.port());
  client.send(get("/slow/500"));
  std::this_thread::sleep_for(milliseconds(150));
  daemon.signal(SIGTERM);
  const auto answer = client.answer();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  const auto ending = daemon.wait();
  CHECK(ending.status == 0);
  CHECK(ending.out.empty());
  CHECK(ending.err.empty());
}

TEST_CASE("a program that does not serve is reported with its own words") {
  std::string report;
  try {
    const Daemon daemon({"/bin/ls", "/nowhere"});
  } catch (const std::runtime_error& error) {
    report = error.what();
  }
  CHECK(report.find("ended with 2") != std::string::npos);
  CHECK(report.find("/nowhere") != std::string::npos);
}
