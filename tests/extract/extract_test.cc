#include "indexer/extract/extract.h"

#include <sstream>

#include "indexer/consolidate/timeline.h"
#include "indexer/extract/definitions.h"
#include "indexer/extract/listing.h"
#include "indexer/extract/task_list.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

extract::Extraction extract_from(const std::string& commands) {
  return extract::extract(consolidate::consolidate({tests::parse_commands(commands)}, "x").versions);
}

std::string units(const extract::Extraction& extraction) {
  std::ostringstream out;
  for (const law::Unit& unit : extraction.units)
    out << unit.code << " < " << unit.parent.value_or("-") << " " << law::to_string(unit.kind) << ": " << unit.name
        << "\n";
  return out.str();
}

std::string tasks(const extract::Extraction& extraction) {
  std::ostringstream out;
  for (const law::TaskPoint& task : extraction.tasks)
    out << law::to_string(task.citation) << " " << (task.unit ? task.unit->code : "?") << (task.inferred ? "*" : "")
        << (task.post.empty() ? "" : "/" + task.post) << ": " << (task.context.empty() ? "" : task.context + " | ")
        << task.text << "\n";
  return out.str();
}

const std::string kListing =
    "1) w § 3:\n- pkt 1 otrzymuje brzmienie:\n„1) referat ds. mostów (MO), w skład którego wchodzi:\na) kierownik "
    "referatu "
    "(MO),\nb) stanowisko pracy ds. barier (MO-I);”,\n- po pkt 1 dodaje się pkt 1a w brzmieniu:\n„1a) stanowisko pracy "
    "ds. "
    "kładek (KL);”;\n";

}  // namespace

TEST_CASE("units of a listing") {
  struct Row {
    const char* text;
    const char* units;
  };
  const Row rows[] = {
      {"referat ds. mostów (MO), w skład którego wchodzi:", "MO referat referat ds. mostów;"},
      {"Zastępca Dyrektora ds. dróg (DR-ZI), nadzorujący bezpośrednio referat ds. mostów (MO), w skład którego "
       "wchodzi:",
       "DR-ZI zastępca_dyrektora Zastępca Dyrektora ds. dróg;MO referat referat ds. mostów;"},
      {"wieloosobowe stanowisko pracy ds. zieleni (ZI-II);",
       "ZI-II wieloosobowe_stanowisko wieloosobowe stanowisko pracy "
       "ds. zieleni;"},
      {"Wydział Gospodarki Komunalnej i Ochrony Środowiska (GKOŚ),",
       "GKOŚ wydział Wydział Gospodarki Komunalnej i Ochrony "
       "Środowiska;"},
      // brackets that are no codes, and codes of other things
      {"prowadzenia bazy danych obiektów topograficznych (BDOT) i sieci (GESUT);", ""},
      {"administrowania kontem na platformie (ePUAP);", ""},
      {"referat ds. mostów (Dz. U. z 2020 r. poz. 1), w skład którego wchodzi:", ""},
      {"obsługi referatu ds. mostów (MO);", ""},  // a task that mentions a unit lists none
      {"referat ds. mostów, w skład którego wchodzi:", ""},
      {"(MO)", ""},
      {"referat (", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    std::string out;
    for (const auto& unit : extract::read_listing(row.text))
      out += unit.code + " " + std::string(law::to_string(unit.kind)) + " " + unit.name + ";";
    CHECK(out == row.units);
  }
}

TEST_CASE("units in the notations of offices, where units are announced") {
  struct Row {
    const char* text;
    const char* units;
  };
  const Row rows[] = {
      {"Wydział Organizacyjny – znak OR,", "OR wydział Wydział Organizacyjny;"},
      {"Wydział Infrastruktury – WI;", "WI wydział Wydział Infrastruktury;"},
      {"Dział Egzaminatorów - o symbolu EG", "EG inne Dział Egzaminatorów;"},
      {"Referat Finansowo-Budżetowy - „FN”,", "FN referat Referat Finansowo-Budżetowy;"},
      {"Referat Organizacyjny - \"OR\", w skład którego wchodzą:", "OR referat Referat Organizacyjny;"},
      {"Urząd Stanu Cywilnego – symbol „USC”", "USC inne Urząd Stanu Cywilnego;"},
      {"Pełnomocnik ds. Ochrony Informacji Niejawnych – /IN/.",
       "IN inne Pełnomocnik ds. Ochrony Informacji Niejawnych;"},
      {"Biuro Rady /BR/", "BR biuro Biuro Rady;"},
      {"Referat Finansowo - Budżetowy - FN", "FN referat Referat Finansowo - Budżetowy;"},
      {"WKNW Wydział Kontroli i Nadzoru Właścicielskiego", "WKNW wydział Wydział Kontroli i Nadzoru Właścicielskiego;"},
      {"Departament Kontrwywiadu (Departament II);", "Departament II departament Departament Kontrwywiadu;"},
      {"Delegatura w Zielonej Górze (DABW Zielona Góra);", "DABW Zielona Góra inne Delegatura w Zielonej Górze;"},
      {"Wójt (WG);", "WG inne Wójt;"},
      {"Straż Gminna (SG), w skład której wchodzi:", "SG inne Straż Gminna;"},
      {"Wydział Finansowo-Księgowy;", " wydział Wydział Finansowo-Księgowy;"},
      {"Samodzielne Stanowisko ds. Druku i Dystrybucji.",
       " stanowisko Samodzielne Stanowisko ds. Druku i Dystrybucji;"},
      {"Kieruje nimi dyrektor. Wydział Lin liczy liny.", ""},
      {"wydziały:", ""},
      {"w skład wydziału wchodzą referaty.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    std::string out;
    for (const auto& unit : extract::read_listing(row.text, extract::Announced::units))
      out += unit.code + " " + std::string(law::to_string(unit.kind)) + " " + unit.name + ";";
    CHECK(out == row.units);
  }
  using extract::Announced;
  CHECK(extract::announced_by("W skład Urzędu wchodzą następujące komórki organizacyjne:") == Announced::units);
  CHECK(extract::announced_by("referat ds. mostów (MO), w skład którego wchodzi:") == Announced::units);
  CHECK(extract::announced_by("Wydziały urzędu Nazwa skróconaPełna nazwa") == Announced::table);
  CHECK(extract::announced_by("Do zadań wydziału należy:") == Announced::nothing);
  CHECK(extract::announced_by("W skład Urzędu wchodzą komórki organizacyjne.") == Announced::nothing);
}

TEST_CASE("rows of a table of symbols") {
  const std::pair<const char*, const char*> rows[] = {
      {"BB Biuro Budżetu", "BB Biuro Budżetu"},
      {"SM Straż Miejska", "SM Straż Miejska"},
      {"Or Wydział Organizacyjny", "Or Wydział Organizacyjny"},
      {"Rp w tym Zespół Radców", "Rp Zespół Radców"},
      {"razem 12", ""},
      {"Wydział Organizacyjny", ""},
  };
  for (const auto& [text, unit] : rows) {
    std::string out;
    for (const auto& each : extract::read_listing(text, extract::Announced::table)) out += each.code + " " + each.name;
    CHECK(out == unit);
  }
}

TEST_CASE("tables with the name first") {
  const auto extraction = extract_from(
      "1) § 5 otrzymuje brzmienie:\n„§ 5\nKomórki mają symbole: Lp. Nazwa komórki Symbol\n1. Wydział Organizacyjny "
      "OR\n2. "
      "Straż Miejska SM”.");
  CHECK(units(extraction) == "OR < - wydział: Wydział Organizacyjny\nSM < - inne: Straż Miejska\n");
}

TEST_CASE("units in the sentence that announces them") {
  const std::pair<const char*, const char*> rows[] = {
      {"Zadania realizują następujące komórki organizacyjne: Dział Prób - o symbolu DP Radca Prawny - o symbolu RP, 2 "
       "Sekcja Map – o symbolu SM.",
       "DP Dział Prób;RP Radca Prawny;SM Sekcja Map;"},
      {"W skład Urzędu wchodzą referaty: Referat Dróg (RD), Referat Mostów (RM) i Kasa (K).",
       "RD Referat Dróg;RM Referat Mostów;"},
      {"W skład Ministerstwa wchodzi Gabinet Polityczny Ministra oraz następujące komórki organizacyjne:",
       " Gabinet Polityczny Ministra;"},
      {"W skład Urzędu wchodzą następujące komórki organizacyjne:", ""},
      {"Do zadań referatu należy: prowadzenie spraw (RD).", ""},
  };
  for (const auto& [text, units] : rows) {
    INFO(text);
    std::string out;
    for (const auto& each : extract::listed_in_sentence(text)) out += each.code + " " + each.name + ";";
    CHECK(out == units);
  }
}

TEST_CASE("names in the nominative") {
  const std::pair<const char*, const char*> rows[] = {
      {"Wydziału Organizacyjnego", "Wydział Organizacyjny"},
      {"Wydziału Organizacyjno-Prawnego i Kadr", "Wydział Organizacyjno-Prawny i Kadr"},
      {"Referatu Gospodarki Komunalnej", "Referat Gospodarki Komunalnej"},
      {"Biura Rady Miejskiej", "Biuro Rady Miejskiej"},
      {"Biura Prawnego", "Biuro Prawne"},
      {"Zespołu Wiejskiego", "Zespół Wiejski"},
      {"Kancelarii Ogólnej", "Kancelaria Ogólna"},
      {"Straży Miejskiej", "Straż Miejska"},
      {"stanowiska ds. kadr", "stanowisko ds. kadr"},
      {"Urzędu Stanu Cywilnego", "Urząd Stanu Cywilnego"},
      {"Rady Naukowej", ""},
      {"Wydziału", ""},
      {"", ""},
  };
  for (const auto& [genitive, nominative] : rows) CHECK(extract::nominative_name(genitive) == nominative);
}

TEST_CASE("headings of task lists") {
  struct Row {
    const char* text;
    const char* heading;  // subject, (code), g: genitive, c: common; "" is no heading
  };
  const Row rows[] = {
      {"Referat ds. mostów realizuje w szczególności zadania z zakresu:", "Referat ds. mostów"},
      {"Kierownik referatu realizuje zadania określone w § 2 oraz zadania z zakresu:", "Kierownik referatu"},
      {"Stanowisko pracy ds. płac prowadzi sprawy z zakresu:", "Stanowisko pracy ds. płac"},
      {"Do zadań Referatu Organizacyjnego należy w szczególności:", "Referatu Organizacyjnego g"},
      {"Do podstawowych zadań Referatu Dróg należy w szczególności:", "Referatu Dróg g"},
      {"Do zakresu działania Urzędu Stanu Cywilnego (USC) należy:", "Urzędu Stanu Cywilnego (USC) g"},
      {"Do zakresu działania i kompetencji Wójta należą:", "Wójta g"},
      {"Do stanowiska ds. kadr należy:", "stanowiska ds. kadr g"},
      {"Zakres działania Referatu Oświaty obejmuje:", "Referatu Oświaty g"},
      {"Do wspólnych zadań referatów i samodzielnych stanowisk pracy należy:",
       "referatów i samodzielnych stanowisk pracy g c"},
      {"Do zadań kierowników referatów należy w szczególności:", "kierowników referatów g c"},
      {"Przedmiotem działania Wydziału Geodezji jest:", "Wydziału Geodezji g"},
      {"Podstawowym zadaniem Biura Rady jest w szczególności:", "Biura Rady g"},
      {"Zadania Referatu Oświaty:", "Referatu Oświaty g"},
      {"Biuro Rady zajmuje się:", "Biuro Rady"},
      {"Stanowisko ds. kadr jest odpowiedzialne za:", "Stanowisko ds. kadr"},
      {"Biuro Rady zapewnia obsługę Rady, a w szczególności:", "Biuro Rady"},
      {"Obsługę zadań Ministra w zakresie działu zapewniają w szczególności:", ""},
      {"Wójt podpisuje:", ""},
      {"Ilekroć w Regulaminie jest mowa o:", ""},
      {"W skład Urzędu wchodzą:", ""},
      {"Do zadań Referatu Organizacyjnego należy prowadzenie kancelarii.", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto heading = extract::read_task_heading(row.text);
    std::string out;
    if (heading)
      out = heading->subject + (heading->code.empty() ? "" : " (" + heading->code + ")") +
            (heading->genitive ? " g" : "") + (heading->common ? " c" : "");
    CHECK(out == row.heading);
  }
}

TEST_CASE("a point whose heading is not known is a task, unless it states a condition") {
  CHECK(tasks(extract_from("1) w § 6 pkt 2 otrzymuje brzmienie:\n„2) liczenia łosi;”;\n2) w § 7 pkt 1 otrzymuje "
                           "brzmienie:\n„1) w przypadku osób ubiegających się o stanowiska;”.")) ==
        "§ 6 pkt 2 ?: liczenia łosi\n");
}

TEST_CASE("roles are read from the verb at the start") {
  struct Row {
    const char* task;
    const char* role;
  };
  const Row rows[] = {
      {"administrowania systemem poczty elektronicznej", "owner"},
      {"nadzoru nad stanem zabezpieczeń", "supervises"},
      {"bezpośredniego nadzoru nad realizacją zadań", "supervises"},
      {"sprawowania nadzoru nad jakością obsługi", "supervises"},
      {"związane z bezpośrednim nadzorem nad realizacją zadań", "supervises"},
      {"przygotowywania i nadzoru nad zawieraniem umów", "owner"},  // prepares them, and supervises too
      {"współpracy z wykonawcami systemu", "cooperates"},
      {"udziału w pracach komisji przetargowych", "cooperates"},
      {"opiniowania projektów uchwał", "gives_opinion"},
      {"wydawania opinii o zabytkach", "gives_opinion"},
      {"pomocy w obsłudze zgłoszeń", "supports"},
      {"udzielania pomocy klientom przy wypełnianiu wniosków", "owner"},
      {"koordynacji współpracy z Biurem", "owner"},
      {"", "owner"},
  };
  for (const Row& row : rows) {
    INFO(row.task);
    CHECK(law::to_string(extract::role_of(row.task)) == row.role);
  }
}

TEST_CASE("units have parents, and a head post its unit's code") {
  CHECK(units(extract_from(kListing)) ==
        "MO < - referat: referat ds. mostów\nMO < MO kierownik: kierownik referatu\nMO-I < MO stanowisko: stanowisko "
        "pracy "
        "ds. barier\nKL < - stanowisko: stanowisko pracy ds. kładek\n");
  // the listing that would name the parent is not known: its code is in the code
  CHECK(units(extract_from(
            "1) w § 3 w pkt 2 dodaje się lit. d w brzmieniu:\n„d) stanowisko pracy ds. tuneli (TU-IV);”.")) ==
        "TU-IV < TU stanowisko: stanowisko pracy ds. tuneli\n");
}

TEST_CASE("tasks belong to whom their heading names") {
  const auto extraction = extract_from(
      kListing +
      "2) § 5 otrzymuje brzmienie:\n„§ 5\n1. Referat ds. mostów realizuje w szczególności zadania z zakresu:\n1) "
      "budowy "
      "mostów;\n2) uzgadniania:\na) projektów,\nb) terminów.\n2. Kierownik referatu realizuje zadania określone w § 2 "
      "oraz "
      "zadania z zakresu:\n1) podpisywania umów.\n3. Stanowisko pracy ds. bariery realizuje zadania z zakresu:\n1) "
      "malowania.\n4. Stanowisko pracy ds. promów realizuje zadania z zakresu:\n1) cumowania.”;\n"
      "3) w § 6 pkt 2 otrzymuje brzmienie:\n„2) liczenia łosi;”;\n");
  CHECK(
      tasks(extraction) ==
      "§ 5 ust. 1 pkt 1 MO: budowy mostów\n§ 5 ust. 1 pkt 2 MO: uzgadniania\n§ 5 ust. 1 pkt 2 lit. a MO: uzgadniania | "
      "projektów\n§ 5 ust. 1 pkt 2 lit. b MO: uzgadniania | terminów\n§ 5 ust. 2 pkt 1 MO/kierownik: podpisywania "
      "umów\n"
      "§ 5 ust. 3 pkt 1 MO-I: malowania\n§ 5 ust. 4 pkt 1 ?: cumowania\n§ 6 pkt 2 ?: liczenia łosi\n");
  // "ds. bariery", listed as "ds. barier"
  REQUIRE(extraction.diagnostics.size() == 1);
  CHECK(extraction.diagnostics[0].code == "name-differs");
  CHECK(extraction.tasks[6].unit_reason ==
        "Nazwy „Stanowisko pracy ds. promów” (§ 5 ust. 4) nie ma na liście komórek w żadnym z wczytanych aktów.");
  CHECK(extraction.tasks[7].unit_reason ==
        "Żaden z wczytanych aktów nie podaje brzmienia § 6, które nazywa komórkę wykonującą to zadanie.");
}

TEST_CASE("in which capacity somebody acts is not who it is") {
  const auto extraction = extract_from(kListing +
                                       "2) § 5 otrzymuje brzmienie:\n„§ 5\n1. Do zadań Referatu ds. mostów jako "
                                       "gospodarza przepraw należy:\n1) budowa mostów.”;\n");
  CHECK(tasks(extraction) == "§ 5 ust. 1 pkt 1 MO: budowa mostów\n");
}

TEST_CASE("the first ustęp of a § belongs to the unit of the posts below it, inferred") {
  const auto extraction = extract_from(
      kListing +
      "2) w § 5:\na) w ust. 1 w pkt 9 kropkę zastępuje się średnikiem i dodaje się pkt 10 w brzmieniu:\n„10) "
      "odśnieżania.”,\nb) dodaje się ust. 3 w brzmieniu:\n„3. Stanowisko pracy ds. barier realizuje zadania z "
      "zakresu:\n1) malowania.”,\nc) w ust. 2 dodaje się pkt 4 w brzmieniu:\n„4) kreślenia.”.\n");
  CHECK(tasks(extraction) ==
        "§ 5 ust. 1 pkt 10 MO*: odśnieżania\n§ 5 ust. 2 pkt 4 ?: kreślenia\n§ 5 ust. 3 pkt 1 MO-I: malowania\n");
  CHECK(extraction.tasks[0].unit_reason ==
        "Wywnioskowano: § 5 ust. 3 należy do MO-I, a ust. 1 takiego paragrafu podaje zadania całej komórki MO.");
}

TEST_CASE("a definition gives a unit its code") {
  CHECK(
      units(extract_from("1) § 5 otrzymuje brzmienie:\n„§ 5\n1. W skład urzędu wchodzą następujące komórki "
                         "organizacyjne:\n1) wydziały:\na) Wydział Map,\nb) Wydział Dróg i Mostów;\n2) Biuro Rady.\n2. "
                         "Pracą Wydziału Dróg i Mostów, zwanego dalej „WDM”, kieruje naczelnik.\n3. Urząd, zwany "
                         "dalej „UG”, ma siedzibę.”.")) ==
      " < - wydział: Wydział Map\nWDM < - wydział: Wydział Dróg i Mostów\n < - biuro: Biuro Rady\n");
  // no listing names it
  CHECK(units(extract_from("1) § 5 otrzymuje brzmienie:\n„§ 5\nCentrum Map, zwane dalej \"CM\", rysuje mapy.”.")) ==
        "CM < - inne: Centrum Map\n");
}

TEST_CASE("where nothing lists units, the headings of their tasks name them") {
  const auto extraction = extract_from(
      "1) § 5 otrzymuje brzmienie:\n„§ 5\nDo zadań Wydziału Organizacyjnego należy:\n1) kancelaria.”;\n2) § 6 "
      "otrzymuje "
      "brzmienie:\n„§ 6\nDo zadań Rady Seniorów należy:\n1) opiniowanie.”.");
  CHECK(units(extraction) == " < - wydział: Wydział Organizacyjny\n");
  CHECK(extraction.units[0].inferred ==
        "Wywnioskowano: § 5 nazywa tę komórkę, a żaden z wczytanych aktów nie zawiera listy komórek.");
  REQUIRE(extraction.tasks.size() == 2);
  CHECK(extraction.tasks[0].unit->name == "Wydział Organizacyjny");
  CHECK(!extraction.tasks[1].unit);
}

TEST_CASE("a heading that says only \"wydziału\" is that of the unit named around it") {
  const std::string listing =
      "1) § 1 otrzymuje brzmienie:\n„§ 1\nW skład urzędu wchodzą następujące komórki organizacyjne:\n1) Wydział Map "
      "(WM);\n2) Wydział Map i Globusów (WMG);\n3) Referat Mórz (RM).”;\n";
  struct Row {
    const char* commands;
    const char* tasks;
  };
  const Row rows[] = {
      {"2) § 5 otrzymuje brzmienie:\n„§ 5\n1. Wydziałem Map i Globusów kieruje naczelnik.\n2. Do zadań wydziału "
       "należy:\n1) rysowanie.”.",
       "§ 5 ust. 2 pkt 1 WMG*: rysowanie\n"},
      {"2) po rozdziale 2 dodaje się rozdział 2a w brzmieniu:\n„Rozdział 2a\nREFERAT MÓRZ\n§ 9a. Do zadań referatu "
       "należy:\n1) żegluga.”.",
       "§ 9a pkt 1 RM*: żegluga\n"},
      {"2) § 5 otrzymuje brzmienie:\n„§ 5\nDo zadań wydziału należy:\n1) rysowanie.”.", "§ 5 pkt 1 ?: rysowanie\n"},
  };
  for (const Row& row : rows) CHECK(tasks(extract_from(listing + row.commands)) == row.tasks);
}

TEST_CASE("names with dashes, and heads that name their unit") {
  CHECK(tasks(extract_from(
            "1) § 1 otrzymuje brzmienie:\n„§ 1\nW skład urzędu wchodzą następujące komórki organizacyjne:\n1) "
            "Referat Finansowo - Budżetowy (FN);\n2) Urząd Stanu Cywilnego (USC).”;\n2) § 2 otrzymuje "
            "brzmienie:\n„§ 2\n1. Do zadań Referatu Finansowo-Budżetowego należy:\n1) budżet.\n2. Kierownik "
            "Urzędu Stanu Cywilnego wykonuje zadania z zakresu:\n1) małżeństw.”.")) ==
        "§ 2 ust. 1 pkt 1 FN: budżet\n§ 2 ust. 2 pkt 1 USC/kierownik: małżeństw\n");
}
