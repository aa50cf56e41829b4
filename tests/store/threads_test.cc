// Readers and queries are one a thread; nothing of the search library may be shared behind their backs.
#include <thread>
#include <vector>

#include "indexer/store/xapian_query.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;

// Once a crash: Xapian::Query::MatchAll is one object for all threads, and its reference count is not atomic.
TEST_CASE("no query shares an object with all others") {
  const auto first = store::to_xapian({}), second = store::to_xapian({});
  CHECK(first.internal.get() != Xapian::Query::MatchAll.internal.get());
  CHECK(first.internal.get() != second.internal.get());
}

TEST_CASE("readers of one index answer many threads at once") {
  const test::TinyIndex index({{"§ 1 pkt 1", "AB", "obsługi poczty"}, {"§ 1 pkt 2", "AB", "obsługi sieci"}});
  std::vector<std::thread> threads;
  std::vector<unsigned> found(4, 0);
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back([&, i] {
      const auto reader = store::Reader::open(index.folder(), test::analyser());
      store::Query everything;
      everything.limit = 10;
      for (int n = 0; n < 500; ++n) found[i] += static_cast<unsigned>(reader.find(everything).matches.size());
    });
  for (auto& thread : threads) thread.join();
  CHECK(found == std::vector<unsigned>(4, 1000));
}
