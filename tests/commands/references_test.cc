#include "indexer/commands/audit_references.h"
#include "tests/support/catch.h"

using namespace kto;

TEST_CASE("references in running text") {
  struct Row {
    const char* here;
    const char* text;
    const char* found;
  };
  const Row rows[] = {
      {"§ 12 pkt 2", "referaty, o których mowa w § 13-16;", "§ 13, § 14, § 15, § 16"},
      {"§ 12 pkt 2", "referaty, o których mowa w §13-16;", "§ 13, § 14, § 15, § 16"},
      {"§ 22h ust. 2", "realizuje zadania określone w § 11 ust. 2 Regulaminu oraz zadania z zakresu:", "§ 11 ust. 2"},
      {"§ 5", "zgodnie z § 3 ust. 1 pkt 2 i 4 oraz ust. 5", "§ 3 ust. 1 pkt 2, § 3 ust. 1 pkt 4, § 3 ust. 5"},
      {"§ 5", "o których mowa w § 3 i § 7a", "§ 3, § 7a"},
      {"§ 5", "o których mowa w § 3, 5 i 7–9", "§ 3, § 5, § 7, § 8, § 9"},
      {"§ 5", "w § 3 ust. 1 i w § 4 ust. 2", "§ 3 ust. 1, § 4 ust. 2"},
      // relative to where the text stands
      {"§ 4 ust. 3 pkt 7", "sprawy, o których mowa w pkt 1 i 2;", "§ 4 ust. 3 pkt 1, § 4 ust. 3 pkt 2"},
      {"§ 4 ust. 3 pkt 7", "w sprawach określonych w ust. 1,", "§ 4 ust. 1"},
      {"§ 4 ust. 3 pkt 7 lit. c", "przypadki z lit. a i b", "§ 4 ust. 3 pkt 7 lit. a, § 4 ust. 3 pkt 7 lit. b"},
      {"§ 4", "w punkcie 5 niniejszego paragrafu", "§ 4 pkt 5"},
      // another act is meant
      {"§ 5", "na podstawie art. 33 ust. 2 ustawy z dnia 8 marca 1990 r.", ""},
      {"§ 5", "art. 6 ust. 1 lit. c RODO", ""},
      {"§ 5", "o którym mowa w § 5 rozporządzenia Rady Ministrów", ""},
      {"§ 5", "zgodnie z ust. 2 tej ustawy i § 6", "§ 6"},
      {"§ 5", "§ 85 Regulaminu Organizacyjnego Urzędu Miasta", ""},
      {"§ 5", "w § 2 ww. zarządzenia", ""},
      // a statute cites its own articles
      {"art. 7 ust. 1", "o których mowa w art. 5 ust. 1 i 2", "art. 5 ust. 1, art. 5 ust. 2"},
      // no references
      {"§ 5", "", ""},
      {"§ 5", "prowadzenie punktu konsultacyjnego, pkt informacyjny", ""},
      {"§ 5", "§", ""},
      {"§ 5", "(Dz. U. z 2023 r. poz. 40, 572)", ""},
      {"§ 5", "wieloosobowe stanowisko w 12 pokojach", ""},
  };
  for (const Row& row : rows) {
    std::string found;
    for (const law::Citation& citation :
         commands::find_references(row.text, law::parse_citation(row.here).value_or(law::Citation())))
      found += (found.empty() ? "" : ", ") + law::to_string(citation);
    INFO(row.text);
    CHECK(found == row.found);
  }
}
