#include <nlohmann/json.hpp>

#include "tests/commands/corpus_folder.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
using nlohmann::json;

namespace {

tests::Run audit(const std::filesystem::path& corpus, const std::string& day, bool as_json = true, bool strict = false,
                 const std::string& office = "") {
  return tests::run([&](const commands::Streams& streams) {
    return commands::audit({corpus, test::day(day), office, as_json, strict}, streams);
  });
}

// "severity place: message", a line a finding of the code.
std::string findings(const tests::Run& run, const std::string& code) {
  std::string out;
  const json whole = json::parse(run.out);
  for (const json& each : whole["findings"]) {
    if (each["code"] != code) continue;
    CHECK(!each["hint"].get<std::string>().empty());
    out += each["severity"].get<std::string>() + " " + each["citation"].get<std::string>() + ": " +
           each["message"].get<std::string>() + "\n";
  }
  return out;
}

const std::string kListing =
    "1) § 2 otrzymuje brzmienie:\n„§ 2\nW skład Urzędu wchodzą:\n1) referat ds. umów (IT-A), w skład którego "
    "wchodzi:\na) stanowisko pracy ds. zleceń (IT-A-I);\n2) referat ds. map (IT-B).”;\n";
const std::string kUnits =
    "2) § 3 otrzymuje brzmienie:\n„§ 3\n1. Referat ds. umów realizuje zadania z zakresu:\n1) prowadzenia rejestru "
    "umów;\n2) przekazywania dokumentów do archiwum.\n2. Stanowisko pracy ds. zleceń realizuje zadania z zakresu:\n1) "
    "prowadzenia rejestru umów.”;\n";

struct Row {
  const char* code;
  std::string commands;
  const char* findings;
};

}  // namespace

TEST_CASE("what one act shows") {
  const Row rows[] = {
      {"task-in-two-units", kListing + kUnits, ""},
      {"task-repeated-inside", kListing + kUnits,
       "info § 3 ust. 1 pkt 1: „prowadzenia rejestru umów”: IT-A § 3 ust. 1 pkt 1; IT-A-I § 3 ust. 2 pkt 1\n"},
      {"task-in-two-units",
       kListing + kUnits +
           "3) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. map realizuje zadania z zakresu:\n1) Przekazywania "
           "dokumentów do archiwum.”.",
       "warning § 3 ust. 1 pkt 2: „przekazywania dokumentów do archiwum”: IT-A § 3 ust. 1 pkt 2; IT-B § 4 pkt 1\n"},
      // the base text may give them
      {"unit-without-tasks", kListing + kUnits,
       "info § 2 pkt 2: IT-B referat ds. map has no tasks in what is known; the base text, which may give them, was "
       "not read\n"},
      {"task-without-unit",
       kListing + kUnits +
           "3) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. wody realizuje zadania z zakresu:\n1) wody;\n2) studni.”.",
       "warning § 4 pkt 1: 2 tasks of § 4: Nazwy „Referat ds. wody” (§ 4) nie ma na liście komórek w żadnym z "
       "wczytanych aktów.\n"},
      {"name-differs",
       kListing + kUnits +
           "3) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. mapy realizuje zadania z zakresu:\n1) map.”.",
       "warning § 4: \"Referat ds. mapy\" in § 4 was taken for IT-B, listed in § 2 pkt 2 as \"referat ds. map\"\n"},
      {"listing-without-code",
       "1) § 2 otrzymuje brzmienie:\n„§ 2\nW skład Urzędu wchodzą:\n1) referat ds. umów, w skład którego wchodzi:\na) "
       "kierownik.”.",
       "warning § 2 pkt 1: § 2 pkt 1 lists a unit without a code in brackets, as \"(IT-ES)\"; its tasks can be found "
       "by their words only\n"},
      {"not-applied", "1) w § 9 wyrazy „A” zastępuje się wyrazami „B”.",
       "warning 1/2024, § 1 pkt 1: replace words: words not found, for the text is not known: § 9\n"},
      {"base-missing", "1) uchyla się § 9.",
       "warning 1/2024, § 1 pkt 1: 1/2024 amends załącznik do 9/2019, which was not read\n"},
      {"act-not-understood", "1) w 9 uchyla się pkt 2.",
       "warning 1/2024: \"§\" is missing before 9; it was read as § 9\n"},
  };
  for (const Row& row : rows) {
    const tests::CorpusFolder corpus({tests::amending_act(row.commands)});
    INFO(row.code << "\n" << row.commands);
    CHECK(findings(audit(corpus.path(), "2024-02-01"), row.code) == row.findings);
  }
}

TEST_CASE("texts that end abnormally") {
  const auto list = [](const std::string& points) {
    return kListing + "2) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. map realizuje zadania z zakresu:\n" + points +
           "”.";
  };
  const Row rows[] = {
      {"", list("1) map;\n2) planów;\n3) wykazów."), ""},
      // an office that uses no stops
      {"", list("1) map\n2) planów\n3) wykazów"), ""},
      {"", list("1) map;\n2) planów\n3) wykazów."), "warning § 4 pkt 2: „planów” has no stop at its end\n"},
      {"", list("1) map;\n2) planów oraz;\n3) wykazów."), "warning § 4 pkt 2: „planów oraz” breaks off at „oraz”\n"},
      {"", list("1) map;\n2) planów (w tym miejscowych;\n3) wykazów."),
       "warning § 4 pkt 2: „planów (w tym miejscowych” opens a bracket and does not close it\n"},
  };
  for (const Row& row : rows) {
    const tests::CorpusFolder corpus({tests::amending_act(row.commands)});
    INFO(row.commands);
    CHECK(findings(audit(corpus.path(), "2024-02-01"), "abnormal-end") == row.findings);
  }
}

TEST_CASE("what a second act leaves behind") {
  const std::string first =
      kListing + kUnits +
      "3) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. map realizuje zadania z zakresu:\n1) spraw, o których mowa w § 3 "
      "ust. 1 pkt 1 i § 9;\n2) spraw, o których mowa w § 3 ust. 7;\n3) spraw z art. 5 ustawy.”.";
  const Row rows[] = {
      {"reference-repealed", "1) w § 3 w ust. 1 uchyla się pkt 1.",
       "warning § 4 pkt 1: refers to § 3 ust. 1 pkt 1, no longer law since 2024-03-01\n"},
      {"reference-unknown", "1) uchyla się § 50.",
       "warning § 4 pkt 2: refers to § 3 ust. 7; what would hold it is known and does not\n"},
      {"reference-unchecked", "1) uchyla się § 50.", "info § 4 pkt 1: § 9 is referred to by § 4 pkt 1\n"},
      {"reference-repealed", "1) uchyla się § 9.",
       "warning § 4 pkt 1: refers to § 9, no longer law since 2024-03-01\n"},
      // an act changes § 9, so it is there
      {"reference-unchecked", "1) w § 9 wyrazy „A” zastępuje się wyrazami „B”.", ""},
      {"task-orphaned", "1) w § 2 uchyla się pkt 2.",
       "warning § 4 pkt 1: 3 tasks of IT-B referat ds. map, listed at § 2 pkt 2 until 2024-03-01\n"},
      {"task-orphaned", "1) w § 2 uchyla się pkt 2;\n2) uchyla się § 4.", ""},
  };
  for (const Row& row : rows) {
    const tests::CorpusFolder corpus(
        {tests::amending_act(first), tests::amending_act(row.commands, "2/2024", "1 marca 2024 r.")});
    INFO(row.code << "\n" << row.commands);
    CHECK(findings(audit(corpus.path(), "2024-03-01"), row.code) == row.findings);
    // The day before, the second act shows nothing.
    if (std::string(row.code) != "reference-unknown" && std::string(row.code) != "reference-unchecked")
      CHECK(findings(audit(corpus.path(), "2024-02-29"), row.code).empty());
  }
}

TEST_CASE("an act between two is missing") {
  const tests::CorpusFolder corpus(
      {tests::amending_act("1) w § 9 wyrazy „A” zastępuje się wyrazami „B”."),
       tests::amending_act("1) w § 9 wyrazy „C” zastępuje się wyrazami „D”.", "2/2024", "1 marca 2024 r.")});
  CHECK(findings(audit(corpus.path(), "2024-03-01"), "act-missing") ==
        "error 2/2024, § 1 pkt 1: 2/2024 changes, in its § 1 pkt 1, the words „C”, and no act read put them there: one "
        "that entered into force between 1/2024 (2024-02-01) and it (2024-03-01) is missing\n");
  CHECK(findings(audit(corpus.path(), "2024-02-29"), "act-missing").empty());
}

TEST_CASE("--strict says so by its status") {
  const tests::CorpusFolder corpus({tests::amending_act("1) uchyla się § 9.")});
  CHECK(audit(corpus.path(), "2024-02-01", false, false).status == commands::kDone);
  CHECK(audit(corpus.path(), "2024-02-01", false, true).status == commands::kDiagnosed);
  // nothing of the act is law yet
  CHECK(audit(corpus.path(), "2024-01-31", false, true).status == commands::kDone);
}

TEST_CASE("the page of an audit") {
  const tests::CorpusFolder corpus({tests::amending_act("1) uchyla się § 9.")});
  CHECK(audit(corpus.path(), "2024-02-01", false).out ==
        R"(Urząd X   audit of the law of 2024-02-01

  0 errors, 1 warning, 0 notes

warning: The text that is amended is missing  [base-missing]
  → put the base act or a consolidated text into the folder of acts; until then a provision is known
  only from the day an act gives its whole wording
  1/2024, § 1 pkt 1  x/acts/1.txt:8  1/2024 amends załącznik do 9/2019, which was not read
)");
}

TEST_CASE("what is found in Lublin") {
  const tests::Run run = audit("corpus", "2024-06-01", true, false, "lublin");
  CHECK(json::parse(run.out)["counts"]["error"] == 1);
  CHECK(
      findings(run, "name-differs") ==
      "warning § 70 ust. 3: \"Wieloosobowe stanowisko pracy ds. informacji bezpośrednio\" in § 70 ust. 3 was taken for "
      "OM-IU-I, listed in § 9 pkt 3 lit. b as \"wieloosobowe stanowisko pracy ds. informacji bezpośredniej\"\n");
  CHECK(findings(run, "reference-unchecked") ==
        "info § 12 pkt 2: § 15 is referred to by § 12 pkt 2\ninfo § 22a pkt 1: § 22d is referred to by § 22a pkt 1\n"
        "info § 14 ust. 2: § 11 ust. 2 is referred to by § 14 ust. 2, § 16 ust. 2, § 22c ust. 2, § 22h ust. 2, § 70 "
        "ust. 2\n");
  CHECK(findings(run, "task-orphaned").empty());
  CHECK(findings(run, "abnormal-end").empty());
}
