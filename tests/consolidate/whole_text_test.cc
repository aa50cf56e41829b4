// Changes that reach beyond one provision: words of a whole text, chapters with their sections, corrections.
#include <sstream>

#include "indexer/consolidate/timeline.h"
#include "indexer/parse/act.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

const char* kRegulation =
    "Regulamin\nRozdział 1\nZasady\n§ 1. Wydział Dróg buduje drogi. Burmistrz kieruje wydziałem.\n§ 2. 1. Wydział Dróg "
    "liczy 15 osób.\n2. Wydziały liczy się w maju.\nRozdział 2\nPisma\n§ 3. Pisma podpisuje burmistrz.\n§ 4. Pisma "
    "leżą:\n1) w Wydziale Dróg,\n2) w archiwum\n– przez 5 lat.\n";

law::Act base() {
  parse::ActSource source{"r.txt", kRegulation};
  source.given.number = "9/2019";
  source.given.in_force = law::parse_date("2019-04-01");
  return parse::parse_act(source);
}

// Forms of "wydział" and "referat": enough for these tests.
const law::Inflection kInflection{
    [](std::string_view form, std::string_view word) {
      const auto stem = [](std::string_view w) {
        return w.substr(0, 1) == "w" || w.substr(0, 1) == "W" ? w.substr(1, 5) : w;
      };
      return stem(form) == stem(word);
    },
    [](std::string_view form, std::string_view from, std::string_view to) -> std::optional<std::string> {
      if (form == from) return std::string(to);
      if (form == "Wydziale" && from == "Wydział") return std::string("Referacie");
      return std::nullopt;
    }};

struct Result {
  std::string law;    // in force on 1 March 2024: "citation: text", a line each
  std::string notes;  // of the outcomes
};

Result after(const std::string& commands, const law::Inflection& inflection = {}) {
  const auto timeline = consolidate::consolidate({base(), tests::parse_commands(commands)}, "x", inflection);
  Result out;
  for (const auto& version : timeline.versions) {
    if (!version.validity.contains(law::parse_date("2024-03-01").value())) continue;
    out.law += law::to_string(version.citation) + ": " + version.text +
               (version.closing.empty() ? "" : " | " + version.closing) + "\n";
  }
  for (const auto& outcome : timeline.outcomes) out.notes += (outcome.applied ? "+ " : "- ") + outcome.note + "\n";
  return out;
}

bool holds(const Result& result, const std::string& words) {
  return result.law.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("words of a whole text are changed wherever they stand, as words") {
  const Result plain = after("1) użyte w Regulaminie wyrazy „burmistrz” zastępuje się wyrazami „prezydent”.");
  CHECK(plain.notes == "+ \n");
  CHECK(holds(plain, "§ 3: Pisma podpisuje prezydent."));
  CHECK(holds(plain, "Burmistrz kieruje"));  // another word to the letter

  const Result number = after("1) w całym Regulaminie wyrazy „5” zastępuje się wyrazami „6”.");
  CHECK(holds(number, "| – przez 6 lat."));
  CHECK(holds(number, "liczy 15 osób"));

  CHECK(after("1) w całym Regulaminie wyrazy „sołtys” zastępuje się wyrazami „wójt”.").notes ==
        "- words not found: całość\n");
}

TEST_CASE("words of a whole text in every form, where the form is certain") {
  const Result changed = after(
      "1) użyte w Regulaminie w różnej liczbie i przypadku wyrazy „Wydział Dróg” zastępuje się użytymi w odpowiedniej "
      "liczbie i przypadku wyrazami „Referat Dróg”.",
      kInflection);
  CHECK(changed.notes == "+ \n");
  CHECK(holds(changed, "§ 1: Referat Dróg buduje"));
  CHECK(holds(changed, "§ 4 pkt 1: w Referacie Dróg,"));

  const Result uncertain =
      after("1) użyte w Regulaminie w różnej liczbie i przypadku wyrazy „wydział” zastępuje się wyrazami „referat”.",
            kInflection);
  CHECK(uncertain.notes ==
        "- the right grammatical form cannot be made with certainty: § 1, § 2 ust. 1, § 2 ust. 2, § 4 pkt 1\n");
  CHECK(holds(uncertain, "§ 1: Wydział Dróg buduje"));
}

TEST_CASE("a chapter is repealed with its sections, those inserted since included") {
  const Result gone = after("1) po § 2 dodaje się § 2a w brzmieniu: „§ 2a. Nowy.”;\n2) uchyla się rozdział 1.");
  CHECK(gone.law ==
        "rozdział 2: Pisma\n§ 3: Pisma podpisuje burmistrz.\n§ 4: Pisma leżą: | – przez 5 lat.\n§ 4 pkt 1: w Wydziale "
        "Dróg,\n§ 4 pkt 2: w archiwum\n");
  CHECK(gone.notes == "+ \n+ \n");
}

TEST_CASE("a sentence is added where its number says") {
  CHECK(holds(after("1) w § 1 po zdaniu pierwszym dodaje się zdanie drugie w brzmieniu: „Drogi są proste.”."),
              "§ 1: Wydział Dróg buduje drogi. Drogi są proste. Burmistrz kieruje wydziałem."));
  CHECK(holds(after("1) w § 1 dodaje się zdanie w brzmieniu: „Drogi są proste.”."),
              "Burmistrz kieruje wydziałem. Drogi są proste."));
}

TEST_CASE("words common to a list are changed beside one of its points") {
  const Result result = after("1) w § 4 w pkt 2 i w części wspólnej skreśla się wyrazy „w archiwum”.");
  CHECK(holds(result, "§ 4 pkt 2: \n"));
  const Result closing = after("1) w § 4 w pkt 1 i w części wspólnej wyrazy „lat” zastępuje się wyrazami „dni”.");
  CHECK(holds(closing, "§ 4: Pisma leżą: | – przez 5 dni."));
}

TEST_CASE("a correction holds from the first day of the wording it corrects") {
  const std::string announced =
      "Obwieszczenie\nBurmistrza Miasta\nz dnia 5 marca 2022 r.\no sprostowaniu błędu\nNa podstawie art. 18b ustawy "
      "prostuje się błąd w załączniku do zarządzenia nr 9/2019 Burmistrza Miasta z dnia 3 marca 2019 r.: w załączniku "
      "w § 3 "
      "zamiast wyrazu „burmistrz” powinien być wyraz „sekretarz”.\n";
  const auto timeline = consolidate::consolidate({base(), parse::parse_act({"b.txt", announced})}, "x");
  REQUIRE(timeline.outcomes.size() == 1);
  CHECK(timeline.outcomes[0].applied);
  for (const auto& version : timeline.versions) {
    if (law::to_string(version.citation) != "§ 3") continue;
    CHECK(version.text == "Pisma podpisuje sekretarz.");
    CHECK(version.validity == law::Validity{law::parse_date("2019-04-01").value(), std::nullopt});
  }
}

TEST_CASE("notes in a regulation date its provisions") {
  parse::ActSource source{
      "r.txt",
      "Regulamin\n§ 1. Zadania:\n1) mapy (zm. zarz. nr 5/2020 z dnia 3 lutego 2020 r.);\n2) (uchylony "
      "zarządzeniem nr 7/2021 z dnia 3 maja 2021 r.);\n3) (dodany zarządzeniem nr 8/2021 z dnia 5 maja "
      "2021 r.) atlasy:\na) małe.\n"};
  source.given.number = "9/2019";
  source.given.in_force = law::parse_date("2019-04-01");
  const auto timeline = consolidate::consolidate({parse::parse_act(source)}, "x");
  std::string out;
  for (const auto& version : timeline.versions)
    out += version.id + " " + version.made_by.act + ": " + version.text + "\n";
  CHECK(out ==
        "x-par1-20190401 9/2019: Zadania:\nx-par1-pkt1-20200203 5/2020: mapy;\nx-par1-pkt3-20210505 8/2021: "
        "atlasy:\nx-par1-pkt3-lit-a-20210505 8/2021: małe.\n");
  REQUIRE(timeline.unknown_ends.size() == 1);
  CHECK(law::to_string(timeline.unknown_ends[0].citation) == "§ 1 pkt 2");
  CHECK(timeline.unknown_ends[0].ended_on == law::parse_date("2021-05-03"));
}
