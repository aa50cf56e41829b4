// Regulations published without the act that gave them: plain ones, with "1." on every level, without any §.
#include <sstream>

#include "indexer/parse/act.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

void print(std::ostringstream& out, const law::Provision& provision, const law::Citation& above) {
  const law::Citation citation = above.child(provision.step);
  if (!provision.text.empty()) out << law::to_string(citation) << ": " << provision.text << "\n";
  for (const law::Provision& child : provision.children) print(out, child, citation);
}

law::Act regulation(const std::string& text) {
  parse::ActSource source{"r.txt", text};
  source.given.in_force = law::parse_date("2020-01-01");
  return parse::parse_act(source);
}

std::string provisions(const law::Act& act) {
  std::ostringstream out;
  for (const law::Annex& annex : act.annexes)
    for (const law::Provision& provision : annex.provisions) print(out, provision, {});
  return out.str();
}

std::string codes(const law::Act& act) {
  std::string out;
  for (const auto& diagnostic : act.diagnostics) out += diagnostic.code + " ";
  return out;
}

}  // namespace

TEST_CASE("a regulation alone gives its provisions") {
  struct Row {
    const char* text;
    const char* provisions;
  };
  const Row rows[] = {
      {"Regulamin Biura\n§ 1.\n1. Biuro Map, zwane dalej „BM”, jest jednostką.\n2. Biurem kieruje dyrektor.",
       "§ 1 ust. 1: Biuro Map, zwane dalej „BM”, jest jednostką.\n§ 1 ust. 2: Biurem kieruje dyrektor.\n"},
      // "1." is a point in a list that the words above announce
      {"Regulamin\n§ 1\nDo zadań BM należy:\n 1. mapy;\n 2. globusy.\n§ 2\n1. Raz.\n2. Dwa.",
       "§ 1: Do zadań BM należy:\n§ 1 pkt 1: mapy;\n§ 1 pkt 2: globusy.\n§ 2 ust. 1: Raz.\n§ 2 ust. 2: Dwa.\n"},
      // every level says "1.": told apart by the margin
      {"Regulamin\n§ 1\n1. W skład wchodzą:\n 1. Wydział Map, w tym:\n  1. referat wysp;\n  2. referat mórz;\n 2. "
       "Biuro Gór.\n2. Kieruje nim wójt.",
       "§ 1 ust. 1: W skład wchodzą:\n§ 1 ust. 1 pkt 1: Wydział Map, w tym:\n§ 1 ust. 1 pkt 1 ppkt 1: referat "
       "wysp;\n§ 1 ust. 1 pkt 1 ppkt 2: referat mórz;\n§ 1 ust. 1 pkt 2: Biuro Gór.\n§ 1 ust. 2: Kieruje nim wójt.\n"},
      // … and where there is no margin, by the first letter
      {"Regulamin\n§ 1\n1. Raz.\n2. Zastępca:\n1. zastępuje wójta;\n2. podpisuje pisma.\n3. Trzy.",
       "§ 1 ust. 1: Raz.\n§ 1 ust. 2: Zastępca:\n§ 1 ust. 2 pkt 1: zastępuje wójta;\n§ 1 ust. 2 pkt 2: podpisuje "
       "pisma.\n§ 1 ust. 3: Trzy.\n"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const law::Act act = regulation(row.text);
    CHECK(provisions(act) == row.provisions);
    CHECK(act.kind == "regulamin");
    CHECK(act.in_force == law::parse_date("2020-01-01"));
    CHECK(codes(act) == "no-date ");
  }
}

TEST_CASE("the heading of an annex names the act that gave the regulation") {
  const law::Act act = regulation(
      "Załącznik do Zarządzenia Nr 7/2019\nWójta Gminy\nz dnia 4 marca 2019 r.\nREGULAMIN URZĘDU\nRozdział "
      "1\nPrzepisy ogólne\n§ 1. Raz.\n");
  CHECK(act.number == "7/2019");
  CHECK(act.date == law::parse_date("2019-03-04"));
  CHECK(act.annexes.at(0).name == "załącznik");
  CHECK(provisions(act) == "rozdział 1: Przepisy ogólne\n§ 1: Raz.\n");
  CHECK(codes(act) == "");
}

TEST_CASE("lists and tables without a § are cited in their order, and it is said") {
  const law::Act act = regulation(
      "WYDZIAŁ MAP\nul. Długa 3\nWydział istnieje. Do zadań Wydziału Map należy:\n 1. mapy;\n 2. globusy.\nREFERAT "
      "MÓRZ\nDo zadań referatu należy:\na) fale;\nb) wyspy.\nWydziały urzędu\nNazwa skróconaPełna nazwa\nWM Wydział "
      "Map\nOr\nRp\nWydział Organizacyjny\nRadcy Prawni\nBGÓ\nBiuro Gór\n");
  CHECK(
      provisions(act) ==
      "§ 1: Do zadań Wydziału Map należy:\n§ 1 pkt 1: mapy;\n§ 1 pkt 2: globusy.\n§ 2: Do zadań referatu należy:\n§ 2 "
      "lit. a: fale;\n§ 2 lit. b: wyspy.\n§ 3: Wydziały urzędu Nazwa skróconaPełna nazwa\n§ 3 pkt 1: WM Wydział "
      "Map\n§ 3 pkt 2: Or Wydział Organizacyjny\n§ 3 pkt 3: Rp Radcy Prawni\n§ 3 pkt 4: BGÓ Biuro Gór\n");
  CHECK(codes(act) == "no-date unnumbered ");
  CHECK(act.diagnostics.back().message ==
        "the text has no §: its lists and tables are cited as § 1 to § 3 in their order; 4 lines stand outside them");
}

TEST_CASE("the rows of a table are points of the § it stands in") {
  const law::Act act = regulation(
      "Regulamin\n§ 1. Symbole:\nNazwa komórki Symbol\nBiuro Rady BR\nBiuro Kadr BK\nrazem dwa\nStraż Miejska SM\n§ 2. "
      "Nazwa i symbol są dwa.\nRaz.\n");
  CHECK(provisions(act) ==
        "§ 1: Symbole: Nazwa komórki Symbol\n§ 1 pkt 1: Biuro Rady BR\n§ 1 pkt 2: Biuro Kadr BK\n§ 1 pkt 3: razem "
        "dwa\n§ 1 pkt 4: Straż Miejska SM\n§ 2: Nazwa i symbol są dwa. Raz.\n");
  CHECK(codes(act) == "no-date row-not-understood table-read ");
}

TEST_CASE("the words an act quotes in its own provisions are part of them") {
  const law::Act act = parse::parse_act(
      {"a.txt",
       "Zarządzenie nr 1/2020\nWójta Gminy\nz dnia 2 stycznia 2020 r.\nw sprawie zespołu\n§ 1. Powołuje się "
       "zespół, zwany dalej „Zespołem”, w składzie „A”.\n§ 2. Zarządzenie wchodzi w życie z dniem podpisania.\n"});
  REQUIRE(act.provisions.size() == 1);
  CHECK(act.provisions[0].text == "Powołuje się zespół, zwany dalej „Zespołem”, w składzie „A”.");
}

TEST_CASE("notes in brackets tell who changed a provision, and are no words of it") {
  const law::Act act = regulation(
      "Regulamin\n§ 1. Do zadań Wydziału Map należy:\n1) mapy (zm. zarz. nr 5/2020 z dnia 3 lutego 2020 r.);\n2) "
      "[uchylony "
      "zarządzeniem nr 7/2021 z dnia 3 maja 2021 r.];\n3) (dodany zarządzeniem nr 8/2021 z dnia 5 maja 2021 r., które "
      "weszło w życie 1 czerwca 2021 r.) atlasy (Dz. U. z 2020 r. poz. 5) i globusy (zm. planu).");
  CHECK(
      provisions(act) ==
      "§ 1: Do zadań Wydziału Map należy:\n§ 1 pkt 1: mapy;\n§ 1 pkt 2: [uchylony zarządzeniem nr 7/2021 z dnia 3 maja "
      "2021 r.];\n§ 1 pkt 3: atlasy (Dz. U. z 2020 r. poz. 5) i globusy (zm. planu).\n");
  std::string changes;
  for (const law::FormerChange& change : act.former_changes)
    changes += law::to_string(change.citation) + " " + change.by.act + " " + law::to_string(*change.since) +
               (change.repealed ? " repealed" : "") + (change.whole ? " whole" : "") + "\n";
  CHECK(changes ==
        "§ 1 pkt 1 5/2020 2020-02-03\n§ 1 pkt 2 7/2021 2021-05-03 repealed\n§ 1 pkt 3 8/2021 2021-06-01 whole\n");
  CHECK(codes(act) == "no-date dated-by-act ");
}
