// The offices of the corpus as Catalogues: whatever ended says what ended it, and operations are told as they went.
#include <algorithm>

#include "indexer/corpus/office_law.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

const law::Catalogue& catalogue(const std::string& office) {
  static const auto kAll = [] {
    std::vector<law::Catalogue> out;
    for (const auto& source : corpus::read_corpus("corpus")) out.push_back(to_catalogue(corpus::read_law(source)));
    return out;
  }();
  return *std::find_if(kAll.begin(), kAll.end(), [&](const law::Catalogue& one) { return one.office == office; });
}

// "2024-01-15 5/2024 § 1 pkt 2": the day and what ended it.
template <class Value>
std::string ending(const Value& value) {
  if (!value.validity.to) return "open";
  const auto by = value.ended_by.value_or(law::Provenance{"nobody", "says"});
  return law::to_string(*value.validity.to) + " " + by.act + " " + by.place;
}

std::string ending_of(const std::string& task) {
  for (const law::TaskPoint& one : catalogue("przykladowa").tasks)
    if (one.id == "przykladowa-" + task) return ending(one);
  return "no such task";
}

}  // namespace

TEST_CASE("what ended says what ended it, and what is law does not") {
  for (const char* office : {"lublin", "przykladowa"}) {
    unsigned ended = 0;
    const auto check = [&](const auto& values) {
      for (const auto& value : values) {
        INFO(value.id);
        CHECK(value.validity.to.has_value() == value.ended_by.has_value());
        ended += value.validity.to ? 1U : 0U;
      }
    };
    check(catalogue(office).tasks);
    check(catalogue(office).units);
    check(catalogue(office).provisions);
    CHECK(ended > 0);
  }
}

TEST_CASE("what ends a task: a repeal, new words, another holder") {
  struct Row {
    const char* task;
    const char* ending;
  };
  const Row rows[] = {
      {"par12-ust1-pkt14-20190301", "2020-07-01 48/2020 § 1 pkt 6 lit. a"},   // repealed
      {"par17-ust3-pkt2-20190301", "2021-01-01 7/2021 § 1"},                  // reworded
      {"par19-ust1-pkt1-20190301", "2023-01-01 31/2022 § 1 pkt 8"},           // its § repealed
      {"par21-pkt1-20190301", "2024-01-15 5/2024 § 1 pkt 2 lit. j tiret 1"},  // the list got another heading
      {"par21-pkt6-20190301", "2024-01-15 5/2024 § 1 pkt 2 lit. j tiret 2"},  // repealed that day
      {"par12-ust3-pkt6-20190301", "open"},                                   // only its stop was changed
      {"par13-ust4-pkt1-20190301", "2020-07-01 48/2020 § 1 pkt 7 lit. c"},    // its post was renamed
  };
  for (const Row& row : rows) {
    INFO(row.task);
    CHECK(ending_of(row.task) == row.ending);
  }
}

TEST_CASE("operations are those of the acts, with their outcome") {
  const law::Catalogue& office = catalogue("przykladowa");
  unsigned all = 0, not_applied = 0;
  for (const law::ActSummary& act : office.acts) all += act.operations, not_applied += act.not_applied;
  CHECK(all == 86);  // corpus/przykladowa/expected.md
  CHECK(office.operations.size() == all);
  CHECK(not_applied == static_cast<unsigned>(std::count_if(office.operations.begin(), office.operations.end(),
                                                           [](const auto& one) { return !one.applied; })));
  const law::Operation& first = office.operations.front();
  CHECK(first.act + " " + first.place + " " + first.kind + " " + first.targets.front() + " after " + first.anchor ==
        "48/2020 § 1 pkt 1 lit. a insert § 2 pkt 8a after § 2 pkt 8");
  CHECK(first.applied);
}

TEST_CASE("acts: what they amend and repeal, and their names in addresses") {
  const law::Catalogue& office = catalogue("przykladowa");
  REQUIRE(office.acts.size() == 5);
  CHECK(office.acts[0].repeals == std::vector<law::ActRef>{{"45/2015", law::parse_date("2015-06-29")}});
  CHECK_FALSE(office.acts[0].amends.has_value());
  REQUIRE(office.acts[1].amends.has_value());
  CHECK(office.acts[1].amends->number == "12/2019");
  CHECK(law::slugs(office.acts)[1] == "zarzadzenie-48-2020");
  CHECK(law::slugs(catalogue("lublin").acts) ==
        std::vector<std::string>{"zarzadzenie-58-12-2021", "zarzadzenie-19-11-2023"});
}
