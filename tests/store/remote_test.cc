// Offices on other machines, asked by the search library's own server on each. Here the machines are servers on ports
// of this one; in namespaces of the network they are tried by tests/http/remote_machines.py.
#include "indexer/store/remote.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/reader.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

namespace fs = std::filesystem;

constexpr char kServer[] = "/usr/bin/xapian-tcpsrv";
constexpr unsigned kTimeout = 400;  // ms; what a stopped machine costs

sockaddr_in loopback(unsigned port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

unsigned free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  REQUIRE(bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  close(socket);
  return ntohs(address.sin_port);
}

bool answers(unsigned port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  const bool connected = connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(socket);
  return connected;
}

// An index of some offices and the server of its wordings, in a process group of its own.
class Machine {
 public:
  explicit Machine(const std::vector<law::Catalogue>& offices) : port_(free_port()) {
    build(offices);
    start();
  }
  ~Machine() { signal(SIGKILL); }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  void build(const std::vector<law::Catalogue>& offices) { build_index(offices, *test::analyser(), folder_.path()); }

  void start() {
    pid_ = fork();
    if (pid_ == 0) {
      setpgid(0, 0);
      const std::string port = std::to_string(port_), stub = (folder_.path() / "wordings").string();
      execl(kServer, kServer, "--quiet", "--interface", "127.0.0.1", "--port", port.c_str(), stub.c_str(), nullptr);
      _exit(1);
    }
    while (!answers(port_)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  void signal(int number) {
    if (pid_ <= 0) return;
    kill(-pid_, number);
    if (number != SIGKILL) return;
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

  Remote remote() const { return {"127.0.0.1", port_, kTimeout, ""}; }

 private:
  test::TempFolder folder_;
  unsigned port_;
  pid_t pid_ = 0;
};

// Offices a to f: all keep an archive, each worded on its own besides.
std::vector<law::Catalogue> offices(const std::string& ids) {
  std::vector<law::Catalogue> all;
  for (const char id : ids) {
    const std::string own(1, id);
    all.push_back(test::office(
        own, {{"§ 1 pkt 1", "OR-" + own + " wydział organizacyjny", "prowadzenia archiwum zakładowego"},
              {"§ 1 pkt 2", "OR wydział", "prowadzenia archiwum numer " + std::to_string(id)},
              {"§ 1 pkt 3", "SO sprawy obywatelskie", "wydawania dowodów osobistych"},
              {"§ 2", "KD kadry", "prowadzenia spraw kadrowych " + std::string(id < 'd' ? "urzędu" : "gminy")}}));
  }
  return all;
}

Query archive() {
  Query query;
  query.groups = {{{{Field::lemma, {"archiwum"}, 1}, {Field::unit_lemma, {"wydział"}, 0.3}}},
                  {{{Field::lemma, {"prowadzić", "prowadzenie"}, 0.5}}}};
  query.filter.as_of = test::day("2024-01-01");
  query.limit = 50;
  return query;
}

// Weight, text, layers and holders, a line a wording; equal weights in order of text.
std::vector<std::string> lines(const WordingMatches& found) {
  std::vector<std::string> out;
  for (const WordingMatch& match : found.matches) {
    std::string line = std::to_string(1000 - match.weight) + " " + match.text;
    for (const MatchedLayer& layer : match.layers)
      line += " " + std::to_string(layer.group) + std::string(row(layer.field).prefix);
    for (const WordingHolder& holder : match.holders) {
      const WordingDetails details = match.details(holder);
      line += " " + std::string(holder.office()) + ":" + holder.unit()->code + ":" + details.task + ":" +
              to_string(details.citation);
    }
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The wording that all offices have.
const WordingMatch& of_all(const WordingMatches& found) {
  const auto match = std::find_if(found.matches.begin(), found.matches.end(), [](const WordingMatch& one) {
    return one.text == "prowadzenia archiwum zakładowego";
  });
  REQUIRE(match != found.matches.end());
  return *match;
}

struct Front {
  explicit Front(const std::vector<const Machine*>& machines) { build(machines); }
  BuildReport build(const std::vector<const Machine*>& machines) {
    std::vector<Remote> remotes;
    for (const Machine* machine : machines) remotes.push_back(machine->remote());
    return build_remote(remotes, *test::analyser(), folder.path());
  }
  Reader reader() const { return Reader::open(folder.path(), test::analyser()); }
  test::TempFolder folder;
};

bool is_installed() {
  if (fs::exists(kServer)) return true;
  WARN("xapian-tcpsrv (package xapian-tools) is not installed: other machines are not tried");
  return false;
}

TEST_CASE("the offices of three machines answer as those of one do") {
  if (!is_installed()) return;
  const Machine first(offices("ab")), second(offices("cd")), third(offices("ef"));
  const Front front({&first, &second, &third});
  const test::TinyIndex whole(offices("abcdef"));
  const Reader reader = front.reader();
  CHECK(reader.manifest().offices.size() == 6);
  CHECK(reader.documents() >= 8);  // what stands on several machines is counted on each
  const WordingMatches found = reader.wordings(archive());
  CHECK(found.missing.empty());
  CHECK_FALSE(found.more);
  // Words are as rare as all machines together find them; a wording of several is one match with all its holders.
  std::vector<std::string> texts, expected;
  for (const WordingMatch& match : found.matches) texts.push_back(match.text + std::to_string(match.holders.size()));
  for (const WordingMatch& match : whole.reader().wordings(archive()).matches)
    expected.push_back(match.text + std::to_string(match.holders.size()));
  const WordingMatch& shared = of_all(found);
  CHECK(shared.holders.size() == 6);
  CHECK(shared.offices == 6);
  std::sort(texts.begin(), texts.end());
  std::sort(expected.begin(), expected.end());
  CHECK(texts == expected);
  std::set<std::uint32_t> places;
  for (const WordingHolder& holder : shared.holders) places.insert(holder.office_place);
  CHECK(places.size() == 6);
  CHECK(reader.find(archive()).matches.size() == 6 + 6 + 6);
  CHECK(reader.office("a") == nullptr);
  std::string code;
  try {
    static_cast<void>(reader.within("a"));
  } catch (const law::Error& error) {
    code = error.code();
  }
  CHECK(code == "office-elsewhere");
}

TEST_CASE("a machine that is down or stopped is left out, named, and taken back") {
  if (!is_installed()) return;
  Machine first(offices("ab")), second(offices("cd"));
  const Front front({&first, &second});
  const Reader reader = front.reader();
  const std::vector<std::string> all = lines(reader.wordings(archive()));
  second.signal(SIGSTOP);
  const WordingMatches fewer = reader.wordings(archive());
  CHECK(fewer.missing == std::vector<std::string>{"c", "d"});
  for (const WordingMatch& match : fewer.matches)
    for (const WordingHolder& holder : match.holders) CHECK(holder.office() < "c");
  CHECK(of_all(fewer).holders.size() == 2);
  CHECK(front.reader().wordings(archive()).missing == fewer.missing);  // who asks first finds out
  second.signal(SIGCONT);
  CHECK(lines(front.reader().wordings(archive())) == all);
  second.signal(SIGKILL);
  CHECK(front.reader().wordings(archive()).missing == fewer.missing);
  first.signal(SIGKILL);
  const WordingMatches none = front.reader().wordings(archive());
  CHECK(none.missing.size() == 4);
  CHECK(none.matches.empty());
  CHECK_THROWS_AS(build_remote({first.remote()}, *test::analyser(), front.folder.path()), law::Error);
  second.start();
  CHECK(front.reader().wordings(archive()).missing == std::vector<std::string>{"a", "b"});
}

TEST_CASE("words of a machine left out are not counted, whoever found out") {
  if (!is_installed()) return;
  const Machine first(offices("ab"));
  Machine second(offices("cdef"));
  const Front front({&first, &second});
  const Reader reader = front.reader(), other = reader.another();
  const auto counted = [](const Reader& one) {
    return std::pair(one.documents(), one.frequency(Field::lemma, "archiwum"));
  };
  const auto whole = counted(reader);
  CHECK(counted(other) == whole);
  second.signal(SIGSTOP);
  CHECK(reader.wordings(archive()).missing.size() == 4);
  // Once, the frequency was that of both machines: a word that stood more often than there were documents.
  const auto left = counted(other);
  CHECK(left.second < left.first);
  CHECK(left == counted(Front({&first}).reader()));
  CHECK(other.wordings(archive()).missing.size() == 4);
}

TEST_CASE("a closed connection is made again, and a machine swaps its index under questions") {
  if (!is_installed()) return;
  Machine first(offices("ab")), second(offices("cd"));
  Front front({&first, &second});
  const Reader reader = front.reader();
  const std::vector<std::string> before = lines(reader.wordings(archive()));
  CHECK_FALSE(front.build({&first, &second}).built);
  auto changed = offices("cd");
  changed[0].tasks[0].text = "prowadzenia archiwum miasta";
  second.build(changed);
  CHECK(lines(reader.wordings(archive())) == before);  // until its connection ends
  CHECK(front.build({&first, &second}).built);
  const WordingMatches after = front.reader().wordings(archive());
  CHECK(after.missing.empty());
  CHECK(std::any_of(after.matches.begin(), after.matches.end(),
                    [](const WordingMatch& match) { return match.text == "prowadzenia archiwum miasta"; }));
  second.signal(SIGKILL);
  second.start();
  const WordingMatches again = reader.wordings(archive());
  CHECK(again.missing.empty());
  CHECK(lines(again) == lines(after));
}

TEST_CASE("machines are named by host and port, and offices stand on one of them") {
  CHECK(remote_from("db1.example:7001") == Remote{"db1.example", 7001, kRemoteTimeout, ""});
  CHECK(remote_from("fd00::1:7001").host == "fd00::1");
  for (const std::string wrong : {"", "db1", "db1:", ":7001", "db1:0", "db1:65536"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(remote_from(wrong), law::Error);
  }
  if (!is_installed()) return;
  const Machine first(offices("ab")), second(offices("bc"));
  const test::TempFolder folder;
  CHECK_THROWS_AS(build_remote({first.remote(), second.remote()}, *test::analyser(), folder.path()), law::Error);
}

}  // namespace
}  // namespace kto::store
