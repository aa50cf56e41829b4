#include <nlohmann/json.hpp>

#include "tests/commands/corpus_folder.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
using nlohmann::json;

namespace {

tests::Run explain(const std::filesystem::path& corpus, const std::string& citation, const std::string& day,
                   bool as_json = true, const std::string& office = "") {
  return tests::run([&](const commands::Streams& streams) {
    return commands::explain({citation, corpus, test::day(day), office, as_json}, streams);
  });
}

json explanation(const std::filesystem::path& corpus, const std::string& citation, const std::string& day) {
  const tests::Run run = explain(corpus, citation, day);
  INFO(run.error);
  REQUIRE(run.status == commands::kDone);
  const json whole = json::parse(run.out);
  REQUIRE(whole["explanations"].size() == 1);
  return whole["explanations"][0];
}

// "replace § 16 above +", "replace_words § 10 ust. 1 itself - why", a line an operation.
std::string operations(const json& told) {
  std::string out;
  for (const json& each : told["operations"]) {
    out += each["act"].get<std::string>() + " " + each["kind"].get<std::string>() + " " +
           each["target"].get<std::string>() + " " + each["relation"].get<std::string>();
    out += each["applied"].get<bool>() ? " +" : " -";
    if (each["note"].is_string()) out += " " + each["note"].get<std::string>();
    out += "\n";
  }
  return out;
}

const std::filesystem::path kLublin = "corpus";

json lublin(const std::string& citation, const std::string& day) {
  const json whole = json::parse(explain(kLublin, citation, day, true, "lublin").out);
  REQUIRE(whole["explanations"].size() == 1);
  return whole["explanations"][0];
}

}  // namespace

TEST_CASE("a task of Lublin in any spelling") {
  for (const char* spelling :
       {"§ 16 ust. 1 pkt 8", "par. 16 ust 1 pkt 8", "§16/1/8", "w § 16 w ust. 1 w pkt 8", "§ 16 UST. 1 PKT 8"}) {
    const json told = lublin(spelling, "2024-06-01");
    CHECK(told["citation"] == "§ 16 ust. 1 pkt 8");
    REQUIRE(told["wording"].size() == 1);
    CHECK(told["wording"][0]["text"] == "administrowania systemem poczty elektronicznej;");
    CHECK(told["wording"][0]["place"] == "§ 1 pkt 6");
    CHECK(told["wording"][0]["file"] == "lublin/acts/19-11-2023.txt");
    CHECK(told["wording"][0]["lines"] == json::array({82, 82}));
    CHECK(told["tasks"][0]["unit"]["code"] == "IT-ES");
    CHECK(told["tasks"][0]["role"] == "owner");
    CHECK(operations(told) == "19/11/2023 replace § 16 above + the former text is not known\n");
    CHECK(told["unknown"][0]["citation"] == "§ 16");
  }
}

TEST_CASE("why a provision of Lublin has no wording on a day") {
  struct Row {
    const char *citation, *day, *reason;
  };
  const Row rows[] = {
      {"§ 16 ust. 1 pkt 8", "2023-11-14",
       "The wording of that day is not known: § 16 was replaced on 2023-11-15 by 19/11/2023, § 1 pkt 6, and no act "
       "read gives what it said before."},
      {"§ 12 pkt 2", "2021-12-31",
       "The wording of that day is not known: it was replaced on 2022-01-01 by 58/12/2021, § 1 pkt 4, and no act read "
       "gives what it said before."},
      {"§ 13a pkt 1", "2023-11-14", "Not yet law: it was first given on 2023-11-15 by 19/11/2023, § 1 pkt 5."},
      {"§ 22f", "2023-11-15",
       "No longer law: it was repealed on 2023-11-15 by 19/11/2023, § 1 pkt 12; no act read gives what it said."},
      {"§ 22f ust. 1", "2023-11-15",
       "No longer law: § 22f was repealed on 2023-11-15 by 19/11/2023, § 1 pkt 12; no act read gives what it said."},
      {"§ 10 ust. 1", "2024-01-01",
       "The wording is not known: acts change something in it, but no act read gives its whole wording."},
  };
  for (const Row& row : rows) {
    const json told = lublin(row.citation, row.day);
    CHECK(told["wording"].empty());
    CHECK(told["reason"] == row.reason);
  }
}

TEST_CASE("two versions of one point, and operations that were not applied") {
  const json point = lublin("§ 12 pkt 2", "2023-11-15");
  REQUIRE(point["versions"].size() == 2);
  CHECK(point["versions"][0]["valid_to"] == "2023-11-15");
  CHECK(point["versions"][0]["ended_by"]["place"] == "§ 1 pkt 3");
  CHECK(point["versions"][1]["valid_from"] == "2023-11-15");
  CHECK(operations(lublin("§ 10 ust. 1", "2024-01-01")) ==
        "58/12/2021 replace_words § 10 ust. 1 itself - words not found, for the text is not known\n"
        "19/11/2023 replace_words § 10 ust. 1 itself - words not found, for an act before this one put other words "
        "there: an act in between is missing\n");
}

TEST_CASE("a citation nobody knows names the nearest") {
  struct Row {
    const char *citation, *error;
  };
  const Row rows[] = {
      {"§ 16 ust. 9",
       "unknown-citation: no act read gives or changes § 16 ust. 9 (the nearest known are § 16 ust. 4, § 16 ust. 3, "
       "§ 16 ust. 2, § 16 ust. 1, § 16)"},
      {"§ 13 pkt 3",
       "unknown-citation: no act read gives or changes § 13 pkt 3 (the nearest known are § 13 pkt 1, § 13 pkt 8)"},
      {"paragraf osiemnasty",
       "no-citation: \"paragraf osiemnasty\" is no citation (cite as \"§ 16 ust. 1 pkt 8\"; \"par. 16 ust 1 pkt 8\" "
       "and \"§16/1/8\" are understood too)"},
  };
  for (const Row& row : rows) {
    const tests::Run run = explain(kLublin, row.citation, "2024-01-01", false, "lublin");
    CHECK(run.status == commands::kWrong);
    CHECK(run.out.empty());
    CHECK(run.error.substr(0, std::string(row.error).size() - 1) ==
          std::string(row.error).substr(0, std::string(row.error).size() - 1));
  }
  CHECK(explain(kLublin, "§ 16", "2024-01-01", true, "nie-ma").error ==
        "unknown-office: corpus: there is no office nie-ma (the offices there are: lublin, przykladowa)");
}

TEST_CASE("an operation on several provisions is told of each") {
  const tests::CorpusFolder corpus(
      {tests::amending_act("1) § 3 otrzymuje brzmienie:\n„§ 3\nDo zadań należy:\n1) mapy;\n2) plany.”."),
       tests::amending_act("1) uchyla się § 3 pkt 2;\n2) w § 3 w pkt 1 i w § 4 wyrazy „mapy” zastępuje się wyrazami "
                           "„plany”.",
                           "2/2024", "1 marca 2024 r.")});
  CHECK(operations(explanation(corpus.path(), "§ 3 pkt 1", "2024-03-01")) ==
        "1/2024 replace § 3 above + the former text is not known\n2/2024 replace_words § 3 pkt 1 itself +\n");
  CHECK(operations(explanation(corpus.path(), "§ 4", "2024-03-01")) ==
        "2/2024 replace_words § 4 itself - words not found, for the text is not known\n");
  CHECK(explanation(corpus.path(), "§ 3 pkt 2", "2024-03-01")["reason"] ==
        "No longer law: it was repealed by 2/2024, § 1 pkt 1 on 2024-03-01.");
}

TEST_CASE("a renumbered provision keeps its history") {
  const tests::CorpusFolder corpus(
      {tests::amending_act("1) § 3 otrzymuje brzmienie:\n„§ 3\nDo zadań należy:\n1) mapy;\n2) plany.”."),
       tests::amending_act("1) w § 3 dotychczasową treść oznacza się jako ust. 1 i dodaje się ust. 2 w brzmieniu:\n„2. "
                           "Inne.”.",
                           "2/2024", "1 marca 2024 r.")});
  const json now = explanation(corpus.path(), "§ 3 ust. 1 pkt 2", "2024-02-15");
  CHECK(now["reason"] == "Under another number on that day: § 3 pkt 2 said „plany.”.");
  REQUIRE(now["formerly"].size() == 1);
  CHECK(now["formerly"][0]["citation"] == "§ 3 pkt 2");
  CHECK(now["versions"][0]["valid_from"] == "2024-03-01");
  CHECK(explanation(corpus.path(), "§ 3 pkt 2", "2024-03-15")["reason"] ==
        "No longer law: it was renumbered by 2/2024, § 1 pkt 1 as § 3 ust. 1 pkt 2 on 2024-03-01.");
}

TEST_CASE("the page of a provision") {
  const tests::CorpusFolder corpus(
      {tests::amending_act("1) § 3 otrzymuje brzmienie:\n„§ 3\nDo zadań należy:\n1) mapy;\n2) plany.”."),
       tests::amending_act("1) § 3 pkt 2 otrzymuje brzmienie:\n„2) plany miast.”.", "2/2024", "1 marca 2024 r.")});
  CHECK(explain(corpus.path(), "§ 3", "2024-03-01", false).out ==
        R"(§ 3   załącznik do 9/2019   Urząd X

Wording on 2024-03-01
  § 3. Do zadań należy:
    1) mapy;
    2) plany miast. [2/2024, § 1 pkt 1, from 2024-03-01]

  made by  1/2024, § 1 pkt 1, in force from 2024-02-01
  source   x/acts/1.txt:9-12
  tasks    2 tasks of a unit that no act read names (§ 3)

History
  From        To          Made by            Ended by           Wording
  2024-02-01  open        1/2024, § 1 pkt 1                     Do zadań należy:
                                                                x/acts/1.txt:9-12
  2024-02-01  open        1/2024, § 1 pkt 1                     below it: § 3 pkt 1
  2024-02-01  2024-03-01  1/2024, § 1 pkt 1  2/2024, § 1 pkt 1  below it: § 3 pkt 2
  2024-03-01  open        2/2024, § 1 pkt 1                     below it: § 3 pkt 2

Operations on it, above it and below it
  Day         By                 Operation          Result
  2024-02-01  1/2024, § 1 pkt 1  replace § 3        applied: the former text is not known
  2024-03-01  2/2024, § 1 pkt 1  replace § 3 pkt 2  applied

Ended without its words being known
  Until       Provision  Ended by
  2024-02-01  § 3        1/2024, § 1 pkt 1  replaced
)");
}
