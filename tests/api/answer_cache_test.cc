// Answers that many ask for, and only those.
#include "searchd/api/answer_cache.h"

#include <string>
#include <thread>
#include <vector>

#include "tests/support/catch.h"

namespace kto::api {
namespace {

using std::chrono::minutes;

// A cache whose time stands still until it is moved.
struct Clocked {
  std::chrono::steady_clock::time_point now{};
  AnswerCache cache;
  explicit Clocked(std::size_t bytes = 100000) : cache(bytes, [this] { return now; }) {}

  // As a route asks; true: it was kept.
  bool ask(const std::string& key, const Rendered& answer = {{200, "text/plain", "answer", {}}, {}}) {
    if (const auto known = cache.find(key)) {
      CHECK(known->response.body == answer.response.body);
      return true;
    }
    cache.offer(key, answer);
    return false;
  }
  unsigned asked_until_kept(const std::string& key, unsigned most) {
    for (unsigned times = 1; times <= most; ++times)
      if (ask(key)) return times;
    return 0;
  }
};

TEST_CASE("what was asked five times is kept, not what was asked less often") {
  Clocked clocked;
  for (unsigned i = 0; i < AnswerCache::kMany; ++i) CHECK_FALSE(clocked.ask("many"));
  CHECK(clocked.ask("many"));
  for (unsigned i = 0; i + 1 < AnswerCache::kMany; ++i) CHECK_FALSE(clocked.ask("few"));
  const std::size_t with_one = clocked.cache.bytes();
  CHECK(with_one > 0);
  CHECK_FALSE(clocked.ask("few"));
  CHECK(clocked.cache.bytes() > with_one);
}

TEST_CASE("what was asked long ago does not count, and is let go") {
  Clocked clocked;
  for (unsigned i = 0; i + 1 < AnswerCache::kMany; ++i) clocked.ask("now and then");
  clocked.now += AnswerCache::kWithin;
  CHECK(clocked.asked_until_kept("now and then", 20) == AnswerCache::kMany + 1);
  clocked.now += AnswerCache::kWithin;
  CHECK(clocked.ask("now and then"));  // asked again, it stays
  clocked.now += AnswerCache::kWithin;
  CHECK(clocked.ask("now and then"));
  clocked.now += AnswerCache::kWithin;
  clocked.cache.rest();
  CHECK(clocked.cache.bytes() > 0);
  clocked.now += AnswerCache::kWithin;
  clocked.cache.rest();
  CHECK(clocked.cache.bytes() == 0);
  CHECK_FALSE(clocked.ask("now and then"));
}

TEST_CASE("after a long silence nothing is left, whoever comes next") {
  Clocked clocked;
  clocked.asked_until_kept("once upon a time", 20);
  clocked.now += minutes(60);
  CHECK_FALSE(clocked.ask("once upon a time"));
}

TEST_CASE("failures, answers in pieces and answers too long are not kept; nor is anything in no memory") {
  Clocked clocked, none(0);
  Rendered streamed{{200, "text/plain", "", {}}, {}};
  streamed.response.rest = [] { return std::string(); };
  for (unsigned i = 0; i < 20; ++i) {
    CHECK_FALSE(clocked.ask("failed", {{503, "text/plain", "no", {}}, {}}));
    CHECK_FALSE(clocked.ask("in pieces", streamed));
    CHECK_FALSE(clocked.ask("long", {{200, "text/plain", std::string(60000, 'x'), {}}, {}}));
    CHECK_FALSE(none.ask("anything"));
  }
  CHECK(clocked.cache.bytes() == 0);
}

TEST_CASE("the memory is bounded, and what is asked for stays in it") {
  Clocked clocked(20000);
  for (unsigned i = 0; i < 200; ++i) {
    clocked.asked_until_kept("question " + std::to_string(i), 20);
    clocked.ask("of all");
    CHECK(clocked.cache.bytes() <= 20000);
  }
  CHECK(clocked.ask("of all"));
  CHECK_FALSE(clocked.ask("question 0"));
}

TEST_CASE("threads ask and offer at once") {
  AnswerCache cache(50000);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&cache] {
      for (int i = 0; i < 2000; ++i) {
        const std::string key = "question " + std::to_string(i % 97);
        if (const auto known = cache.find(key)) {
          if (known->response.body != key) std::abort();
        } else {
          cache.offer(key, {{200, "text/plain", key, {}}, searchd::Status::answered});
        }
        if (i % 100 == 0) cache.rest();
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(cache.bytes() <= 50000);
  CHECK(cache.bytes() > 0);
}

}  // namespace
}  // namespace kto::api
