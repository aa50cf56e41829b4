// Whole acts in the manner of real ones, from ordinances of the nineties to drafting by the rules: how the amended text
// is named, how changes are listed, when the act enters into force.
#include "tests/parse/short_form.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

struct Row {
  const char* act;
  const char* operations;
  const char* documents;  // those amended, a line each
  const char* in_force;
};

std::string documents(const law::Act& act) {
  std::string out, last;
  for (const law::Amendment& amendment : act.amendments) {
    const std::string document = amendment.document.act + "/" + amendment.document.annex;
    if (("\n" + out + "\n").find("\n" + document + "\n") == std::string::npos)
      out += (out.empty() ? "" : "\n") + document;
  }
  return out;
}

}  // namespace

TEST_CASE("whole amending acts") {
  const Row rows[] = {
      {"Zarządzenie nr 12/2021\nWójta Gminy\nz dnia 5 marca 2021 r.\nzmieniające zarządzenie w sprawie nadania "
       "Regulaminu Organizacyjnego\nNa podstawie art. 33 ust. 2 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym "
       "(t.j. Dz. U. z 2020 r. poz. 713 z późn. zm.) zarządza się, co następuje:\n§ 1. W zarządzeniu nr 5/2020 Wójta "
       "Gminy z dnia 3 lutego 2020 r. w sprawie nadania Regulaminu Organizacyjnego Urzędowi Gminy (zm. zarządzenie nr "
       "7/2020 z dnia 1 maja 2020 r.) wprowadza się następujące zmiany:\n1) w § 2 wyraz „Sekretarz” zastępuje się "
       "wyrazem „Zastępca”;\n2) w załączniku nr 1 do zarządzenia:\na) w § 5 w ust. 2 uchyla się pkt 3,\nb) § 7 "
       "otrzymuje brzmienie:\n„§ 7. Nowy.”;\n3) załącznik nr 2 do zarządzenia otrzymuje brzmienie określone w "
       "załączniku do niniejszego zarządzenia.\n§ 2. Wykonanie zarządzenia powierza się Sekretarzowi Gminy.\n§ 3. "
       "Zarządzenie wchodzi w życie z dniem 1 kwietnia 2021 r. i podlega ogłoszeniu w Biuletynie Informacji "
       "Publicznej.\nWójt\n",
       "§ 1 pkt 1: replace_words § 2, -\"Sekretarz\" +\"Zastępca\"\n§ 1 pkt 2 lit. a: repeal § 5 ust. 2 pkt 3,\n§ 1 "
       "pkt 2 lit. b: replace § 7, [§ 7 Nowy.]\n§ 1 pkt 3: replace_annex załącznik nr 2 do zarządzenia,\n",
       "5/2020/\n5/2020/załącznik nr 1", "2021-04-01"},
      {"Zarządzenie nr 12/2021\nWójta Gminy\nz dnia 5 marca 2021 r.\nw sprawie zmiany zarządzenia nr 5/2020\n§ 1. W "
       "Regulaminie Organizacyjnym Urzędu Gminy wprowadzonym zarządzeniem nr 5/2020 Wójta Gminy z dnia 3 lutego 2020 "
       "r., zmienionym zarządzeniami: nr 7/2020 z dnia 1 maja 2020 r. i nr 9/2020 z dnia 3 czerwca 2020 r., wprowadza "
       "się następujące zmiany:\n1) § 10 ust. 1 pkt 5 otrzymuje brzmienie „5) Referat Kadr – RK”;\n2) po § 22 dodaje "
       "się § 22a w brzmieniu:\n„§ 22a. Do zadań Referatu Kadr należy:\n1) prowadzenie akt osobowych;\n2) prowadzenie "
       "spraw:\na) urlopowych,\nb) emerytalnych.”.\n§ 2. Zarządzenie wchodzi w życie z dniem podpisania z mocą "
       "obowiązującą od dnia 1 marca 2021 r.\n",
       "§ 1 pkt 1: replace § 10 ust. 1 pkt 5, [pkt 5 Referat Kadr – RK]\n§ 1 pkt 2: insert § 22a, [§ 22a Do zadań "
       "Referatu Kadr należy: {pkt 1 prowadzenie akt osobowych;} {pkt 2 prowadzenie spraw: {lit. a urlopowych,} {lit. "
       "b emerytalnych.}}]\n",
       "5/2020/załącznik", "2021-03-05"},
      {"ZARZĄDZENIE NR 0050.45.2015\nBURMISTRZA MIASTA\nz dnia 15 maja 2015 r.\nw sprawie wprowadzenia zmian do "
       "Regulaminu Organizacyjnego Urzędu Miejskiego\nNa podstawie art. 33 ust. 2 ustawy zarządzam, co następuje:\n§ "
       "1. 1. Wprowadza się zmiany w Regulaminie Organizacyjnym Urzędu Miejskiego, stanowiącym załącznik do "
       "Zarządzenia Nr 0050.12.2012 Burmistrza Miasta z dnia 1 marca 2012 r.:\n1) w § 9 ust. 1 dodaje się pkt 12 w "
       "brzmieniu: „12) Biuro Promocji (BP)”;\n2) w § 11 skreśla się ust. 4.\n2. Pozostałe postanowienia Regulaminu "
       "pozostają bez zmian.\n§ 2. Wykonanie zarządzenia powierza się Sekretarzowi.\n§ 3. Zarządzenie wchodzi w życie "
       "z dniem podpisania.\n",
       "§ 1 ust. 1 pkt 1: append § 9 ust. 1 pkt 12, [pkt 12 Biuro Promocji (BP)]\n§ 1 ust. 1 pkt 2: repeal § 11 ust. "
       "4,\n",
       "0050.12.2012/załącznik", "2015-05-15"},
      {"UCHWAŁA NR 45/2008\nZARZĄDU POWIATU\nz dnia 10 czerwca 2008 r.\nw sprawie zmian w Regulaminie Organizacyjnym "
       "Starostwa Powiatowego\n§ 1\nW Regulaminie Organizacyjnym Starostwa Powiatowego stanowiącym załącznik do "
       "uchwały Nr 12/2007 Zarządu Powiatu z dnia 3 lutego 2007 r. wprowadza się zmiany:\na) w § 5 ust. 1 lit. b "
       "otrzymuje brzmienie:\n„b) Wydział Geodezji”\nb) § 6 ust. 2 i 3 otrzymują brzmienie:\n„2. Dwa.\n3. Trzy.”\nc) w "
       "§ 7 skreśla się pkt 4\n§ 2\nUchwała wchodzi w życie z dniem podjęcia.\n",
       "§ 1 lit. a: replace § 5 ust. 1 lit. b, [lit. b Wydział Geodezji]\n§ 1 lit. b: replace § 6 ust. 2, § 6 ust. 3, "
       "[ust. 2 Dwa.] [ust. 3 Trzy.]\n§ 1 lit. c: repeal § 7 pkt 4,\n",
       "12/2007/załącznik", "2008-06-10"},
      {"Zarządzenie Nr 3/99\nWójta Gminy\nz dnia 10 czerwca 1999 roku\nw sprawie zmiany Regulaminu Organizacyjnego\n§ "
       "1\nW Regulaminie Organizacyjnym Urzędu Gminy stanowiącym załącznik do Zarządzenia Nr 2/98 Wójta Gminy z dnia 3 "
       "lutego 1998 roku wprowadza się następujące zmiany:\n1. W § 3 ust. 2 słowa „trzy referaty” zastępuje się "
       "słowami „cztery referaty”.\n2. § 8 otrzymuje brzmienie:\n\" § 8\nDo zadań referatu finansowego należy:\n- "
       "budżet,\n- podatki.\"\n3. W § 9 po punkcie 3 dopisuje się punkt 4 w brzmieniu:\n\" 4. archiwum.\"\n4. Skreśla "
       "się § 12 i § 13.\n§ 2\nZarządzenie wchodzi w życie z dniem 1 lipca 1999 roku.\n",
       "§ 1 pkt 1: replace_words § 3 ust. 2, -\"trzy referaty\" +\"cztery referaty\"\n§ 1 pkt 2: replace § 8, [§ 8 Do "
       "zadań referatu finansowego należy: {tiret 1 budżet,} {tiret 2 podatki.}]\n§ 1 pkt 3: insert § 9 pkt 4, [pkt 4 "
       "archiwum.]\n§ 1 pkt 4: repeal § 12, § 13,\n",
       "2/98/załącznik", "1999-07-01"},
      {"Zarządzenie Nr 3/2022\nDyrektora Ośrodka\nz dnia 10 czerwca 2022 r.\nzmieniające zarządzenie w sprawie "
       "regulaminu\n§ 1. W Regulaminie, stanowiącym załącznik do zarządzenia nr 5/2020 Dyrektora Ośrodka z dnia 3 "
       "lutego 2020 r., w § 4:\n1) ust. 1 otrzymuje brzmienie:\n„1. Raz.”;\n2) po ust. 2 dodaje się ust. 2a–2b w "
       "brzmieniu:\n„2a. A.\n2b. B.”;\n3) w ust. 3:\na) wprowadzenie do wyliczenia otrzymuje brzmienie:\n„Ośrodek "
       "prowadzi:”,\nb) pkt 2 otrzymuje brzmienie:\n„2) dwa;”,\nc) w pkt 3 kropkę zastępuje się średnikiem i dodaje "
       "się pkt 4 w brzmieniu:\n„4) cztery.”.\n§ 2. Zarządzenie wchodzi w życie po upływie 7 dni od dnia podpisania.\n",
       "§ 1 pkt 1: replace § 4 ust. 1, [ust. 1 Raz.]\n§ 1 pkt 2: insert § 4 ust. 2a, § 4 ust. 2b, [ust. 2a A.] [ust. "
       "2b B.]\n§ 1 pkt 3 lit. a: replace § 4 ust. 3 (wprowadzenie do wyliczenia), [Ośrodek prowadzi:]\n§ 1 pkt 3 lit. "
       "b: replace § 4 ust. 3 pkt 2, [pkt 2 dwa;]\n§ 1 pkt 3 lit. c: punctuation § 4 ust. 3 pkt 3, . to ;\n§ 1 pkt 3 "
       "lit. c: append § 4 ust. 3 pkt 4, [pkt 4 cztery.]\n",
       "5/2020/załącznik", "2022-06-18"},
      {"Zarządzenie Nr 3/2022\nDyrektora\nz dnia 10 czerwca 2022 r.\nzmieniające zarządzenie w sprawie regulaminu\n§ "
       "1. W zarządzeniu nr 5/2020 Dyrektora z dnia 3 lutego 2020 r. w załączniku:\n1) w § 4 ust. 1 po pkt 2 dodaje "
       "się pkt 2a w brzmieniu:\n„2a) Zespół do spraw Cyfryzacji;”;\n2) w § 5 uchyla się ust. 3;\n3) po rozdziale 4 "
       "dodaje się rozdział 4a w brzmieniu:\n„Rozdział 4a\nZespół do spraw Cyfryzacji\n§ 12a. Do zadań Zespołu do "
       "spraw Cyfryzacji należy:\n1) a;\n2) b.”.\n§ 2. W zarządzeniu nr 6/2020 Dyrektora z dnia 4 lutego 2020 r. w § 2 "
       "w pkt 3 wyrazy „A” zastępuje się wyrazami „B”.\n§ 3. Zarządzenie wchodzi w życie z dniem następującym po dniu "
       "podpisania.\n",
       "§ 1 pkt 1: insert § 4 ust. 1 pkt 2a, [pkt 2a Zespół do spraw Cyfryzacji;]\n§ 1 pkt 2: repeal § 5 ust. 3,\n§ 1 "
       "pkt 3: insert rozdział 4a, § 12a, [rozdział 4a Zespół do spraw Cyfryzacji] [§ 12a Do zadań Zespołu do spraw "
       "Cyfryzacji należy: {pkt 1 a;} {pkt 2 b.}]\n§ 2: replace_words § 2 pkt 3, -\"A\" +\"B\"\n",
       "5/2020/załącznik\n6/2020/", "2022-06-11"},
  };
  for (const Row& row : rows) {
    INFO(row.act);
    const law::Act act = parse::parse_act({"a.txt", row.act});
    CHECK(tests::short_form(act) == row.operations);
    CHECK(documents(act) == row.documents);
    CHECK((act.in_force ? law::to_string(*act.in_force) : "") == row.in_force);
    for (const auto& diagnostic : act.diagnostics) CHECK(law::render(diagnostic) == "");
  }
}
