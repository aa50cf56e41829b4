// Whatever happens to a builder, the folder answers with the old index or the new one, whole.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "indexer/law/error.h"
#include "indexer/store/seal.h"
#include "indexer/store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

law::Catalogue of_size(unsigned points) {
  std::vector<test::Point> all;
  for (unsigned i = 1; i <= points; ++i)
    all.push_back({"§ 1 pkt " + std::to_string(i), "IT-ES referat", "prowadzenia rejestru numer " + std::to_string(i)});
  return test::office("lublin", all);
}

// Runs `work` in a process of its own; it ends with the number that `work` gives.
template <typename Work>
pid_t start(const Work& work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  return child;
}

int result_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

unsigned tasks_in(const std::filesystem::path& folder) {
  const Reader reader = Reader::open(folder, test::analyser());
  Query all;
  all.limit = 1000;
  return static_cast<unsigned>(reader.find(all).matches.size());
}

TEST_CASE("a builder killed at any moment leaves the old index or the new one") {
  constexpr int kRounds = 30;
  constexpr unsigned kLongest = 150'000;  // µs; a build of this size takes about 50 ms, so most moments of it are hit
  const test::TempFolder folder;
  const law::Catalogue small = of_size(20), large = of_size(60);
  build_index({small}, *test::analyser(), folder.path());
  std::mt19937 random(16);
  std::set<unsigned> seen;
  for (int round = 0; round < kRounds; ++round) {
    const pid_t child = start([&] {
      for (;;)
        for (const law::Catalogue* next : {&large, &small}) build_index({*next}, *test::analyser(), folder.path());
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % kLongest));
    kill(child, SIGKILL);
    CHECK(result_of(child) == -1);
    const unsigned tasks = tasks_in(folder.path());
    CHECK((tasks == 20 || tasks == 60));
    seen.insert(tasks);
  }
  CHECK(seen.size() == 2);
  CHECK(build_index({small}, *test::analyser(), folder.path(), {.force = true}).built);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "building"));
}

TEST_CASE(
    "many offices, their builder killed at any moment: a whole generation of the old or the new, and the work goes "
    "on") {
  constexpr int kRounds = 15;
  constexpr unsigned kLongest = 300'000;  // µs; a build takes 150 to 300 ms
  const test::TempFolder folder;
  std::vector<law::Catalogue> offices;
  for (unsigned i = 0; i < kTogether + 4; ++i)
    offices.push_back(test::office("o" + std::to_string(i), {{"§ 1", "IT", "prowadzenia rejestru"}}));
  build_index(offices, *test::analyser(), folder.path());
  std::mt19937 random(17);
  for (int round = 0; round < kRounds; ++round) {
    const pid_t child = start([&] {
      for (unsigned turn = 0;; ++turn) {
        for (law::Catalogue& office : offices)
          office.tasks[0].text = "prowadzenia rejestru numer " + std::to_string(turn);
        build_index(offices, *test::analyser(), folder.path());
      }
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % kLongest));
    kill(child, SIGKILL);
    CHECK(result_of(child) == -1);
    const auto generation = current_generation(folder.path());
    REQUIRE(generation);
    require_whole(folder.path(), *generation);
    const Reader reader = Reader::open(folder.path(), test::analyser());
    std::set<std::string> wordings;  // of one build, in the offices' own files and in that of all
    for (const OfficeSummary& office : reader.manifest().offices)
      wordings.insert(reader.within(office.id).find({}).matches.at(0).found->stored().task.text);
    for (const Match& match : reader.find({.limit = 1000}).matches) wordings.insert(match.found->stored().task.text);
    CHECK(wordings.size() == 1);
  }
  CHECK(build_index(offices, *test::analyser(), folder.path()).offices == kTogether + 4);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "building"));
}

// A limit on the size of files stands for the full disk: writes fail in the same way, and no root may pass it.
TEST_CASE("a full disk is an error with a hint, and the old index serves on") {
  const test::TempFolder folder;
  build_index({of_size(3)}, *test::analyser(), folder.path());
  for (const rlim_t bytes : {0UL, 100UL, 5'000UL, 20'000UL, 60'000UL}) {
    const pid_t child = start([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{bytes, bytes};
      setrlimit(RLIMIT_FSIZE, &limit);
      try {
        build_index({of_size(2000)}, *test::analyser(), folder.path());
      } catch (const law::Error& error) {
        return error.code() == "index-write-failed" && !error.hint().empty() ? 0 : 2;
      }
      return 1;
    });
    INFO(bytes << " bytes");
    CHECK(result_of(child) == 0);
    CHECK(tasks_in(folder.path()) == 3);
  }
}

}  // namespace
}  // namespace kto::store
