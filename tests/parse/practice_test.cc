// More commands in the words of practice: several changes in one sentence, many places for the same words, tables.
#include "tests/parse/short_form.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
using tests::short_form;

TEST_CASE("several changes in a sentence and words in many places") {
  struct Row {
    const char* commands;
    const char* operations;
  };
  const Row rows[] = {
      {"1) w § 5 po pkt 3 dodaje się pkt 3a i 3b, w brzmieniu:\n„3a) a;\n3b) b;”;",
       "§ 1 pkt 1: insert § 5 pkt 3a, § 5 pkt 3b, [pkt 3a a;] [pkt 3b b;]\n"},
      {"1) § 7 ust. 1-3 otrzymują brzmienie:\n„1. A.\n2. B.\n3. C.”;",
       "§ 1 pkt 1: replace § 7 ust. 1, § 7 ust. 2, § 7 ust. 3, [ust. 1 A.] [ust. 2 B.] [ust. 3 C.]\n"},
      {"1) w § 9 w ust. 2 w zdaniu pierwszym po wyrazie „A” dodaje się wyraz „B”;",
       "§ 1 pkt 1: insert_words § 9 ust. 2 zdanie 1, @\"A\" +\"B\"\n"},
      {"1) w § 9 uchyla się ust. 2 pkt 1–3;",
       "§ 1 pkt 1: repeal § 9 ust. 2 pkt 1, § 9 ust. 2 pkt 2, § 9 ust. 2 pkt 3,\n"},
      {"1) w § 10 skreśla się ust. 2, a dotychczasowe ust. 3 i 4 oznacza się jako ust. 2 i 3;",
       "§ 1 pkt 1: repeal § 10 ust. 2,\n§ 1 pkt 1: renumber § 10 ust. 3,\n§ 1 pkt 1: renumber § 10 ust. 4,\n"},
      {"1) w § 11 ust. 2 otrzymuje brzmienie: „2. Nowy.”, a ust. 3 skreśla się;",
       "§ 1 pkt 1: replace § 11 ust. 2, [ust. 2 Nowy.]\n§ 1 pkt 1: repeal § 11 ust. 3,\n"},
      {"1) w § 12 ust. 1 skreśla się pkt 4, zaś pkt 5 otrzymuje brzmienie: „5) nowy;”;",
       "§ 1 pkt 1: repeal § 12 ust. 1 pkt 4,\n§ 1 pkt 1: replace § 12 ust. 1 pkt 5, [pkt 5 nowy;]\n"},
      {"1) w § 5 ust. 1:\na) pkt 1 i 2 otrzymują brzmienie:\n„1) a;\n2) b;”,\nb) po pkt 2 dodaje się pkt 2a w "
       "brzmieniu:\n„2a) c;”,\nc) pkt 3 – 5 uchyla się,",
       "§ 1 pkt 1 lit. a: replace § 5 ust. 1 pkt 1, § 5 ust. 1 pkt 2, [pkt 1 a;] [pkt 2 b;]\n§ 1 pkt 1 lit. b: insert "
       "§ 5 ust. 1 pkt 2a, [pkt 2a c;]\n§ 1 pkt 1 lit. c: repeal § 5 ust. 1 pkt 3, § 5 ust. 1 pkt 4, § 5 ust. 1 pkt "
       "5,\n"},
      {"1) § 6 – uchyla się;", "§ 1 pkt 1: repeal § 6,\n"},
      {"1) w § 4 po wyrazach „Urząd Gminy” stawia się przecinek i dodaje wyrazy „w Narewce”;",
       "§ 1 pkt 1: insert_words § 4, @\"Urząd Gminy\" +\", w Narewce\"\n"},
      {"1) w § 4 po słowie „A” dodać słowo „B”;", "§ 1 pkt 1: insert_words § 4, @\"A\" +\"B\"\n"},
      {"1) w § 4 zdanie 2 skreślić;", "§ 1 pkt 1: repeal § 4 zdanie 2,\n"},
      {"1) § 4 ust. 2 skreślić;", "§ 1 pkt 1: repeal § 4 ust. 2,\n"},
      {"1) w § 4 ust. 3 wyraz „A” zastąpić wyrazem „B”;", "§ 1 pkt 1: replace_words § 4 ust. 3, -\"A\" +\"B\"\n"},
      {"1) § 5 otrzymuje nowe brzmienie: „§ 5. Nowy.”;", "§ 1 pkt 1: replace § 5, [§ 5 Nowy.]\n"},
      {"1) w § 12 ust. 1 pkt 1, 3 i 5 oraz ust. 2 pkt 4 wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 12 ust. 1 pkt 1, § 12 ust. 1 pkt 3, § 12 ust. 1 pkt 5, § 12 ust. 2 pkt 4, -\"A\" "
       "+\"B\"\n"},
      {"1) w § 12 w ust. 1 w pkt 1 i 3 oraz w ust. 2 wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 12 ust. 1 pkt 1, § 12 ust. 1 pkt 3, § 12 ust. 2, -\"A\" +\"B\"\n"},
      {"1) w § 13 ust. 1 i § 14 ust. 2 pkt 3 lit. a i b skreśla się wyrazy „A”;",
       "§ 1 pkt 1: delete_words § 13 ust. 1, § 14 ust. 2 pkt 3 lit. a, § 14 ust. 2 pkt 3 lit. b, -\"A\"\n"},
      {"1) w § 15-17 wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 15, § 16, § 17, -\"A\" +\"B\"\n"},
      {"1) w § 18 ust. 1, 2 i 4 oraz w § 19 użyte wyrazy „A” zastępuje się odpowiednio wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 18 ust. 1, § 18 ust. 2, § 18 ust. 4, § 19, -\"A\" +\"B\"\n"},
      {"1) wyrazy „A”, użyte w § 5 i § 6, zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 5, § 6, -\"A\" +\"B\"\n"},
      {"1) wyrazy „A” użyte w Regulaminie w różnych przypadkach zastępuje się wyrazami „B” w odpowiednich przypadkach;",
       "§ 1 pkt 1: replace_words całość, -\"A\" +\"B\" in all forms\n"},
      {"1) w Regulaminie użyte wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words całość, -\"A\" +\"B\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.commands);
    const law::Act act = tests::parse_commands(row.commands);
    CHECK(short_form(act) == row.operations);
    for (const auto& diagnostic : act.diagnostics) CHECK(law::render(diagnostic) == "");
  }
}

TEST_CASE("changes of tables are said to be not understood, each with its place") {
  for (const char* command : {"w załączniku nr 2 lp. 3 otrzymuje brzmienie: „3. Wydział – WY”",
                              "w tabeli w § 5 wiersz trzeci otrzymuje brzmienie: „x”",
                              "w § 5 w tabeli po lp. 4 dodaje się lp. 5 w brzmieniu: „5 x”",
                              "w § 5 tabela otrzymuje brzmienie: „x”", "w załączniku nr 3 poz. 7 skreśla się"}) {
    INFO(command);
    const law::Act act = tests::parse_commands("1) uchyla się § 9;\n2) " + std::string(command) + ".");
    CHECK(short_form(act) == "§ 1 pkt 1: repeal § 9,\n");
    REQUIRE(act.diagnostics.size() == 1);
    CHECK(act.diagnostics[0].code == "not-understood");
    CHECK(act.diagnostics[0].line == 9);
  }
}
