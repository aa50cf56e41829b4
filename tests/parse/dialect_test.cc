// Commands in the words of practice: old dialects, municipal spelling, lost brackets and marks. Each row was once
// misread or not read at all.
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

std::string codes(const law::Act& act) {
  std::string out;
  for (const auto& diagnostic : act.diagnostics) out += diagnostic.code + " ";
  return out;
}

std::string documents(const law::Act& act) {
  std::string out;
  for (const law::Amendment& amendment : act.amendments)
    out += amendment.document.act + "/" + amendment.document.annex + (amendment.correction ? " correction" : "") + "\n";
  return out;
}

}  // namespace

TEST_CASE("commands in the words of practice") {
  const Row rows[] = {
      {"1) § 5 ust. 2 otrzymuje następujące brzmienie:\n„2. Nowy.”;",
       "§ 1 pkt 1: replace § 5 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) w §5 ust.2 pkt.3 otrzymuje brzmienie: „3) nowy”;", "§ 1 pkt 1: replace § 5 ust. 2 pkt 3, [pkt 3 nowy]\n"},
      {"1) § 5 ust. 2 pkt 3 otrzymuje brzmienie :\n„3) nowy;”", "§ 1 pkt 1: replace § 5 ust. 2 pkt 3, [pkt 3 nowy;]\n"},
      {"1) § 7 otrzymuje brzmienie: \"§ 7. Nowy.\".", "§ 1 pkt 1: replace § 7, [§ 7 Nowy.]\n"},
      {"1) w § 12 ust. 3 po pkt 5 dodaje się kolejne punkty 6 i 7 w brzmieniu:\n„6) a;\n7) b.”;",
       "§ 1 pkt 1: insert § 12 ust. 3 pkt 6, § 12 ust. 3 pkt 7, [pkt 6 a;] [pkt 7 b.]\n"},
      {"1) w § 12 ust. 3 dodaje się pkt 6 i 7 o treści:\n„6) a;\n7) b.”;",
       "§ 1 pkt 1: append § 12 ust. 3 pkt 6, § 12 ust. 3 pkt 7, [pkt 6 a;] [pkt 7 b.]\n"},
      {"1) w § 12 po ust. 3 dodaje się nowy ust. 3a o następującej treści:\n„3a. Nowy.”;",
       "§ 1 pkt 1: insert § 12 ust. 3a, [ust. 3a Nowy.]\n"},
      {"1) § 16 ust. 2 pkt 3 zostaje skreślony;", "§ 1 pkt 1: repeal § 16 ust. 2 pkt 3,\n"},
      {"1) w § 12 ust. 1 wykreśla się pkt 4;", "§ 1 pkt 1: repeal § 12 ust. 1 pkt 4,\n"},
      {"1) w § 13 wykreśla się słowa „i kadr”;", "§ 1 pkt 1: delete_words § 13, -\"i kadr\"\n"},
      {"1) w § 12 ust. 1 zwrot „A b” zastępuje się zwrotem „C d”;",
       "§ 1 pkt 1: replace_words § 12 ust. 1, -\"A b\" +\"C d\"\n"},
      {"1) w § 12 ust. 1 symbol „OR” zastępuje się symbolem „WO”;",
       "§ 1 pkt 1: replace_words § 12 ust. 1, -\"OR\" +\"WO\"\n"},
      {"1) w § 8 dotychczasowy tekst oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu:\n„2. Nowy.”;",
       "§ 1 pkt 1: renumber § 8,\n§ 1 pkt 1: append § 8 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) w § 8 dotychczasową treść § 8 oznacza się jako ust. 1 oraz dodaje się ust. 2 i 3 w brzmieniu:\n„2. "
       "Nowy.\n3. Nowy.”;",
       "§ 1 pkt 1: renumber § 8,\n§ 1 pkt 1: append § 8 ust. 2, § 8 ust. 3, [ust. 2 Nowy.] [ust. 3 Nowy.]\n"},
      {"1) dotychczasowe pkt 5-7 oznacza się jako pkt 6-8;",
       "§ 1 pkt 1: renumber pkt 7,\n§ 1 pkt 1: renumber pkt 6,\n§ 1 pkt 1: renumber pkt 5,\n"},
      {"1) dotychczasowy § 12 otrzymuje numer § 13;", "§ 1 pkt 1: renumber § 12,\n"},
      {"1) w § 12 ust. 1 po wyrazach „A” dopisuje się wyrazy „B”;",
       "§ 1 pkt 1: insert_words § 12 ust. 1, @\"A\" +\"B\"\n"},
      {"1) w Rozdziale IV tytuł otrzymuje brzmienie: „Nowy tytuł”;",
       "§ 1 pkt 1: replace rozdział 4 (tytuł), [Nowy tytuł]\n"},
      {"1) w Rozdziale III § 12 otrzymuje brzmienie:\n„§ 12. Nowy.”;", "§ 1 pkt 1: replace § 12, [§ 12 Nowy.]\n"},
      {"1) załącznik nr 2 otrzymuje brzmienie zgodnie z załącznikiem nr 2 do zarządzenia;",
       "§ 1 pkt 1: replace_annex załącznik nr 2,\n"},
      {"1) schemat organizacyjny stanowiący załącznik nr 3 do Regulaminu otrzymuje brzmienie jak w załączniku nr 3;",
       "§ 1 pkt 1: replace_annex schemat organizacyjny stanowiący załącznik nr 3 do Regulaminu,\n"},
      {"1) dodaje się załącznik nr 4 w brzmieniu określonym w załączniku nr 4 do niniejszego zarządzenia;",
       "§ 1 pkt 1: replace_annex załącznik nr 4,\n"},
      {"1) w § 19 ust. 4 zmian w statucie skreśla się wyrazy „A”;", "§ 1 pkt 1: delete_words § 19 ust. 4, -\"A\"\n"},
      {"1) skreśla się w całości § 42 zmian w statucie,", "§ 1 pkt 1: repeal § 42,\n"},
      {"1) § 43 Statutu otrzymuje brzmienie: „§ 43. Nowy.”;", "§ 1 pkt 1: replace § 43, [§ 43 Nowy.]\n"},
      {"1) w § 5 ust. 1 pkt 2 lit. c) otrzymuje brzmienie:\n„c) nowa,”;",
       "§ 1 pkt 1: replace § 5 ust. 1 pkt 2 lit. c, [lit. c nowa,]\n"},
      {"1) w § 5 ust. 1 pkt 2) lit. „c” otrzymuje brzmienie: „c) nowa,”;",
       "§ 1 pkt 1: replace § 5 ust. 1 pkt 2 lit. c, [lit. c nowa,]\n"},
      {"1) w § 7 ust. 1 po zdaniu pierwszym dodaje się zdanie drugie w brzmieniu: „Nowe.”;",
       "§ 1 pkt 1: append § 7 ust. 1 zdanie 2, [Nowe.]\n"},
      {"1) po § 12 dodaje się § 12a, który otrzymuje brzmienie:\n„§ 12a. Nowy.”;",
       "§ 1 pkt 1: insert § 12a, [§ 12a Nowy.]\n"},
      {"1) po § 12 wprowadza się § 12c w brzmieniu: „§ 12c. Nowy.”;", "§ 1 pkt 1: insert § 12c, [§ 12c Nowy.]\n"},
      {"1) użyte w Regulaminie w różnej liczbie i przypadku wyrazy „Wydział Kadr” zastępuje się użytymi w odpowiedniej "
       "liczbie i przypadku wyrazami „Wydział Zasobów”;",
       "§ 1 pkt 1: replace_words całość, -\"Wydział Kadr\" +\"Wydział Zasobów\" in all forms\n"},
      {"1) w całym Regulaminie wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words całość, -\"A\" +\"B\"\n"},
      {"1) w całej treści zarządzenia użyte wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words całość, -\"A\" +\"B\"\n"},
      {"1) w § 12 w ust. 3 w pkt 2 w lit. d i w części wspólnej wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 12 ust. 3 pkt 2 lit. d, § 12 ust. 3 pkt 2 (część wspólna), -\"A\" +\"B\"\n"},
      {"1) w § 12 w ust. 3 w pkt 2 i we wprowadzeniu do wyliczenia skreśla się wyraz „A”;",
       "§ 1 pkt 1: delete_words § 12 ust. 3 pkt 2, § 12 ust. 3 (wprowadzenie do wyliczenia), -\"A\"\n"},
      {"1) w § 12 we wprowadzeniu do wyliczenia i w pkt 3 skreśla się wyraz „A”;",
       "§ 1 pkt 1: delete_words § 12 (wprowadzenie do wyliczenia), § 12 pkt 3, -\"A\"\n"},
      {"1) ust. 2 w § 5 otrzymuje brzmienie: „2. Nowy.”;", "§ 1 pkt 1: replace § 5 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) pkt 3 i 4 w § 5 ust. 2 skreśla się;", "§ 1 pkt 1: repeal § 5 ust. 2 pkt 3, § 5 ust. 2 pkt 4,\n"},
      {"1) ust. 3 § 6 otrzymuje brzmienie: „3. Nowy.”;", "§ 1 pkt 1: replace § 6 ust. 3, [ust. 3 Nowy.]\n"},
      {"1) § 5 ust. 2 i § 7 ust. 3 uchyla się;", "§ 1 pkt 1: repeal § 5 ust. 2, § 7 ust. 3,\n"},
      {"1) uchyla się § 5 ust. 2, § 7 ust. 3 pkt 1 i 2 oraz § 9;",
       "§ 1 pkt 1: repeal § 5 ust. 2, § 7 ust. 3 pkt 1, § 7 ust. 3 pkt 2, § 9,\n"},
      {"1) w § 3 uchyla się ust. 2 i ust. 4;", "§ 1 pkt 1: repeal § 3 ust. 2, § 3 ust. 4,\n"},
      {"1) w § 3 ust. 1 uchyla się pkt 3 lit. b;", "§ 1 pkt 1: repeal § 3 ust. 1 pkt 3 lit. b,\n"},
      {"1) w § 5 po ust. 2 dodaje się ust. 2a - 2c w brzmieniu:\n„2a. a.\n2b. b.\n2c. c.”;",
       "§ 1 pkt 1: insert § 5 ust. 2a, § 5 ust. 2b, § 5 ust. 2c, [ust. 2a a.] [ust. 2b b.] [ust. 2c c.]\n"},
      {"1) w § 6 ust. 1 po pkt 5 kropkę zastępuje się średnikiem i dodaje się pkt 6 - 8 w brzmieniu:\n„6) a;\n7) "
       "b;\n8) c.”;",
       "§ 1 pkt 1: punctuation § 6 ust. 1 pkt 5, . to ;\n§ 1 pkt 1: append § 6 ust. 1 pkt 6, § 6 ust. 1 pkt 7, § 6 "
       "ust. 1 pkt 8, [pkt 6 a;] [pkt 7 b;] [pkt 8 c.]\n"},
      {"1) w § 5 w ust. 1 po punkcie 5 dodaje się punkt 5a) o brzmieniu: „5a) nowy”;",
       "§ 1 pkt 1: insert § 5 ust. 1 pkt 5a, [pkt 5a nowy]\n"},
      {"1) w § 5 ust. 1 punkt 6 otrzymuje brzmienie: „6) nowy”;",
       "§ 1 pkt 1: replace § 5 ust. 1 pkt 6, [pkt 6 nowy]\n"},
      {"1) w paragrafie 7 ustęp 2 otrzymuje brzmienie: „2. Nowy”;", "§ 1 pkt 1: replace § 7 ust. 2, [ust. 2 Nowy]\n"},
      {"1) W paragrafie 7 ustępie 3 punkt 1 skreśla się;", "§ 1 pkt 1: repeal § 7 ust. 3 pkt 1,\n"},
      {"1) Rozdział VIII otrzymuje brzmienie:\n„Rozdział VIII\nZasady podpisywania pism\n§ 40. Wójt podpisuje "
       "pisma.\n§ 41. Zastępca podpisuje pisma.”;",
       "§ 1 pkt 1: replace rozdział 8, § 40, § 41, [rozdział 8 Zasady podpisywania pism] [§ 40 Wójt podpisuje pisma.] "
       "[§ 41 Zastępca podpisuje pisma.]\n"},
      {"1) uchyla się rozdział V;", "§ 1 pkt 1: repeal rozdział 5,\n"},
      {"1) skreśla się rozdział 6 wraz z § 30-32;", "§ 1 pkt 1: repeal rozdział 6, § 30, § 31, § 32,\n"},
      {"1) w § 5 pkt 1 lit. a-c otrzymują brzmienie:\n„a) x,\nb) y,\nc) z,”;",
       "§ 1 pkt 1: replace § 5 pkt 1 lit. a, § 5 pkt 1 lit. b, § 5 pkt 1 lit. c, [lit. a x,] [lit. b y,] [lit. c "
       "z,]\n"},
      {"1) w § 5 pkt 2 lit. a tiret pierwsze i drugie otrzymują brzmienie:\n„- x,\n- y,”;",
       "§ 1 pkt 1: replace § 5 pkt 2 lit. a tiret 1, § 5 pkt 2 lit. a tiret 2, [tiret 1 x,] [tiret 2 y,]\n"},
      {"1) w § 5 pkt 3 lit. a po tiret drugim dodaje się tiret trzecie w brzmieniu:\n„- z,”;",
       "§ 1 pkt 1: insert § 5 pkt 3 lit. a tiret 3, [tiret 3 z,]\n"},
      {"1) w § 5 pkt 3 lit. b tiret 2 otrzymuje brzmienie: „- z,”;",
       "§ 1 pkt 1: replace § 5 pkt 3 lit. b tiret 2, [tiret 2 z,]\n"},
      {"1) w § 5:\n- ust. 2 otrzymuje brzmienie: „2. Nowy.”,\n- ust. 3 skreśla się;",
       "§ 1 pkt 1 tiret 1: replace § 5 ust. 2, [ust. 2 Nowy.]\n§ 1 pkt 1 tiret 2: repeal § 5 ust. 3,\n"},
      {"1) w § 6\na) ust. 2 otrzymuje brzmienie: „2. Nowy.”\nb) skreśla się ust. 4.",
       "§ 1 pkt 1 lit. a: replace § 6 ust. 2, [ust. 2 Nowy.]\n§ 1 pkt 1 lit. b: repeal § 6 ust. 4,\n"},
      {"1) w § 5 ust. 2 po wyrazach: „A” dodaje się wyrazy: „B”;",
       "§ 1 pkt 1: insert_words § 5 ust. 2, @\"A\" +\"B\"\n"},
      {"1) w § 5 ust. 2 na końcu zdania dodaje się wyrazy „B”;", "§ 1 pkt 1: insert_words § 5 ust. 2, @\"\" +\"B\"\n"},
      {"1) w § 5 ust. 2 in fine dodaje się wyrazy „B”;", "§ 1 pkt 1: insert_words § 5 ust. 2, @\"\" +\"B\"\n"},
      {"1) w § 5 w ust. 2 po wyrazach „A” dodaje się wyrazy „B”, a wyrazy „C” zastępuje się wyrazami „D”;",
       "§ 1 pkt 1: insert_words § 5 ust. 2, @\"A\" +\"B\"\n§ 1 pkt 1: replace_words § 5 ust. 2, -\"C\" +\"D\"\n"},
      {"1) w § 5 w ust. 2 wyrazy „A” zastępuje się wyrazami „B”, a wyrazy „C” – wyrazami „D”;",
       "§ 1 pkt 1: replace_words § 5 ust. 2, -\"A\" +\"B\"\n§ 1 pkt 1: replace_words § 5 ust. 2, -\"C\" +\"D\"\n"},
      {"1) w § 5 w ust. 2 skreśla się wyrazy „A” oraz wyrazy „B”;",
       "§ 1 pkt 1: delete_words § 5 ust. 2, -\"A\"\n§ 1 pkt 1: delete_words § 5 ust. 2, -\"B\"\n"},
      {"1) w § 5 w ust. 2 w zdaniu pierwszym wyrazy „A” zastępuje się wyrazami „B”;",
       "§ 1 pkt 1: replace_words § 5 ust. 2 zdanie 1, -\"A\" +\"B\"\n"},
      {"1) w § 5 w ust. 2 w zdaniu drugim skreśla się wyraz „A”;",
       "§ 1 pkt 1: delete_words § 5 ust. 2 zdanie 2, -\"A\"\n"},
      {"1) w § 5 dodaje się zdanie drugie w brzmieniu: „Nowe.”;", "§ 1 pkt 1: append § 5 zdanie 2, [Nowe.]\n"},
      {"1) w § 5 ust. 2 dodaje się zdanie w brzmieniu: „Nowe.”;",
       "§ 1 pkt 1: append § 5 ust. 2 zdanie na końcu, [Nowe.]\n"},
      {"1) w § 8 w ust. 1 pkt 3 i 5 otrzymują odpowiednio brzmienie:\n„3) a;\n5) b;”;",
       "§ 1 pkt 1: replace § 8 ust. 1 pkt 3, § 8 ust. 1 pkt 5, [pkt 3 a;] [pkt 5 b;]\n"},
      {"1) § 9 oraz § 11 otrzymują następujące brzmienie:\n„§ 9. A.\n§ 11. B.”;",
       "§ 1 pkt 1: replace § 9, § 11, [§ 9 A.] [§ 11 B.]\n"},
      {"1) po § 12 dodaje się §12a w brzmieniu:\n„§ 12a 1. Raz.\n2. Dwa.”;",
       "§ 1 pkt 1: insert § 12a, [§ 12a  {ust. 1 Raz.} {ust. 2 Dwa.}]\n"},
      {"1) w § 14 pkt 2a. otrzymuje brzmienie: „2a. nowy”;", "§ 1 pkt 1: replace § 14 pkt 2a, [pkt 2a nowy]\n"},
      {"1) w § 22 ust. 2 pkt 7 lit. a otrzymuje brzmienie:\n„a) nowa, w tym „x”,”,",
       "§ 1 pkt 1: replace § 22 ust. 2 pkt 7 lit. a, [lit. a nowa, w tym „x”,]\n"},
      {"1) w § 23 ust 1 otrzymuje brzmienie:\n„1. Nowy „y” tekst „z”.”,",
       "§ 1 pkt 1: replace § 23 ust. 1, [ust. 1 Nowy „y” tekst „z”.]\n"},
      {"1) w § 5 ust. 3 w miejsce wyrazów „A” wpisuje się wyrazy „B”;",
       "§ 1 pkt 1: replace_words § 5 ust. 3, -\"A\" +\"B\"\n"},
      {"1) w § 5 ust. 3 wyrazy „A” zamienia się na wyrazy „B”;",
       "§ 1 pkt 1: replace_words § 5 ust. 3, -\"A\" +\"B\"\n"},
      {"1) w § 5 ust. 3 w miejsce „A” wprowadza się „B”;", "§ 1 pkt 1: replace_words § 5 ust. 3, -\"A\" +\"B\"\n"},
      {"1) w § 5 ust. 3 liczbę 5 zastępuje się liczbą 6;", "§ 1 pkt 1: replace_words § 5 ust. 3, -\"5\" +\"6\"\n"},
      {"1) w § 5 ust. 3 cyfrę „5” zastępuje się cyfrą „6”;", "§ 1 pkt 1: replace_words § 5 ust. 3, -\"5\" +\"6\"\n"},
      {"1) w § 5 ust. 3 datę „1 maja” zastępuje się datą „2 maja”;",
       "§ 1 pkt 1: replace_words § 5 ust. 3, -\"1 maja\" +\"2 maja\"\n"},
      {"1) zmienia się brzmienie § 5 ust. 2, który otrzymuje brzmienie: „2. Nowy.”;",
       "§ 1 pkt 1: replace § 5 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) w § 5 zmienia się ust. 3, który otrzymuje brzmienie: „3. Nowy.”;",
       "§ 1 pkt 1: replace § 5 ust. 3, [ust. 3 Nowy.]\n"},
      {"1) w § 6 zmianie ulega ust. 2 i otrzymuje brzmienie: „2. Nowy.”;",
       "§ 1 pkt 1: replace § 6 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) zmienia się § 7 nadając mu brzmienie: „§ 7. Nowy.”;", "§ 1 pkt 1: replace § 7, [§ 7 Nowy.]\n"},
      {"1) dotychczasowy § 8 otrzymuje brzmienie: „§ 8. Nowy.”;", "§ 1 pkt 1: replace § 8, [§ 8 Nowy.]\n"},
      {"1) dotychczasowe brzmienie § 9 zastępuje się następującym: „§ 9. Nowy.”;",
       "§ 1 pkt 1: replace § 9, [§ 9 Nowy.]\n"},
      {"1) w § 5 dotychczasowe ust. 3 i 4 otrzymują oznaczenie ust. 4 i 5;",
       "§ 1 pkt 1: renumber § 5 ust. 4,\n§ 1 pkt 1: renumber § 5 ust. 3,\n"},
      {"1) w § 5 dotychczasowy ust. 3 staje się ust. 4;", "§ 1 pkt 1: renumber § 5 ust. 3,\n"},
      {"1) dotychczasowa treść § 9 otrzymuje oznaczenie § 9 ust. 1;", "§ 1 pkt 1: renumber § 9,\n"},
      {"1) w § 10 dotychczasową treść oznacza się jako ust. 1 i po ust. 1 dodaje się ust. 2 w brzmieniu: „2. Nowy.”;",
       "§ 1 pkt 1: renumber § 10,\n§ 1 pkt 1: insert § 10 ust. 2, [ust. 2 Nowy.]\n"},
      {"1) w § 11 dotychczasowy punkt 3 oznacza się numerem 4;", "§ 1 pkt 1: renumber § 11 pkt 3,\n"},
      {"1) w § 6 w pkt 1 kropkę zastępuje się przecinkiem i dodaje się wyrazy „x”;",
       "§ 1 pkt 1: punctuation § 6 pkt 1, . to ,\n§ 1 pkt 1: insert_words § 6 pkt 1, @\"\" +\"x\"\n"},
      {"1) w § 6 pkt 5 na końcu średnik zastępuje się kropką, a pkt 6 skreśla się;",
       "§ 1 pkt 1: punctuation § 6 pkt 5, ; to .\n§ 1 pkt 1: repeal § 6 pkt 6,\n"},
      {"1) w § 6 w pkt 7 kropkę na końcu zastępuje się średnikiem i dodaje pkt 8 w brzmieniu: „8) x.”;",
       "§ 1 pkt 1: punctuation § 6 pkt 7, . to ;\n§ 1 pkt 1: append § 6 pkt 8, [pkt 8 x.]\n"},
      {"1) w § 6 w pkt 7 kropka zostaje zastąpiona średnikiem i dodaje się pkt 8 w brzmieniu: „8) x.”;",
       "§ 1 pkt 1: punctuation § 6 pkt 7, . to ;\n§ 1 pkt 1: append § 6 pkt 8, [pkt 8 x.]\n"},
      {"1) w § 6 na końcu pkt 7 kropkę zastępuje się średnikiem i dodaje się pkt 8 w brzmieniu: „8) x.”;",
       "§ 1 pkt 1: punctuation § 6 pkt 7, . to ;\n§ 1 pkt 1: append § 6 pkt 8, [pkt 8 x.]\n"},
  };
  for (const Row& row : rows) {
    INFO(row.commands);
    const law::Act act = tests::parse_commands(row.commands);
    CHECK(short_form(act) == row.operations);
    CHECK(codes(act) == "");
  }
}

TEST_CASE("a change that is not understood is never taken for a provision of the act itself") {
  for (const char* commands : {"1) § 5 zmienia się odpowiednio i otrzymuje brzmienie.", "1) wykreśla się coś.",
                               "1) § 5 ust. 2 zdanie ostatnie otrzymuje brzmienie: „Nowe.”;"}) {
    const law::Act act = tests::parse_commands(commands);
    CHECK(act.amendments.empty());
    CHECK(codes(act) == "not-understood ");
  }
}

TEST_CASE("the citation may stand before the name of the document") {
  const law::Act act = parse::parse_act(
      {"a.txt",
       "Zarządzenie nr 6/2020\nWójta Gminy\nz dnia 5 marca 2020 r.\nw sprawie zmiany Regulaminu\n§ 1. W § 12 "
       "Regulaminu "
       "Organizacyjnego Urzędu Gminy, stanowiącego załącznik do zarządzenia nr 5/2020 Wójta Gminy z dnia 3 lutego 2020 "
       "r., wprowadza się następujące zmiany:\n1) ust. 2 otrzymuje brzmienie: „2. Nowy.”;\n2) uchyla się ust. 3.\n§ 2. "
       "W "
       "§ 13 ust. 4 Regulaminu, o którym mowa w § 1, uchyla się pkt 2.\n§ 3. W Regulaminie, o którym mowa w § 1, w § 6 "
       "wyrazy: „A” zastępuje się wyrazami: „B”.\n§ 4. Uchyla się zarządzenie nr 4/2009 Wójta z dnia 1 lutego 2009 "
       "r.\n§ 5. Zarządzenie wchodzi w życie z dniem podpisania.\n"});
  CHECK(short_form(act) ==
        "§ 1 pkt 1: replace § 12 ust. 2, [ust. 2 Nowy.]\n§ 1 pkt 2: repeal § 12 ust. 3,\n§ 2: repeal § 13 ust. 4 pkt "
        "2,\n§ 3: replace_words § 6, -\"A\" +\"B\"\n");
  CHECK(documents(act) == "5/2020/załącznik\n5/2020/załącznik\n5/2020/załącznik\n5/2020/załącznik\n");
  REQUIRE(act.repeals.size() == 1);
  CHECK(act.repeals[0].number == "4/2009");
  CHECK(codes(act) == "");
}

TEST_CASE("resolutions and ordinances of twenty years ago") {
  const law::Act statute = parse::parse_act(
      {"a.txt",
       "UCHWAŁA NR XII/88/2004\nRADY GMINY PRZYKŁADOWA\nz dnia 5 marca 2004 r.\nw sprawie zmiany Statutu Gminy\nNa "
       "podstawie art. 18 ustawy Rada Gminy uchwala, co następuje:\n§ 1. W Statucie Gminy uchwalonym uchwałą nr "
       "III/20/2003 Rady Gminy z dnia 30 stycznia 2003 r. (Dz. Urz. Woj. Nr 12, poz. 200) wprowadza się następujące "
       "zmiany:\n1. § 5 otrzymuje brzmienie:\n„§ 5. 1. Raz.\n2. Dwa.”\n2. W § 7 ust. 1 po pkt 3 dodaje się pkt 4 w "
       "brzmieniu:\n„4) cztery”.\n3. Skreśla się § 9.\n§ 2. Wykonanie uchwały powierza się Wójtowi.\n§ 3. Uchwała "
       "wchodzi w "
       "życie z dniem podjęcia.\n"});
  CHECK(short_form(statute) ==
        "§ 1 pkt 1: replace § 5, [§ 5  {ust. 1 Raz.} {ust. 2 Dwa.}]\n§ 1 pkt 2: insert § 7 ust. 1 pkt 4, [pkt 4 "
        "cztery]\n§ 1 pkt 3: repeal § 9,\n");
  CHECK(codes(statute) == "");
  const law::Act old = parse::parse_act(
      {"b.txt",
       "Zarządzenie Nr 0151/3/05\nBurmistrza Nowogrodu\nz dnia 10 stycznia 2005r.\nw sprawie zmiany Regulaminu\nNa "
       "podstawie art. 33 ust. 2 ustawy zarządzam co następuje:\n§ 1\nW Regulaminie Organizacyjnym stanowiącym "
       "załącznik do "
       "Zarządzenia Nr 0151/77/03 Burmistrza z dnia 12.05.2003r. dokonuje się następujących zmian:\n1/ § 12 pkt 3 "
       "otrzymuje brzmienie:\n\"3/ Referat Finansowy - FN\",\n2/ w § 14 dodaje się pkt 7 i 8 w brzmieniu:\n\"7/ "
       "raz,\n8/ "
       "dwa\",\n3/ § 20 skreśla się.\n§ 2\nZarządzenie wchodzi w życie z dniem podjęcia.\n"});
  CHECK(
      short_form(old) ==
      "§ 1 pkt 1: replace § 12 pkt 3, [pkt 3 Referat Finansowy - FN]\n§ 1 pkt 2: append § 14 pkt 7, § 14 pkt 8, [pkt 7 "
      "raz,] [pkt 8 dwa]\n§ 1 pkt 3: repeal § 20,\n");
  CHECK(documents(old) == "0151/77/03/załącznik\n0151/77/03/załącznik\n0151/77/03/załącznik\n");
  CHECK(codes(old) == "");
}

TEST_CASE("announcements of errors") {
  const std::string head = "Obwieszczenie\nWójta Gminy\nz dnia 5 marca 2020 r.\no sprostowaniu błędów\n";
  const Row rows[] = {
      {"Na podstawie art. 18b ust. 1 ustawy (Dz. U. z 2019 r. poz. 1461) obwieszcza się, że w zarządzeniu nr 5/2020 "
       "Wójta "
       "Gminy z dnia 3 lutego 2020 r. (poz. 7) w § 5 w ust. 2 zamiast wyrazu „kardy” powinien być wyraz „kadry”.\nWójt "
       "Gminy\n(-) Jan Kot\n",
       ": replace_words § 5 ust. 2, -\"kardy\" +\"kadry\"\n"},
      {"Na podstawie art. 17 prostuje się następujące błędy w zarządzeniu nr 5/2020 Wójta Gminy z dnia 3 lutego 2020 "
       "r.:\n1) w § 5 ust. 2 zamiast: „A” powinno być: „B”;\n2) w § 6 pkt 3 zamiast „C” powinno być „D”;\n3) w § 7 "
       "jest: "
       "„E”, powinno być: „F”.\nWójt Gminy\n",
       "pkt 1: replace_words § 5 ust. 2, -\"A\" +\"B\"\npkt 2: replace_words § 6 pkt 3, -\"C\" +\"D\"\npkt 3: "
       "replace_words "
       "§ 7, -\"E\" +\"F\"\n"},
      {"§ 1. W zarządzeniu nr 5/2020 Wójta Gminy z dnia 3 lutego 2020 r. prostuje się oczywistą omyłkę pisarską w ten "
       "sposób, że w § 3 ust. 1 zamiast wyrazów „A” powinno być „B”.\n",
       "§ 1: replace_words § 3 ust. 1, -\"A\" +\"B\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.commands);
    const law::Act act = parse::parse_act({"a.txt", head + row.commands});
    CHECK(short_form(act) == row.operations);
    CHECK(codes(act) == "");
    CHECK(act.in_force == law::parse_date("2020-03-05"));
    for (const law::Amendment& amendment : act.amendments) CHECK(amendment.correction);
  }
}

TEST_CASE("a quotation without its end does not swallow the entry into force") {
  const law::Act act = tests::parse_commands("1) w § 12 dodaje się pkt 6 w brzmieniu:\n„6) a;");
  CHECK(act.in_force == law::parse_date("2024-02-01"));
  CHECK(short_form(act) == "§ 1 pkt 1: append § 12 pkt 6, [pkt 6 a;]\n");
  CHECK(codes(act) == "quotation-not-closed ");
}
