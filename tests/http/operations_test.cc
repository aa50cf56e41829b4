// The daemon under a supervisor: what it tells it, readiness that means it, and how it ends.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using std::chrono::milliseconds;
using test::Daemon;
using test::get;
using test::RawClient;

namespace {

std::vector<std::string> daemon_over(const std::filesystem::path& index) {
  return {KTO_SEARCHD, "--index", index.string(), "--port", "0", "--log-format", "json"};
}

// The socket of a supervisor, named in the environment of what is started meanwhile.
class Supervisor {
 public:
  explicit Supervisor(const std::filesystem::path& place) : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    place.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setenv("NOTIFY_SOCKET", place.c_str(), 1);
  }
  ~Supervisor() {
    unsetenv("NOTIFY_SOCKET");
    close(socket_);
  }
  std::string next() const {
    std::array<char, 200> text{};
    const auto size = recv(socket_, text.data(), text.size(), 0);
    return size < 0 ? "nothing" : std::string(text.data(), static_cast<std::size_t>(size));
  }

 private:
  int socket_;
};

// The regular files a process has open, by descriptor; connections come and go meanwhile.
std::map<std::string, std::filesystem::path> open_files(const std::string& process) {
  std::map<std::string, std::filesystem::path> files;
  std::error_code gone;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/" + process + "/fd")) {
    const auto file = std::filesystem::read_symlink(entry.path(), gone);
    if (!gone && std::filesystem::is_regular_file(file, gone)) files[entry.path().filename().string()] = file;
  }
  return files;
}

const std::vector<test::Point> kPoints = {{"§ 1 pkt 1", "IT-ES", "administrowania pocztą elektroniczną"}};

}  // namespace

TEST_CASE("a supervisor is told when it is ready and when it ends") {
  const test::TinyIndex index(kPoints);
  const test::TempFolder folder;
  const Supervisor supervisor(folder.path() / "notify");
  Daemon daemon(daemon_over(index.folder()));
  CHECK(supervisor.next() == "READY=1");
  daemon.signal(SIGTERM);
  CHECK(supervisor.next() == "STOPPING=1");
  CHECK(daemon.wait().status == 0);
}

TEST_CASE("a supervisor that is not there is no reason to fail") {
  const test::TinyIndex index(kPoints);
  for (const std::string place : {"/nowhere/notify", "@kto-nobody-listens", "x"}) {
    setenv("NOTIFY_SOCKET", place.c_str(), 1);
    Daemon daemon(daemon_over(index.folder()));
    daemon.signal(SIGTERM);
    CHECK(daemon.wait().status == 0);
    unsetenv("NOTIFY_SOCKET");
  }
}

TEST_CASE("an empty index is ready, and answers that nothing is known") {
  const test::TinyIndex index(std::vector<test::Point>{});
  const Daemon daemon(daemon_over(index.folder()));
  CHECK(RawClient(daemon.port()).ask(get("/readyz"))->status == 200);
}

// The file is changed in place, as a bad disk does it; what was read of it before may still stand in memory.
TEST_CASE("an index that goes bad while it is served: not ready, told in the log, and alive") {
  std::vector<test::Point> many;  // more than the one block that opening reads
  for (int i = 1; i <= 1000; ++i)
    many.push_back({"§ 1 pkt " + std::to_string(i), "IT-ES", "prowadzenia rejestru numer " + std::to_string(i)});
  const test::TinyIndex index(many);
  Daemon daemon(daemon_over(index.folder()));
  for (const auto& shard : std::filesystem::directory_iterator(index.folder() / "shards"))
    std::filesystem::resize_file(shard.path(), 0);
  const auto ready = RawClient(daemon.port()).ask(get("/readyz"));
  REQUIRE(ready);
  CHECK(ready->status == 503);
  CHECK(ready->header("retry-after") != "");
  CHECK(RawClient(daemon.port()).ask(get("/healthz"))->status == 200);
  daemon.signal(SIGTERM);
  const auto ending = daemon.wait();
  CHECK(ending.status == 0);
  INFO(ending.err);
  CHECK(ending.err.find("\"event\":\"request-failed\"") != std::string::npos);
  CHECK(ending.err.find("Build the index again") != std::string::npos);
}

TEST_CASE("no file is open to be written to but its log") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder()));
  for (const auto* target : {"/", "/api/v1/who?q=poczta", "/metrics"})
    CHECK(RawClient(daemon.port()).ask(get(target))->status == 200);
  const auto letter =
      test::post("/api/v1/route", R"({"text":"Proszę o pocztę."})", "Content-Type: application/json\r\n");
  CHECK(RawClient(daemon.port()).ask(letter)->status == 200);
  auto inherited = open_files("self");  // what runs the tests may leave its own log open
  const auto process = std::to_string(daemon.pid());
  unsigned files = 0;
  for (const auto& [number, file] : open_files(process)) {
    if (number == "2" || inherited[number] == file) continue;
    CAPTURE(file);
    ++files;
    std::ifstream about("/proc/" + process + "/fdinfo/" + number);
    for (std::string word; about >> word;)
      if (word == "flags:") CHECK((about >> word && (std::stoul(word, nullptr, 8) & O_ACCMODE) == O_RDONLY));
  }
  CHECK(files > 0);  // the index, at least
}

TEST_CASE("no core is left of what people ask") {
  const test::TinyIndex index(kPoints);
  const Daemon daemon(daemon_over(index.folder()));
  std::ifstream limits("/proc/" + std::to_string(daemon.pid()) + "/limits");
  for (std::string line; std::getline(limits, line);)
    if (line.rfind("Max core file size", 0) == 0)
      CHECK(line.find("Max core file size        0                    0 ") == 0);
}
