// The amendment grammar as a table: commands in, operations out, one line an operation.
#include "tests/parse/short_form.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
using tests::short_form;

namespace {

struct Row {
  const char* commands;
  const char* operations;
};

}  // namespace

TEST_CASE("commands become operations") {
  const Row rows[] = {
      // R1, with a point whose letters stand under it, bullets or not
      {"1) w § 3 w ust. 1 pkt 4 otrzymuje brzmienie:\n„4) referat (A), w skład którego wchodzi:\n- a) kierownik "
       "(A),\nb) "
       "post (A-I);”;",
       "§ 1 pkt 1: replace § 3 ust. 1 pkt 4, [pkt 4 referat (A), w skład którego wchodzi: {lit. a kierownik (A),} "
       "{lit. b "
       "post (A-I);}]\n"},
      // R2: one quotation, two provisions
      {"1) § 15 i 16 otrzymują brzmienie:\n„§ 15. Raz.\n§ 16. Dwa.”.",
       "§ 1 pkt 1: replace § 15, § 16, [§ 15 Raz.] [§ 16 Dwa.]\n"},
      // R3, R4: parts are quoted without a number
      {"1) w § 3 w ust. 1 wprowadzenie do wyliczenia otrzymuje brzmienie:\n„Wsparcie udziela się, jeżeli:”;",
       "§ 1 pkt 1: replace § 3 ust. 1 (wprowadzenie do wyliczenia), [Wsparcie udziela się, jeżeli:]\n"},
      {"1) w § 3 w pkt 3 zdanie pierwsze otrzymuje brzmienie: „Inicjator wnosi.”;",
       "§ 1 pkt 1: replace § 3 pkt 3 zdanie 1, [Inicjator wnosi.]\n"},
      {"1) w § 3 zdanie wstępne otrzymuje brzmienie: „Do zadań należy:”;",
       "§ 1 pkt 1: replace § 3 (wprowadzenie do wyliczenia), [Do zadań należy:]\n"},
      {"1) w § 3 część wspólna otrzymuje brzmienie: „– łącznie.”;",
       "§ 1 pkt 1: replace § 3 (część wspólna), [– łącznie.]\n"},
      {"1) w § 3 w pkt 7 w lit. a tiret drugie otrzymuje brzmienie: „– nowe,”;",
       "§ 1 pkt 1: replace § 3 pkt 7 lit. a tiret 2, [tiret 2 nowe,]\n"},
      // I1, I2
      {"1) po § 13 dodaje się § 13a w brzmieniu:\n„§ 13a\nTreść.”;", "§ 1 pkt 1: insert § 13a, [§ 13a Treść.]\n"},
      {"1) w § 4 po pkt 3 dodaje się pkt 3a–3c w brzmieniu:\n„3a) a;\n3b) b;\n3c) c;”;",
       "§ 1 pkt 1: insert § 4 pkt 3a, § 4 pkt 3b, § 4 pkt 3c, [pkt 3a a;] [pkt 3b b;] [pkt 3c c;]\n"},
      // I3: at the end, without "po"
      {"1) dodaje się § 7 w brzmieniu:\n„§ 7. Koniec.”.", "§ 1 pkt 1: append § 7, [§ 7 Koniec.]\n"},
      {"1) do § 33 dodaje się ust. 6 w brzmieniu:\n„6. Skład.”;", "§ 1 pkt 1: append § 33 ust. 6, [ust. 6 Skład.]\n"},
      // I4-I7: two operations, punctuation first
      {"1) w § 2 w pkt 5 kropkę zastępuje się średnikiem i dodaje się pkt 6 w brzmieniu:\n„6) nowy.”;",
       "§ 1 pkt 1: punctuation § 2 pkt 5, . to ;\n§ 1 pkt 1: append § 2 pkt 6, [pkt 6 nowy.]\n"},
      {"1) w § 2 w pkt 1 po lit. c średnik zastępuje się przecinkiem i dodaje się lit. d w brzmieniu:\n„d) nowa;”;",
       "§ 1 pkt 1: punctuation § 2 pkt 1 lit. c, ; to ,\n§ 1 pkt 1: append § 2 pkt 1 lit. d, [lit. d nowa;]\n"},
      // U1, U4, U5, U6
      {"1) w § 3 uchyla się pkt 8 i 10;", "§ 1 pkt 1: repeal § 3 pkt 8, § 3 pkt 10,\n"},
      {"1) w § 3 uchyla się pkt 1, 6, 13-15 i 22;",
       "§ 1 pkt 1: repeal § 3 pkt 1, § 3 pkt 6, § 3 pkt 13, § 3 pkt 14, § 3 pkt 15, § 3 pkt 22,\n"},
      {"1) skreśla się w całości § 42;", "§ 1 pkt 1: repeal § 42,\n"},
      {"1) § 5 skreśla się;", "§ 1 pkt 1: repeal § 5,\n"},
      {"1) w § 3 w pkt 2 przecinek zastępuje się kropką i skreśla się pkt 3;",
       "§ 1 pkt 1: punctuation § 3 pkt 2, , to .\n§ 1 pkt 1: repeal § 3 pkt 3,\n"},
      {"1) w § 3 w ust. 2 uchyla się zdanie drugie;", "§ 1 pkt 1: repeal § 3 ust. 2 zdanie 2,\n"},
      {"1) w § 3 w pkt 2 uchyla się lit. a i b;", "§ 1 pkt 1: repeal § 3 pkt 2 lit. a, § 3 pkt 2 lit. b,\n"},
      // words
      {"1) w § 4 w ust. 1 wyrazy „24 miesiące” zastępuje się wyrazami „28 miesięcy”;",
       "§ 1 pkt 1: replace_words § 4 ust. 1, -\"24 miesiące\" +\"28 miesięcy\"\n"},
      {"1) użyte w § 10 w ust. 1, w § 12 w pkt 1 oraz w § 25 w ust. 1 w pkt 2 i w ust. 3 w pkt 2 wyrazy „A” zastępuje "
       "się "
       "wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 10 ust. 1, § 12 pkt 1, § 25 ust. 1 pkt 2, § 25 ust. 3 pkt 2, -\"A\" +\"B\"\n"},
      {"1) użyte w § 4 i w § 5, w różnej liczbie i różnym przypadku, wyrazy „dom” zastępuje się użytymi w odpowiedniej "
       "liczbie i odpowiednim przypadku wyrazami „blok”;",
       "§ 1 pkt 1: replace_words § 4, § 5, -\"dom\" +\"blok\" in all forms\n"},
      {"1) w § 5 w ust. 2 w pkt 3 skreśla się wyrazy „sprawdzianu i”;",
       "§ 1 pkt 1: delete_words § 5 ust. 2 pkt 3, -\"sprawdzianu i\"\n"},
      {"1) w § 72 po wyrazach „2 lata” dodaje się wyrazy „i 6 miesięcy”;",
       "§ 1 pkt 1: insert_words § 72, @\"2 lata\" +\"i 6 miesięcy\"\n"},
      {"1) w § 72 po wyrazie „a” dodaje się przecinek i wyrazy „b”;",
       "§ 1 pkt 1: insert_words § 72, @\"a\" +\", b\"\n"},
      {"1) w § 72 w pkt 2 kropkę zastępuje się przecinkiem i dodaje się wyrazy „b.”;",
       "§ 1 pkt 1: punctuation § 72 pkt 2, . to ,\n§ 1 pkt 1: insert_words § 72 pkt 2, @\"\" +\"b.\"\n"},
      {"1) w § 72 na końcu dodaje się wyrazy „b”;", "§ 1 pkt 1: insert_words § 72, @\"\" +\"b\"\n"},
      {"1) w § 8 w ust. 1 w pkt 1–3 wyrazy „a” zastępuje się wyrazem „b”;",
       "§ 1 pkt 1: replace_words § 8 ust. 1 pkt 1, § 8 ust. 1 pkt 2, § 8 ust. 1 pkt 3, -\"a\" +\"b\"\n"},
      // N1
      {"1) w § 4 dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu:\n„2. Nowy.”;",
       "§ 1 pkt 1: renumber § 4,\n§ 1 pkt 1: append § 4 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) w § 4 dotychczasowa treść otrzymuje oznaczenie ust. 1;", "§ 1 pkt 1: renumber § 4,\n"},
      {"1) w § 4 dotychczasowy ust. 2 oznacza się jako ust. 3;", "§ 1 pkt 1: renumber § 4 ust. 2,\n"},
      {"1) w § 4 w pkt 1 w lit. a i w pkt 2 skreśla się wyraz „a”;",
       "§ 1 pkt 1: delete_words § 4 pkt 1 lit. a, § 4 pkt 2, -\"a\"\n"},
      {"1) użyte w § 4 w ust. 1, w § 5 we wprowadzeniu do wyliczenia oraz w § 6 wyrazy „a” zastępuje się wyrazami „b”;",
       "§ 1 pkt 1: replace_words § 4 ust. 1, § 5 (wprowadzenie do wyliczenia), § 6, -\"a\" +\"b\"\n"},
      {"1) po rozdziale 2 dodaje się rozdział 2a w brzmieniu:\n„Rozdział 2a\nNowe sprawy\n§ 9a. Raz.\n§ 9b. Dwa.”;",
       "§ 1 pkt 1: insert rozdział 2a, § 9a, § 9b, [rozdział 2a Nowe sprawy] [§ 9a Raz.] [§ 9b Dwa.]\n"},
      {"1) tytuł rozdziału VI otrzymuje brzmienie: „Pisma”;", "§ 1 pkt 1: replace rozdział 6 (tytuł), [Pisma]\n"},
      // a list whose line breaks were lost
      {"1) w § 3: a) uchyla się ust. 2, b) pkt 4 otrzymuje brzmienie: „4) nowe, o którym mowa w ust. 1;”; 2) uchyla "
       "się § 9.",
       "§ 1 pkt 1 lit. a: repeal § 3 ust. 2,\n§ 1 pkt 1 lit. b: replace § 3 pkt 4, [pkt 4 nowe, o którym mowa w ust. "
       "1;]\n§ 1 "
       "pkt 2: repeal § 9,\n"},
      // context: levels without a verb
      {"1) w § 3:\na) w ust. 1:\n- uchyla się pkt 3,\n- po pkt 4 dodaje się pkt 4a w brzmieniu:\n„4a) x;”,\nb) uchyla "
       "się ust. "
       "2;\n2) uchyla się § 9.",
       "§ 1 pkt 1 lit. a tiret 1: repeal § 3 ust. 1 pkt 3,\n§ 1 pkt 1 lit. a tiret 2: insert § 3 ust. 1 pkt 4a, [pkt "
       "4a "
       "x;]\n§ 1 pkt 1 lit. b: repeal § 3 ust. 2,\n§ 1 pkt 2: repeal § 9,\n"},
      // what stands in a quotation is text, commands included
      {"1) w § 6 pkt 6 otrzymuje brzmienie:\n„6) w art. 48:\na) uchyla się ust. 7,\nb) dodaje się „ust. 8”;”;",
       "§ 1 pkt 1: replace § 6 pkt 6, [pkt 6 w art. 48: {lit. a uchyla się ust. 7,} {lit. b dodaje się „ust. 8”;}]\n"},
      // annexes
      {"1) załącznik nr 2 do zarządzenia otrzymuje brzmienie określone w załączniku do niniejszego zarządzenia;",
       "§ 1 pkt 1: replace_annex załącznik nr 2 do zarządzenia,\n"},
      {"1) uchyla się załącznik do zarządzenia.", "§ 1 pkt 1: replace_annex załącznik do zarządzenia,\n"},
  };
  for (const Row& row : rows) {
    INFO(row.commands);
    const law::Act act = tests::parse_commands(row.commands);
    CHECK(short_form(act) == row.operations);
    for (const auto& diagnostic : act.diagnostics) CHECK(law::render(diagnostic) == "");
  }
}

TEST_CASE("a lost § sign is read and said") {
  const law::Act act = tests::parse_commands("1) w 25 w ust. 3:\na) uchyla się pkt 7;");
  CHECK(short_form(act) == "§ 1 pkt 1 lit. a: repeal § 25 ust. 3 pkt 7,\n");
  REQUIRE(act.diagnostics.size() == 1);
  CHECK(law::render(act.diagnostics[0]) ==
        "test.txt:8:6: warning: \"§\" is missing before 25; it was read as § 25\n  1) w 25 w ust. 3:\n       ^\n");
}

TEST_CASE("what is no known formula is reported with its place and never half applied") {
  const char* rows[] = {
      "1) w § 3 pkt 2 brzmi tak samo;",  "1) w § 3 ulega zmianie pkt 2;",
      "1) w § 3 dodaje się pkt 7;",      "1) w § 3 wyrazy „a” i tyle;",
      "1) w § 3 dodaje się wyrazy „a”;", "1) w § 3:\na) coś zupełnie innego,\nb) uchyla się pkt 2 chyba że nie;",
  };
  for (const char* commands : rows) {
    INFO(commands);
    const law::Act act = tests::parse_commands(std::string(commands) + "\n2) uchyla się § 77.");
    CHECK(short_form(act) == "§ 1 pkt 2: repeal § 77,\n");
    REQUIRE(!act.diagnostics.empty());
    CHECK(act.diagnostics[0].code == "not-understood");
    CHECK(act.diagnostics[0].severity == law::Severity::error);
    CHECK(act.diagnostics[0].line >= 8);
  }
}

TEST_CASE("a quotation that does not hold what the command names is said") {
  const law::Act act = tests::parse_commands("1) w § 3 dodaje się pkt 4-6 w brzmieniu:\n„4) a;\n5) b;\n7) c.”;");
  std::string codes;
  for (const auto& diagnostic : act.diagnostics) codes += diagnostic.code + " ";
  CHECK(codes == "quotation-incomplete quotation-exceeds ");
}
