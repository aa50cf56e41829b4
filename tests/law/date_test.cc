#include "indexer/law/date.h"

#include "indexer/law/validity.h"
#include "tests/support/catch.h"

using namespace kto::law;

TEST_CASE("only real days in ISO form are dates") {
  for (const char* good : {"2023-11-15", "2024-02-29", "1000-01-01", "9999-12-31"})
    CHECK(to_string(parse_date(good).value()) == good);
  for (const char* bad : {"2023-02-29", "2023-2-3", "15.11.2023", "2023-13-01", "2023-00-10", "", "0999-01-01",
                          "2023-11-15T00", "2023-11-1a", "-023-11-15"}) {
    INFO(bad);
    CHECK(!parse_date(bad));
  }
  CHECK(to_polish(parse_date("2023-11-05").value()) == "05.11.2023");
}

TEST_CASE("validity is half-open") {
  const Date first = parse_date("2022-01-01").value(), change = parse_date("2023-11-15").value();
  const Validity old{first, change}, now{change, std::nullopt};
  CHECK(old.contains(first));
  CHECK(!old.contains(change));
  CHECK(now.contains(change));
  CHECK(!old.overlaps(now));
  CHECK(Validity{first, std::nullopt}.overlaps(old));
  CHECK(Validity{first, std::nullopt}.cut_at(change) == old);
  CHECK(old.cut_at(change + std::chrono::days{9}) == old);
  CHECK((Validity{change, change}.empty()));
  CHECK(!(Validity{change, change}.overlaps(now)));
}
