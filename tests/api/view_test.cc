// The small parts of pages: marked texts, addresses, words.
#include "searchd/pages/view.h"

#include "searchd/pages/address.h"
#include "searchd/pages/words.h"
#include "tests/api/samples.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::pages;
using namespace kto::test;

namespace {

std::string marked(const std::string& text, const std::vector<std::pair<unsigned, unsigned>>& matched) {
  std::string out;
  for (const auto& stretch : stretches(text, matched)) out += stretch.hit ? "[" + stretch.text + "]" : stretch.text;
  return out;
}

}  // namespace

TEST_CASE("what matched is marked, in code points") {
  CHECK(marked("żądania wydruku", {{0, 7}}) == "[żądania] wydruku");
  CHECK(marked("żółw i żaba", {{0, 4}, {7, 11}}) == "[żółw] i [żaba]");
  CHECK(marked("abc", {}) == "abc");
  CHECK(marked("abc", {{1, 99}}) == "a[bc]");  // never out of bounds
  CHECK(marked("abc", {{98, 99}}) == "abc");
  CHECK(marked("abc", {{2, 1}}) == "abc");
  CHECK(marked("abcd", {{0, 2}, {1, 3}}) == "[ab][c]d");
  CHECK(marked("", {{0, 1}}) == "");
}

TEST_CASE("addresses are visible ASCII") {
  CHECK(search_address({"zażółć & <b>?#"}, {day("2023-11-14")}) ==
        "/?q=za%C5%BC%C3%B3%C5%82%C4%87%20%26%20%3Cb%3E%3F%23&as_of=2023-11-14");
  CHECK(search_address({"a", "IT"}, {day("2023-11-14"), "oława"}) ==
        "/?q=a&as_of=2023-11-14&office=o%C5%82awa&unit=IT");
  CHECK(unit_address("OŚ/1\r\n", {day("2023-11-14")}) == "/jednostki/O%C5%9A%2F1%0D%0A?as_of=2023-11-14");
}

TEST_CASE("words") {
  CHECK(span({day("2023-11-15"), std::nullopt}) == "od 15.11.2023");
  CHECK(tasks_counted(1) == "1 zadanie");
  CHECK(tasks_counted(4) == "4 zadania");
  CHECK(tasks_counted(5) == "5 zadań");
  CHECK(tasks_counted(12) == "12 zadań");
  CHECK(tasks_counted(22) == "22 zadania");
  CHECK(span({day("2022-01-01"), day("2023-11-15")}) == "01.01.2022–14.11.2023");
  CHECK(upcoming_words({day("2025-01-01"), "1/1/2025", true}) ==
        "Od 01.01.2025 ten punkt przestaje obowiązywać [1/1/2025].");
  CHECK(upcoming_words({day("2025-01-01"), "", false}) == "Od 01.01.2025 ten punkt ma inne brzmienie.");
  law::ActSummary act;
  act.date = day("2025-01-02");
  CHECK(act_words(act) == "akt z 02.01.2025");
  CHECK(role_words(law::Role::owner).empty());
  CHECK(role_words(law::Role::gives_opinion) == "opiniowanie");
}
