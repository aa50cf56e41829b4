// Never down for new law: the daemon under load while its index is built anew, spoilt, taken back and killed.
//
// KTO_SWAP_SECONDS and KTO_KILLS make the runs longer than what every test run can afford.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "indexer/store/generation.h"
#include "indexer/store/writer.h"
#include "tests/http/support/daemon.h"
#include "tests/http/support/raw_client.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::Daemon;
using test::get;
using test::RawClient;

namespace {

namespace fs = std::filesystem;

int setting(const char* name, int fallback) {
  const char* text = std::getenv(name);
  return text ? std::atoi(text) : fallback;
}

// Two states of the law: who administers mail is told apart by the code, in every task of the answer.
law::Catalogue law_of(const std::string& code) {
  std::vector<test::Point> points;
  for (int i = 1; i <= 20; ++i)
    points.push_back({"§ 1 pkt " + std::to_string(i), code,
                      "administrowania pocztą elektroniczną numer " + std::to_string(i) + " " + code});
  return test::office("lublin", points);
}

constexpr char kWho[] = "/api/v1/who?q=poczta&as_of=2024-06-01";

std::vector<std::string> daemon_over(const fs::path& index, const std::string& watch) {
  return {KTO_SEARCHD, "--index", index.string(), "--port", "0", "--watch", watch};
}

void build(const fs::path& index, const std::string& code) {
  store::build_index({law_of(code)}, *test::analyser(), index, {.force = true});
}

std::string body_of(const Daemon& daemon, const std::string& target) {
  const auto answer = RawClient(daemon.port()).ask(get(target));
  REQUIRE(answer);
  CHECK(answer->status == 200);
  return answer->body;
}

// "AA": the one state of the law that every part of the answer is of; "" when it is mixed or incomplete.
std::string law_in(const std::string& body) {
  const auto answer = nlohmann::json::parse(body, nullptr, false);
  if (answer.is_discarded() || answer["answers"].size() != 1) return "";
  const std::string code = answer["answers"][0]["holder"]["code"];
  for (const auto& task : answer["answers"][0]["tasks"])
    if (!task["text"].get<std::string>().ends_with(" " + code)) return "";
  return code;
}

bool says(const Daemon& daemon, const std::string& words) {
  for (int i = 0; i < 200; ++i, std::this_thread::sleep_for(milliseconds(50)))
    if (daemon.err().find(words) != std::string::npos) return true;
  return false;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

struct Seen {
  unsigned asked = 0, failed = 0, mixed = 0;
  std::map<std::string, std::set<std::string>> laws;  // fingerprint of the index → codes in its answers
};

void ask_until(const std::atomic<bool>& enough, std::uint16_t port, Seen& seen) {
  auto client = std::make_unique<RawClient>(port);
  for (; !enough; ++seen.asked) {
    if (seen.asked % 500 == 499) client = std::make_unique<RawClient>(port);
    const auto answer = client->ask(get(kWho));
    if (!answer || answer->status != 200) {
      ++seen.failed;
      client = std::make_unique<RawClient>(port);
      continue;
    }
    const auto code = law_in(answer->body);
    seen.mixed += code.empty();
    seen.laws[nlohmann::json::parse(answer->body)["index"]].insert(code);
  }
}

void flip_a_bit(const fs::path& file) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto middle = static_cast<std::streamoff>(fs::file_size(file) / 2);
  bytes.seekg(middle);
  const char byte = static_cast<char>(bytes.get() ^ 4);
  bytes.seekp(middle);
  bytes.put(byte);
}

}  // namespace

TEST_CASE("swaps under load: no failed and no mixed answer") {
  const test::TempFolder folder;
  build(folder.path(), "AA");
  Daemon daemon(daemon_over(folder.path(), "0"));
  std::atomic<bool> enough{false};
  std::vector<Seen> seen(4);
  std::vector<std::thread> clients;
  for (auto& one : seen) clients.emplace_back([&] { ask_until(enough, daemon.port(), one); });
  const auto until = std::chrono::steady_clock::now() + seconds(setting("KTO_SWAP_SECONDS", 2));
  unsigned swaps = 0;
  for (; std::chrono::steady_clock::now() < until; ++swaps) {
    build(folder.path(), swaps % 2 == 0 ? "BB" : "AA");
    daemon.signal(SIGHUP);
  }
  enough = true;
  for (auto& client : clients) client.join();
  Seen all;
  for (const auto& one : seen) {
    all.asked += one.asked;
    all.failed += one.failed;
    all.mixed += one.mixed;
    for (const auto& [index, codes] : one.laws) all.laws[index].insert(codes.begin(), codes.end());
  }
  std::cout << swaps << " builds, " << times(daemon.err(), "took up generation") << " swaps, " << all.asked
            << " answers, " << all.failed << " failed, " << all.mixed << " mixed\n";
  CHECK(all.failed == 0);
  CHECK(all.mixed == 0);
  CHECK(all.laws.size() == 2);
  for (const auto& [index, codes] : all.laws) CHECK(codes.size() == 1);
  daemon.signal(SIGTERM);
  CHECK(daemon.wait().status == 0);
}

TEST_CASE("a watched folder: new law is taken up, a spoilt index refused, a rollback taken up") {
  const test::TempFolder folder;
  build(folder.path(), "AA");
  const Daemon daemon(daemon_over(folder.path(), "1"));
  build(folder.path(), "BB");
  CHECK(says(daemon, "took up generation 2"));
  CHECK(law_in(body_of(daemon, kWho)) == "BB");

  build(folder.path(), "CC");
  flip_a_bit(store::Generation::open(folder.path(), 3)->shard_file(0));
  CHECK(says(daemon, "the old index serves on: The index"));
  std::this_thread::sleep_for(milliseconds(2500));  // two looks more
  CHECK(times(daemon.err(), "serves on") == 1);
  CHECK(law_in(body_of(daemon, kWho)) == "BB");
  CHECK(body_of(daemon, "/metrics").find("\nkto_index_refusals_total ") != std::string::npos);
  const auto refused = test::run_program(daemon_over(folder.path(), "0"));
  CHECK(refused.status == 1);
  CHECK(
      refused.err.find("is not what was built: the file is damaged. (Build it again with kto-indexer build, or go back "
                       "with kto-indexer rollback.)") != std::string::npos);

  const auto back = [&] { return test::run_program({KTO_INDEXER, "rollback", "--index", folder.path().string()}); };
  CHECK(back().err.rfind("went from generation 3 to 2;", 0) == 0);
  const Daemon another(daemon_over(folder.path(), "1"));
  CHECK(law_in(body_of(another, kWho)) == "BB");

  build(folder.path(), "DD");
  CHECK(says(another, "took up generation 4"));
  CHECK(back().status == 0);
  CHECK(says(another, "took up generation 2"));
  CHECK(law_in(body_of(another, kWho)) == "BB");
}

TEST_CASE("builder and daemon killed at any moment: the next daemon starts on a whole index") {
  const int rounds = setting("KTO_KILLS", 20);
  constexpr unsigned kLongest = 150'000;  // µs; a build and a swap take some 50 ms, so most moments of both are hit
  const test::TempFolder folder;
  build(folder.path(), "AA");
  const auto analyser = test::analyser();
  std::mt19937 random(16);
  std::map<std::string, int> seen;
  for (int round = 0; round < rounds; ++round) {
    const Daemon daemon(daemon_over(folder.path(), "0"));
    const auto law = law_in(body_of(daemon, kWho));
    CHECK((law == "AA" || law == "BB"));
    ++seen[law];
    const pid_t builder = fork();
    if (builder == 0)
      for (const char* code = "BB";; code = *code == 'A' ? "BB" : "AA") {
        build(folder.path(), code);
        kill(daemon.pid(), SIGHUP);
      }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % kLongest));
    const bool builder_first = random() % 2 == 0;
    kill(builder_first ? builder : daemon.pid(), SIGKILL);
    kill(builder_first ? daemon.pid() : builder, SIGKILL);
    waitpid(builder, nullptr, 0);
  }
  std::cout << rounds << " kills; found at the next start:";
  for (const auto& [law, count] : seen) std::cout << " " << law << " " << count << " times";
  std::cout << "\n";
  build(folder.path(), "CC");
  const Daemon last(daemon_over(folder.path(), "0"));
  CHECK(law_in(body_of(last, kWho)) == "CC");
  CHECK_FALSE(fs::exists(folder.path() / "building"));
}
