// Tasks that name a unit by its § alone are found by its name.
#include "indexer/store/spoken_of.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

using Names = std::set<std::string>;

const std::vector<test::Point>& points() {
  static const std::vector<test::Point> kPoints{
      {"§ 2 pkt 1", "", "zasad, o których mowa w § 5 rozporządzenia"},
      {"§ 13 pkt 1", "WA dawna kasa", "wypłat", "2022-01-01", "2023-01-01"},
      {"§ 13 pkt 1", "WE kasa", "wypłat", "2023-01-01"},
      {"§ 14 ust. 1 pkt 1", "WB referat poczty", "poczty"},
      {"§ 14 ust. 2 pkt 1", "WB-I stanowisko znaczków", "znaczków"},
      {"§ 16 pkt 1", "WC archiwum", "akt"},
      {"§ 16a pkt 1", "WD biuro rady", "sesji"},
  };
  return kPoints;
}

TEST_CASE("the units of the provisions that a task speaks of") {
  struct Row {
    const char* text;
    Names names;
  };
  const std::vector<Row> rows{
      {"nadzoru nad referatem, o którym mowa w § 14", {"referat poczty"}},
      {"nadzoru nad stanowiskiem, o którym mowa w § 14 ust. 2, oraz innych", {"stanowisko znaczków"}},
      {"nadzoru nad komórkami, o których mowa w §13-16", {"kasa", "referat poczty", "archiwum"}},
      {"nadzoru nad komórkami, o których mowa w § 14 – 16a;", {"referat poczty", "archiwum", "biuro rady"}},
      {"nadzoru nad komórkami, o których mowa w § 14-§ 16", {"referat poczty", "archiwum"}},
      {"spraw, o których mowa w § 14 ustawy", {}},      // of another act
      {"spraw, o których mowa w § 13-16 statutu", {}},  // likewise
      {"spraw, o których mowa w ust. 2", {}},
      {"spraw, o których mowa w § 99", {}},
      {"spraw z § 14", {}},  // said of anything
      {"", {}},
  };
  std::vector<StoredTask> tasks;
  for (const law::TaskPoint& task : test::office("urząd", points()).tasks)
    tasks.push_back({.office = "urząd", .task = task});
  for (const Row& row : rows) {
    INFO(row.text);
    const auto asked = test::office("urząd", {{"§ 1 pkt 1", "Z zastępca", row.text, "2023-06-01"}});
    CHECK(units_spoken_of(asked.tasks.at(0), tasks) == row.names);
  }
}

TEST_CASE("a task is found by the name of the unit it speaks of, and shown as it is") {
  std::vector<test::Point> all = points();
  all.push_back({"§ 1 pkt 1", "Z zastępca", "nadzoru nad komórką, o której mowa w § 16"});
  const test::TinyIndex index(all);
  Query query;
  query.groups = {{{{Field::unit_lemma, {"archiwum"}, 1}}}};
  std::vector<std::string> found;
  for (const Match& match : index.reader().find(query).matches) found.push_back(match.found->stored().task.text);
  std::sort(found.begin(), found.end());
  CHECK(found == std::vector<std::string>{"akt", "nadzoru nad komórką, o której mowa w § 16"});
}

}  // namespace
}  // namespace kto::store
