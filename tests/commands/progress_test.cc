// What a person who watches a build is told.
#include "indexer/commands/progress.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace kto;
using commands::progress_line;

TEST_CASE("how far a build is") {
  const struct {
    store::BuildProgress at;
    double seconds;
    const char* line;
  } rows[] = {
      {{0, 1000, 0, 5}, 0, "0 of 1000 rows, 0 of 5 offices"},
      {{0, 0, 1, 5}, 2, "0 of 0 rows, 1 of 5 offices"},  // offices without a row: no rate
      {{250, 1000, 1, 5}, 2, "250 of 1000 rows, 1 of 5 offices, 125 rows/s, 6 s left"},
      {{999, 1000, 4, 5}, 10, "999 of 1000 rows, 4 of 5 offices, 100 rows/s, 1 s left"},
      {{1000, 1000, 5, 5}, 10, "1000 of 1000 rows, 5 of 5 offices, 100 rows/s, 0 s left"},
  };
  for (const auto& row : rows) CHECK(progress_line(row.at, row.seconds) == row.line);
}

TEST_CASE("a build is not told office by office, but its end is") {
  std::ostringstream err;
  commands::Progress progress(err);
  for (std::size_t i = 1; i <= 1000; ++i) progress.tell({i, 1000, i, 1000});
  CHECK(err.str().find("1000 of 1000 offices") != std::string::npos);
  CHECK(err.str().back() == '\n');
  CHECK(err.str().size() < 1000);
}
