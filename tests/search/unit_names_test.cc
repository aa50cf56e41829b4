// What offices call the same kind of unit.
#include "searchd/unit_names.h"

#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::searchd {
namespace {

// "Wydział Komunikacji = Referat komunikacji | Straż Miejska": kinds with their names, the commonest first.
std::string kinds_of(const std::vector<CountedName>& names) {
  std::string out;
  for (const KindOfUnit& kind : kinds_of_units(*test::analyser(), names).kinds) {
    CHECK(kind.label == kind.names.front());
    for (std::size_t i = 0; i < kind.names.size(); ++i)
      out += (i > 0 ? " = " : out.empty() ? "" : " | ") + (kind.names[i].empty() ? "-" : kind.names[i]);
  }
  return out;
}

TEST_CASE("names of one kind of unit are told from others") {
  struct Row {
    std::vector<CountedName> names;
    const char* kinds;
  };
  const std::vector<Row> rows = {
      // the form of the unit, case, inflection and order do not matter
      {{{"Wydział Komunikacji", 3}, {"referat komunikacji", 2}, {"KOMUNIKACJA", 1}},
       "Wydział Komunikacji = referat komunikacji = KOMUNIKACJA"},
      {{{"Urząd Stanu Cywilnego", 3}, {"Referat ds. stanu cywilnego", 1}, {"urząd stanu cywilnego, stanowisko 2", 2}},
       "Urząd Stanu Cywilnego = urząd stanu cywilnego, stanowisko 2 = Referat ds. stanu cywilnego"},
      {{{"Wydział Dróg i Mostów", 2}, {"Referat Mostów i Dróg", 1}}, "Wydział Dróg i Mostów = Referat Mostów i Dróg"},
      {{{"samodzielne stanowisko pracy do spraw kadr", 1}, {"Biuro Kadr", 2}},
       "Biuro Kadr = samodzielne stanowisko pracy do spraw kadr"},
      // whose unit it is does not either
      {{{"Straż Miejska", 2}, {"Straż Gminna", 1}}, "Straż Miejska = Straż Gminna"},
      // a longer name joins the kind it says more of than any other
      {{{"Wydział Komunikacji", 3}, {"Wydział Komunikacji i Dróg", 1}, {"Wydział Dróg", 2}},
       "Wydział Komunikacji = Wydział Komunikacji i Dróg | Wydział Dróg"},
      // kinds do not join in a chain: what both share words with stays with one
      {{{"Wydział Dróg i Komunikacji", 5}, {"Wydział Komunikacji", 3}, {"Wydział Komunikacji i Transportu", 1}},
       "Wydział Dróg i Komunikacji = Wydział Komunikacji | Wydział Komunikacji i Transportu"},
      // words in common are not enough
      {{{"Wydział Gospodarki Komunalnej", 2}, {"Wydział Gospodarki Nieruchomościami", 1}},
       "Wydział Gospodarki Komunalnej | Wydział Gospodarki Nieruchomościami"},
      {{{"Wydział Gospodarki Miejskiej", 2}, {"Wydział Gospodarki Nieruchomościami", 1}},
       "Wydział Gospodarki Miejskiej | Wydział Gospodarki Nieruchomościami"},
      // of equally common names the first by letters is the label
      {{{"Referat Kultury", 1}, {"Biuro Kultury", 1}}, "Biuro Kultury = Referat Kultury"},
      // a name of nothing but its form is a kind; units that no act names are another
      {{{"Biuro", 1}, {"", 3}, {"Wydział Podatków", 2}}, "- | Wydział Podatków | Biuro"},
      {{}, ""},
  };
  for (const Row& row : rows) CHECK(kinds_of(row.names) == row.kinds);
}

TEST_CASE("a kind's id is of its words, whoever asks") {
  const KindsOfUnits kinds = kinds_of_units(*test::analyser(), {{"Referat ds. stanu cywilnego", 1}, {"", 1}});
  REQUIRE(kinds.kinds.size() == 2);
  CHECK(kinds.kinds[0].id == "_");
  CHECK(kinds.kinds[1].id == "cywilny_stan");
  CHECK(kinds.of_names == std::vector<std::size_t>{1, 0});
}

}  // namespace
}  // namespace kto::searchd
