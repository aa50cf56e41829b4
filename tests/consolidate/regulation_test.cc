// Whole regulations, consolidated texts and the days of amendments: the statute of an invented commission through
// twelve years. In the manner of real ones; official texts are not kept here.
#include <sstream>

#include "indexer/consolidate/forms.h"
#include "indexer/consolidate/reconcile.h"
#include "indexer/consolidate/timeline.h"
#include "indexer/parse/act.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

const char* kBase = R"(ZARZĄDZENIE
MINISTRA MOSTÓW[^1]
z dnia 8 maja 2015 r.
w sprawie nadania statutu Komisji Mostowej
Na podstawie art. 9 ustawy z dnia 7 września 2001 r. o mostach (Dz. U. z 2014 r. poz. 256) zarządza się, co następuje:
##### § 1.
Komisji nadaje się statut, stanowiący załącznik do zarządzenia.
##### § 2.
Zarządzenie wchodzi w życie z dniem 1 stycznia 2016 r.
*Minister Mostów: J. Kładka*
## Załącznik do zarządzenia Ministra Mostów z dnia 8 maja 2015 r.
STATUT KOMISJI MOSTOWEJ
Rozdział 1
Przepisy ogólne
##### § 1.
Komisja działa na podstawie ustawy (Dz. U. z 2014 r. poz. 256).
##### § 2.
1. W skład Komisji wchodzą następujące komórki organizacyjne:
1) wydziały:
a) Wydział Przęseł i Lin,
b) Wydział Lin,
c) Wydział Barier;
2) Audytor.
2. Komisja może używać skrótu. Skrót brzmi „KM”.
3. Komisja współpracuje z:
1) zarządcami,
2) projektantami
– lub ich przedstawicielami.
##### § 3.
Komisją kieruje dyrektor.
[^1]: Minister Mostów kieruje działem administracji.
)";

const char* kFirst = R"(ZARZĄDZENIE
MINISTRA MOSTÓW
z dnia 2 sierpnia 2016 r.
zmieniające zarządzenie w sprawie nadania statutu Komisji Mostowej
Na podstawie art. 9 ustawy zarządza się, co następuje:
##### § 1.
W zarządzeniu Ministra Mostów z dnia 8 maja 2015 r. w sprawie nadania statutu Komisji Mostowej (M.P. poz. 10) w załączniku do zarządzenia wprowadza się następujące zmiany:
1) w § 2 w ust. 1 w pkt 1 w lit. a skreśla się wyrazy „i Lin”;
2) w § 2 w ust. 2 zdanie drugie otrzymuje brzmienie: „Skrót brzmi „K.M.”.”;
3) w § 2 w ust. 3 część wspólna otrzymuje brzmienie: „– i ich następcami.”;
4) tytuł rozdziału 1 otrzymuje brzmienie: „Zasady”.
##### § 2.
Zarządzenie wchodzi w życie po upływie 14 dni od dnia ogłoszenia, z wyjątkiem § 1 pkt 2, który wchodzi w życie z dniem 1 stycznia 2017 r.
)";

const char* kSecond = R"(ZARZĄDZENIE
MINISTRA MOSTÓW
z dnia 5 lipca 2019 r.
zmieniające zarządzenie w sprawie nadania statutu Komisji Mostowej
Na podstawie art. 9 ustawy zarządza się, co następuje:
##### § 1.
W zarządzeniu Ministra Mostów z dnia 8 maja 2015 r. w sprawie nadania statutu Komisji Mostowej (M.P. poz. 10 oraz z 2016 r. poz. 20) w załączniku uchyla się § 3.
##### § 2.
Zarządzenie wchodzi w życie z dniem podpisania, z mocą od dnia 1 czerwca 2019 r.
)";

const char* kAnnounced = R"(OBWIESZCZENIE
MINISTRA MOSTÓW
z dnia 1 lutego 2020 r.
w sprawie ogłoszenia jednolitego tekstu zarządzenia w sprawie nadania statutu Komisji Mostowej
1. Ogłasza się w załączniku jednolity tekst zarządzenia Ministra Mostów z dnia 8 maja 2015 r., z uwzględnieniem zmian.
2. Tekst nie obejmuje § 2 zarządzenia, który stanowi:
„§ 2. Zarządzenie wchodzi w życie z dniem 1 września 2016 r.”.
## Załącznik do obwieszczenia Ministra Mostów z dnia 1 lutego 2020 r.
ZARZĄDZENIE
MINISTRA MOSTÓW
z dnia 8 maja 2015 r.
w sprawie nadania statutu Komisji Mostowej
##### § 1.
Komisji nadaje się statut, stanowiący załącznik do zarządzenia.
##### § 2.
Zarządzenie wchodzi w życie z dniem 1 stycznia 2016 r.
## Załącznik do zarządzenia Ministra Mostów z dnia 8 maja 2015 r.
STATUT KOMISJI MOSTOWEJ
Rozdział 1
Zasady
##### § 1.
Komisja działa na podstawie ustawy (Dz. U. z 2019 r. poz. 999).
##### § 2.
1. W skład Komisji wchodzą następujące komórki organizacyjne:
1) wydziały:
a)[^1] Wydział Przęseł,
b) Wydział Lin,
c) Wydział Barier;
2) Audytor.
2.[^2] Komisja może używać skrótu. Skrót brzmi „K.M.”.
3. Komisja współpracuje z:
1) zarządcami,
2) projektantami
– i ich następcami.
##### § 3.
(uchylony).[^3]
[^1]: Ze zmianą wprowadzoną przez § 1 pkt 1 zarządzenia Ministra Mostów z dnia 2 sierpnia 2016 r. (M.P. poz. 20), które weszło w życie z dniem 31 sierpnia 2016 r.
[^2]: Ze zmianą wprowadzoną przez § 1 pkt 2 zarządzenia, o którym mowa w odnośniku 1; weszło w życie z dniem 31 sierpnia 2016 r.
[^3]: Przez § 1 zarządzenia Ministra Mostów z dnia 5 lipca 2019 r., które weszło w życie z dniem 5 lipca 2019 r.
)";

law::Act act(const char* file, const char* text) {
  return parse::parse_act({file, text, {{"2016-08-02", law::parse_date("2016-08-16").value()}}});
}

std::string on(const consolidate::Timeline& timeline, const char* day) {
  std::ostringstream out;
  for (const law::ProvisionVersion& version : timeline.versions) {
    if (version.document.annex.empty() || !version.validity.contains(law::parse_date(day).value())) continue;
    out << law::to_string(version.citation) << ": " << consolidate::without_journals(version.text);
    if (!version.closing.empty()) out << " | " << version.closing;
    out << "\n";
  }
  return out.str();
}

std::string notes(const consolidate::Timeline& timeline) {
  std::string out;
  for (const auto& outcome : timeline.outcomes)
    if (!outcome.applied) out += outcome.note + "\n";
  for (const auto& diagnostic : timeline.diagnostics) out += diagnostic.code + ": " + diagnostic.message + "\n";
  return out;
}

}  // namespace

TEST_CASE("a regulation and its amendments give what the consolidated text announces") {
  const auto amended = consolidate::consolidate({act("a", kBase), act("b", kFirst), act("c", kSecond)}, "x");
  const auto announced = consolidate::consolidate({act("d", kAnnounced)}, "x");
  CHECK(notes(amended) == "");
  CHECK(on(amended, "2020-02-01") == on(announced, "2020-02-01"));
  CHECK(
      on(amended, "2020-02-01") ==
      "rozdział 1: Zasady\n§ 1: Komisja działa na podstawie ustawy.\n§ 2 ust. 1: W skład Komisji wchodzą następujące "
      "komórki organizacyjne:\n§ 2 ust. 1 pkt 1: wydziały:\n§ 2 ust. 1 pkt 1 lit. a: Wydział Przęseł,\n§ 2 ust. 1 pkt "
      "1 "
      "lit. b: Wydział Lin,\n§ 2 ust. 1 pkt 1 lit. c: Wydział Barier;\n§ 2 ust. 1 pkt 2: Audytor.\n§ 2 ust. 2: Komisja "
      "może używać skrótu. Skrót brzmi „K.M.”.\n§ 2 ust. 3: Komisja współpracuje z: | – i ich następcami.\n§ 2 ust. 3 "
      "pkt 1: zarządcami,\n§ 2 ust. 3 pkt 2: projektantami\n");
}

TEST_CASE("each amendment takes effect on its own day") {
  const auto timeline = consolidate::consolidate({act("a", kBase), act("b", kFirst), act("c", kSecond)}, "x");
  const auto holds = [&](const char* day, const char* words) {
    return on(timeline, day).find(words) != std::string::npos;
  };
  CHECK(on(timeline, "2015-12-31").empty());
  CHECK(holds("2016-08-30", "Wydział Przęseł i Lin,"));
  CHECK(holds("2016-08-31", "Wydział Przęseł,"));  // 16 August + 14 days + 1
  CHECK(holds("2016-12-31", "Skrót brzmi „KM”."));
  CHECK(holds("2017-01-01", "Skrót brzmi „K.M.”."));  // split
  CHECK(holds("2019-05-31", "§ 3:"));
  CHECK(!holds("2019-06-01", "§ 3:"));  // with effect from an earlier day than the act's
}

TEST_CASE("the footnotes of a consolidated text date its provisions") {
  const auto timeline = consolidate::consolidate({act("d", kAnnounced)}, "x");
  const auto version = [&](const char* citation) {
    for (const auto& each : timeline.versions)
      if (!each.document.annex.empty() && law::to_string(each.citation) == citation)
        return law::to_string(each.validity.from) + " " + each.made_by.act + " " + each.made_by.place;
    return std::string("none");
  };
  CHECK(version("§ 2 ust. 1 pkt 1 lit. a") == "2016-08-31 zarządzenie 2016-08-02 § 1 pkt 1");
  CHECK(version("§ 2 ust. 1 pkt 1 lit. b") == "2016-01-01 obwieszczenie 2020-02-01 ");
  CHECK(version("§ 3") == "none");
}

TEST_CASE("where acts and the consolidated text differ, it is said and the announced text holds from that day") {
  std::string other = kAnnounced;
  other.replace(other.find("Wydział Barier"), std::string("Wydział Barier").size(), "Wydział Kładek");
  const auto timeline =
      consolidate::consolidate({act("a", kBase), act("b", kFirst), act("c", kSecond), act("d", other.c_str())}, "x");
  CHECK(
      notes(timeline) ==
      "consolidated-differs: § 2 ust. 1 pkt 1 lit. c reads otherwise in the consolidated text than the acts read make "
      "it; an act may be missing\n");
  CHECK(on(timeline, "2020-01-31").find("Wydział Barier") != std::string::npos);
  CHECK(on(timeline, "2020-02-01").find("Wydział Kładek") != std::string::npos);
}

TEST_CASE("a footnote does not date a wording into days on which the acts read made another one law") {
  const std::string third =
      "ZARZĄDZENIE\nMINISTRA MOSTÓW\nz dnia 5 maja 2018 r.\nzmieniające zarządzenie w sprawie nadania statutu\n§ 1. W "
      "zarządzeniu Ministra Mostów z dnia 8 maja 2015 r. w sprawie nadania statutu Komisji Mostowej w załączniku w § 2 "
      "w "
      "ust. 1 w pkt 1 lit. a otrzymuje brzmienie:\n„a) Wydział Belek,”.\n§ 2. Zarządzenie wchodzi w życie z dniem "
      "podpisania.\n";
  std::string gone = kAnnounced;  // the same unit is said to be repealed since 2016
  gone.replace(gone.find("Wydział Przęseł,"), std::string("Wydział Przęseł,").size(), "(uchylona),");
  for (const std::string& announced : {std::string(kAnnounced), gone}) {
    const auto timeline =
        consolidate::consolidate({act("a", kBase), act("t", third.c_str()), act("d", announced.c_str())}, "x");
    CHECK(on(timeline, "2018-05-04").find("Wydział Przęseł i Lin,") != std::string::npos);
    CHECK(on(timeline, "2020-01-31").find("Wydział Belek,") != std::string::npos);
    CHECK(on(timeline, "2020-02-01").find("Wydział Belek,") == std::string::npos);
    CHECK(on(timeline, "2020-01-31").find("Wydział Przęseł") == std::string::npos);
  }
}

TEST_CASE("an act that loses force ends all its provisions") {
  const std::string next =
      "Zarządzenie nr 5/2024\nMinistra Mostów\nz dnia 2 stycznia 2024 r.\nw sprawie statutu\n§ 1. "
      "Nadaje się statut.\n§ 2. Traci moc zarządzenie Ministra Mostów z dnia 8 maja 2015 r. w "
      "sprawie nadania statutu.\n§ 3. Zarządzenie wchodzi w życie z dniem podpisania.\n";
  const auto timeline = consolidate::consolidate({act("a", kBase), act("e", next.c_str())}, "x");
  CHECK(!on(timeline, "2024-01-01").empty());
  CHECK(on(timeline, "2024-01-02").empty());
}

TEST_CASE("two provisions under one number: the first stays, and it is said") {
  std::string twice = kBase;
  twice.replace(twice.find("##### § 3.\nKomisją"), std::string("##### § 3.\n").size(), "##### § 3.\nRaz.\n");
  const auto once = consolidate::consolidate({act("a", twice.c_str())}, "x");
  CHECK(on(once, "2016-01-01").find("§ 3: Raz. Komisją kieruje dyrektor.") != std::string::npos);
}

TEST_CASE("words are changed in every form only where the form is certain") {
  // A tiny inflection: the forms of two words.
  const law::Inflection inflection{
      [](std::string_view form, std::string_view word) { return form.substr(0, 4) == word.substr(0, 4); },
      [](std::string_view form, std::string_view from, std::string_view to) -> std::optional<std::string> {
        if (form.size() < from.size()) return std::nullopt;
        return std::string(to) + std::string(form.substr(from.size()));
      }};
  const auto change = [&](const char* text, const char* from, const char* to) {
    const auto result = consolidate::change_forms(text, from, to, inflection);
    return (result.found ? "" : "none ") + std::string(result.certain ? "" : "uncertain ") + result.text;
  };
  CHECK(change("dla klientów i klienta.", "klient", "petent") == "dla petentów i petenta.");
  CHECK(change("dla klientów.", "klient", "") == "dla.");
  CHECK(change("dla nikogo", "klient", "petent") == "none dla nikogo");
  CHECK(change("dla klientów", "klient", "osoba fizyczna") == "uncertain dla klientów");
  CHECK(consolidate::change_forms("x", "x", "y", {}).certain == false);
}
