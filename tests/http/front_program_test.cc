// The program kto-searchd: how it starts, what it says, how it takes up another index and how it ends.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "indexer/store/writer.h"
#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using std::chrono::milliseconds;
using test::Daemon;
using test::get;
using test::RawClient;
using test::run_program;

namespace {

const std::vector<test::Point> kPoints = {
    {"§ 16 ust. 1 pkt 8", "IT-ES", "administrowania systemem poczty elektronicznej"},
    {"§ 16 ust. 1 pkt 9", "IT-ES", "utrzymania stron internetowych"}};

std::vector<std::string> daemon_over(const std::filesystem::path& index, const std::vector<std::string>& more = {}) {
  std::vector<std::string> command = {KTO_SEARCHD, "--index", index.string(), "--port", "0"};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

test::RawAnswer ask(const Daemon& daemon, const std::string& target) {
  auto answer = RawClient(daemon.port(), daemon.host() == "[::1]").ask(get(target));
  REQUIRE(answer);
  return *answer;
}

nlohmann::json readiness(const Daemon& daemon) {
  return nlohmann::json::parse(ask(daemon, "/readyz").body);
}

// Waits until the daemon has said so on standard error; what it has said in the end.
std::string said(const Daemon& daemon, const std::string& words) {
  for (int i = 0; i < 200 && daemon.err().find(words) == std::string::npos; ++i)
    std::this_thread::sleep_for(milliseconds(50));
  return daemon.err();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what ends at once, and with which status") {
  const test::TempFolder empty;
  struct Row {
    std::vector<std::string> arguments;
    int status;
    std::string out, err;  // parts
  };
  const std::vector<Row> rows = {
      {{"--help"}, 0, "--index DIR", ""},
      {{"--version"}, 0, "kto-searchd ", ""},
      {{}, 2, "", "kto-searchd: --index DIR is missing"},
      {{"--index", "/nowhere"}, 2, "", "there is no folder /nowhere; build the index with"},
      {{"--index", empty.path().string(), "--port", "none", "--bad"}, 2, "", "unknown option --bad"},
      {{"--index", empty.path().string()}, 1, "", "kto-indexer build"},
      {{"--index", empty.path().string(), "--log-format", "json"}, 1, "", "\"event\":\"index-missing\""},
      {{"--index", empty.path().string(), "--dictionary", "/nowhere"}, 1, "", "/nowhere"},
  };
  for (const auto& row : rows) {
    auto command = row.arguments;
    command.insert(command.begin(), KTO_SEARCHD);
    CAPTURE(command);
    const auto ending = run_program(command);
    CHECK(ending.status == row.status);
    CHECK(contains(ending.out, row.out));
    CHECK(contains(ending.err, row.err));
    CHECK(ending.err.empty() == row.err.empty());
    CHECK((row.status == 0 || ending.out.empty()));
  }
}

TEST_CASE("it prints where it listens, is alive and ready, and ends with 0 on SIGTERM and SIGINT") {
  const test::TinyIndex index(kPoints);
  for (const int signal : {SIGTERM, SIGINT}) {
    Daemon daemon(daemon_over(index.folder()));
    CHECK(daemon.first_line() == "kto-searchd: listening on http://127.0.0.1:" + std::to_string(daemon.port()) + "\n");
    CHECK(ask(daemon, "/healthz").body == "{\"status\":\"alive\"}\n");
    CHECK(readiness(daemon) == nlohmann::json{{"status", "ready"}, {"generation", 1}, {"documents", 2}});
    daemon.signal(signal);
    const auto ending = daemon.wait();
    CHECK(ending.status == 0);
    CHECK(ending.out.empty());
    CHECK(ending.err.empty());
  }
}

TEST_CASE("it listens on IPv6 and says so") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder(), {"--host", "::1"}));
  CHECK(daemon.first_line() == "kto-searchd: listening on http://[::1]:" + std::to_string(daemon.port()) + "\n");
  CHECK(ask(daemon, "/healthz").status == 200);
}

TEST_CASE("a taken port is one sentence with a hint") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder()));
  const auto port = std::to_string(daemon.port());
  const auto ending = run_program({KTO_SEARCHD, "--index", index.folder().string(), "--port", port});
  CHECK(ending.status == 1);
  CHECK(ending.err == "kto-searchd: cannot listen on 127.0.0.1 port " + port +
                          ": Address already in use (stop what listens there, or choose another --port (0 picks a free "
                          "one))\n");
}

TEST_CASE("SIGHUP takes up a new index") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder(), {"--watch", "0"}));
  auto more = kPoints;
  more.push_back({"§ 16 ust. 1 pkt 10", "IT-ES", "obsługi sieci"});
  store::build_index(std::vector{test::office("lublin", more)}, *test::analyser(), index.folder());
  CHECK(readiness(daemon)["documents"] == 2);  // not before it is told
  daemon.signal(SIGHUP);
  CHECK(contains(said(daemon, "took up"), "kto-searchd: took up generation 2 of the index\n"));
  CHECK(readiness(daemon)["generation"] == 2);
  CHECK(readiness(daemon)["documents"] == 3);
}

TEST_CASE("SIGHUP with an unusable index leaves the old one serving") {
  const test::TinyIndex index(kPoints);
  Daemon daemon(daemon_over(index.folder()));
  std::ofstream(index.folder() / "current") << "generation-7.index\n";
  daemon.signal(SIGHUP);  // and the watch finds it too: told once
  CHECK(contains(said(daemon, "serves on"), "kto-searchd: the old index serves on: "));
  CHECK(readiness(daemon)["documents"] == 2);
  CHECK(ask(daemon, "/api/v1/who?q=poczta&as_of=2024-06-01").status == 200);
  daemon.signal(SIGTERM);
  CHECK(daemon.wait().status == 0);
}

TEST_CASE("SIGHUP under load loses no request") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder()));
  std::vector<std::thread> clients;
  std::vector<int> lost(4, 0);
  for (std::size_t i = 0; i < lost.size(); ++i)
    clients.emplace_back([&, i] {
      RawClient client(daemon.port());
      for (int n = 0; n < 150; ++n) {
        const auto answer = client.ask(get("/api/v1/who?q=poczta&as_of=2024-06-01"));
        lost[i] += !answer || answer->status != 200;
      }
    });
  for (int n = 0; n < 20; ++n) {
    daemon.signal(SIGHUP);
    std::this_thread::sleep_for(milliseconds(5));
  }
  for (auto& client : clients) client.join();
  CHECK(lost == std::vector<int>(4, 0));
}

// Once a crash: the search library's MatchAll is one object for all threads, with a count that is not atomic.
TEST_CASE("workers share nothing of the search library") {
  const test::TinyIndex index(kPoints);
  Daemon daemon(daemon_over(index.folder(), {"--workers", "4"}));
  std::vector<std::thread> clients;
  std::vector<int> served(8, 0);
  for (std::size_t i = 0; i < served.size(); ++i)
    clients.emplace_back([&, i] {
      RawClient client(daemon.port());
      const auto request = get(i % 2 == 0 ? "/api/v1/tasks?limit=1" : "/api/v1/who?q=poczta");
      for (int n = 0; n < 500; ++n) {
        const auto answer = client.ask(request);
        if (!answer) return;
        served[i] += answer->status == 200;
      }
    });
  for (auto& client : clients) client.join();
  CHECK(served == std::vector<int>(8, 500));
  daemon.signal(SIGTERM);
  CHECK(daemon.wait().status == 0);
}

TEST_CASE("the access log has no questions in it, and is off unless asked for") {
  const test::TinyIndex index(kPoints);
  for (const bool on : {false, true}) {
    Daemon daemon(
        daemon_over(index.folder(), on ? std::vector<std::string>{"--access-log"} : std::vector<std::string>{}));
    ask(daemon, "/api/v1/who?q=sekret");
    ask(daemon, "/nowhere%0a\xc5\x82?q=sekret");
    daemon.signal(SIGTERM);
    const auto ending = daemon.wait();
    CHECK_FALSE(contains(ending.err, "sekret"));
    CHECK_FALSE(contains(ending.err, "127.0.0.1"));
    CHECK(contains(ending.err, "Z GET /api/v1/who 200 ") == on);
    CHECK(contains(ending.err, "Z GET /nowhere%0a%C5%82 404 ") == on);
  }
}
