#include "indexer/store/known_records.h"

#include <string>

#include "tests/support/catch.h"

namespace kto::store {
namespace {

// Records of one length each, and how many of them were read.
class Records {
 public:
  std::string of(Xapian::docid document, std::size_t size) {
    return known_.of(document, [&] {
      ++read;
      return std::string(size, static_cast<char>('a' + document % 26));
    });
  }
  unsigned read = 0;

 private:
  KnownRecords known_;
};

}  // namespace

TEST_CASE("long records stay in memory, short ones do not") {
  Records records;
  for (int i = 0; i < 2; ++i) {
    CHECK(records.of(1, 5'000) == std::string(5'000, 'b'));
    CHECK(records.of(2, 5'000) == std::string(5'000, 'c'));
    CHECK(records.of(3, 50) == std::string(50, 'd'));
  }
  CHECK(records.read == 4);
}

TEST_CASE("a record that is not asked for is let go when enough others were read, one that is stays") {
  constexpr std::size_t kMega = 1'000'000;
  constexpr Xapian::docid kOthers = 20;
  Records records;
  records.of(1, kMega);
  for (Xapian::docid other = 2; other < 2 + kOthers; ++other) {
    records.of(other, kMega);
    records.of(1, kMega);
  }
  CHECK(records.read == 1 + kOthers);
  records.of(2, kMega);
  CHECK(records.read == 2 + kOthers);
}

}  // namespace kto::store
