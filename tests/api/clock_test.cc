// Today in Warsaw, around midnight and around the turns of the clock.
#include "searchd/api/clock.h"

#include "tests/support/catch.h"

using namespace kto;

TEST_CASE("the day in Warsaw at an instant of UTC") {
  using namespace std::chrono;
  const struct {
    const char* utc_day;
    seconds time;
    const char* warsaw_day;
  } rows[] = {
      {"2024-01-15", 22h + 59min + 59s, "2024-01-15"},
      {"2024-01-15", 23h, "2024-01-16"},  // winter: UTC+1
      {"2024-07-15", 21h + 59min + 59s, "2024-07-15"},
      {"2024-07-15", 22h, "2024-07-16"},          // summer: UTC+2
      {"2024-03-30", 22h + 30min, "2024-03-30"},  // the evening before the last Sunday of March
      {"2024-03-31", 22h + 30min, "2024-04-01"},
      {"2024-10-26", 22h + 30min, "2024-10-27"},  // the evening before the last Sunday of October
      {"2024-10-27", 22h + 30min, "2024-10-27"},
      {"2023-12-31", 23h, "2024-01-01"},
  };
  for (const auto& row : rows)
    CHECK(law::to_string(api::day_in_warsaw(*law::parse_date(row.utc_day) + row.time)) == row.warsaw_day);
}
