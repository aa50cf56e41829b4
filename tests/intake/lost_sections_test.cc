#include "indexer/intake/lost_sections.h"

#include "tests/support/catch.h"

using namespace kto;

TEST_CASE("numbers in order are §§ again where every § was lost") {
  struct Row {
    const char* text;
    unsigned sections;
    const char* restored;
  };
  const Row rows[] = {
      {"1 Rozdział I Zasady 1 1. Urząd działa. 2. Wójt kieruje 3. Koniec. 2 Siedzibą jest wieś.", 2,
       "1\nRozdział I Zasady\n§ 1\n1. Urząd działa.\n2. Wójt kieruje\n3. Koniec.\n§ 2 Siedzibą jest wieś."},
      // a § that is empty, a page number in between, a title after the last sentence
      {"Rozdział 1 Zasady 1 Raz. 2 3 Trzy.\n\n2 Sekretarz podpisuje. Rozdział 2 Inne 4 1. Cztery", 4,
       "Rozdział 1 Zasady\n§ 1 Raz.\n§ 2\n§ 3 Trzy.\n\n2 Sekretarz podpisuje.\nRozdział 2 Inne\n§ 4\n1. Cztery"},
      // numbers of journals, points and footnotes are none
      {"Rozdział 1 Zasady 1 Dz. U. Nr 2 Raz: 1) Wójt; 2) 2 Rada (poz. 2 Kodeksu) i 2 Osoby. 2 Dwa.", 2,
       "Rozdział 1 Zasady\n§ 1 Dz. U. Nr 2 Raz: 1) Wójt; 2) 2 Rada (poz. 2 Kodeksu) i 2 Osoby.\n§ 2 Dwa."},
      // left alone: a sign is there, one number proves nothing, no chapter tells where the numbers begin
      {"Rozdział 1 Zasady § 1 Raz. 2 Dwa.", 0, nullptr},
      {"Rozdział 1 Zasady 1 Raz. Dwa.", 0, nullptr},
      {"Zarządzenie 1 Raz. 2 Dwa.", 0, nullptr},
      {"", 0, nullptr},
  };
  for (const Row& row : rows) {
    std::string text = row.text;
    CHECK(intake::restore_sections(text) == row.sections);
    CHECK(text == (row.restored != nullptr ? row.restored : row.text));
  }
}
