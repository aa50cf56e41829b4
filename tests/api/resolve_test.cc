// Case marks, codes of any day, citations in any spelling → who held it then, who holds it today.
#include "searchd/api/case_mark.h"
#include "tests/api/law_office.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

std::string text(const json& value) {
  return value.is_null() ? "-" : value.get<std::string>();
}

// "IC-I, IC-II", of a holder without a unit its position.
std::string holders(const json& list) {
  std::string out;
  for (const auto& one : list)
    out += (out.empty() ? "" : ", ") + text(one["code"].is_null() ? one["position"] : one["code"]);
  return out;
}

// "2020-07-01 succeeded OR-IV → IC-I likely 4/5, IC-II possible 1/5", a line each; of a task also its citation.
std::string steps(const json& list) {
  const auto point = [](const json& one) {
    return text(one["code"]) + (one["citation"].is_null() ? "" : " " + text(one["citation"]));
  };
  std::string out;
  for (const auto& step : list) {
    out += text(step["on"]) + " " + text(step["what"]) + " " + point(step["from"]) + " →";
    for (const auto& to : step["to"]) {
      out += (to == step["to"].front() ? " " : ", ") + point(to) + " " + text(to["certainty"]);
      if (to["of"] > 0) out += " " + to["tasks"].dump() + "/" + to["of"].dump();
    }
    out += "\n";
  }
  return out;
}

json resolved(const std::string& parameters) {
  const json answer = law_answer("/api/v1/resolve?" + parameters);
  REQUIRE(answer["resolutions"].size() == 1);
  return answer["resolutions"][0];
}

}  // namespace

TEST_CASE("case marks") {
  struct Row {
    const char* text;
    const char* mark;  // unit class number year rest; empty: none
  };
  const Row rows[] = {
      {"IT-ES.1431.5.2024", "IT-ES 1431 5 2024 "},
      {"it-es.1431.5.2024", "IT-ES 1431 5 2024 "},
      {" IT-ES . 1431.5. 2024 ", "IT-ES 1431 5 2024 "},
      {"WO.I.0050.12.2024", "WO.I 0050 12 2024 "},
      {"IT-ES 1431.5.2024", "IT-ES 1431 5 2024 "},
      {"IT-ES/1431/5/2024", "IT-ES 1431 5 2024 "},
      {"or/i 1431/ 5 /2024", "OR.I 1431 5 2024 "},
      {"WO.I.0050.12.3.2024.JK", "WO.I 0050 12.3 2024 JK"},
      {"GKOŚ.6232.11.2021.AB.CD", "GKOŚ 6232 11 2021 AB.CD"},
      {"X.123.2023.2024", "X 123 2023 2024 "},  // the 2023rd case of 2024
      {"IT-ES", ""},
      {"IT-ES.1431", ""},
      {"IT-ES.1431.5", ""},
      {"IT-ES.1431.5.24", ""},
      {"IT-ES.1431.5.3024", ""},
      {"IT-ES..5.2024", ""},
      {"1431.5.2024", ""},  // no unit
      {"IT-ES.1431.x.2024", ""},
      {"§ 16 ust. 1 pkt 8", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto mark = api::parse_case_mark(row.text);
    CHECK((mark ? mark->unit + " " + mark->file_class + " " + mark->number + " " + std::to_string(mark->year) + " " +
                      mark->rest
                : "") == row.mark);
  }
  CHECK(api::is_code_of_mark("WO-I", "WO.I"));
  CHECK(api::is_code_of_mark("WO.I", "wo.i"));
  CHECK(api::is_code_of_mark("WO/I", "WO.I"));
  CHECK_FALSE(api::is_code_of_mark("WO", "WO.I"));
}

TEST_CASE("a code of any day leads to who took over") {
  struct Row {
    const char* parameters;
    const char* known;
    const char* then;
    const char* steps;
    const char* today;
  };
  const Row rows[] = {
      {"mark=IT-ES&as_of=2024-06-01", "in_force 2024-06-01", "IT-ES", "", "IT-ES"},
      {"mark=it-es&as_of=2022-06-01", "not_yet 2023-11-15", "IT-ES", "", "IT-ES"},
      {"mark=OR-IV&as_of=2020-01-01&office=przykladowa", "in_force 2020-01-01", "OR-IV",
       "2020-07-01 succeeded OR-IV → IC-I likely 4/5, IC-II possible 1/5\n", "IC-I, IC-II"},
      // asked today, it leads from its last day on
      {"mark=or-v&office=przykladowa", "ended 2022-09-19", "OR-V", "2022-09-20 succeeded OR-V → OR-III certain 4/4\n",
       "OR-III"},
      {"mark=DP&as_of=2019-03-01&office=przykladowa", "in_force 2019-03-01", "DP",
       "2024-01-15 succeeded DP → DG likely 7/10, PR possible 3/10\n", "DG, PR"},
      {"mark=SG&office=przykladowa", "ended 2022-12-31", "SG", "2023-01-01 succeeded SG → GKOŚ possible 2/7\n", "GKOŚ"},
      {"mark=SG-I&office=przykladowa", "ended 2022-12-31", "SG-I", "2023-01-01 succeeded SG-I →\n", ""},
      {"mark=ZK&as_of=2020-01-01&office=przykladowa", "in_force 2020-01-01", "ZK",
       "2022-09-20 renamed ZK → ZK certain\n", "ZK"},
      // no act lists it, but it has tasks
      {"mark=IT-SG&as_of=2024-06-01", "in_force 2024-06-01", "IT-SG", "", "IT-SG"},
  };
  for (const Row& row : rows) {
    INFO(row.parameters);
    const json one = resolved(row.parameters);
    CHECK(text(one["known"]) + " " + text(one["day"]) == row.known);
    CHECK(holders(one["holders"]) == row.then);
    CHECK(steps(one["steps"]) == row.steps);
    CHECK(holders(one["today"]) == row.today);
  }
}

TEST_CASE("what made a step is said with its place") {
  const json one = resolved("mark=OR-V&office=przykladowa");
  CHECK(cited(one["steps"][0]["by"]) == "31/2022 § 1 pkt 3 lit. a; 31/2022 § 1 pkt 4 lit. b; 31/2022 § 1 pkt 4 lit. a");
  CHECK(one["steps"][0]["by"][0]["id"] == "zarzadzenie-31-2022");
}

TEST_CASE("a mark is of the last day of its year on which somebody bore the code") {
  struct Row {
    const char* mark;
    const char* as_of;
  };
  for (const Row& row : {Row{"OR-IV.1330.7.2019", "2019-12-31"}, Row{"OR-IV.1330.7.2020", "2020-06-30"},
                         Row{"OR-IV.1330.7.2022", "2022-12-31"}, Row{"IC-I.1330.7.2026", "2026-11-24"}}) {
    INFO(row.mark);
    const json answer = law_answer(std::string("/api/v1/resolve?office=przykladowa&mark=") + row.mark);
    CHECK(answer["query"]["as_of"] == row.as_of);
    CHECK(answer["read_as"]["kind"] == "case_mark");
    CHECK(answer["read_as"]["class"] == "1330");
  }
  // a day that is given counts
  CHECK(resolved("mark=OR-IV.1330.7.2019&as_of=2020-05-05&office=przykladowa")["day"] == "2020-05-05");
}

TEST_CASE("a citation leads to who has its task now") {
  struct Row {
    const char* parameters;
    const char* then;
    const char* steps;
    const char* today;
  };
  const Row rows[] = {
      {"mark=par. 16 ust 1 pkt 8", "IT-ES", "", "IT-ES"},
      {"mark=§16/1/8", "IT-ES", "", "IT-ES"},
      {"mark=16.1.8", "IT-ES", "", "IT-ES"},
      {"mark=§ 16 ust.1 p. 8", "IT-ES", "", "IT-ES"},
      {"mark=§21/6&as_of=2020-01-01&office=przykladowa", "DP",
       "2024-01-15 moved DP § 21 pkt 6 → PR § 21a pkt 1 certain\n", "PR"},
      {"mark=§ 12 ust. 6 pkt 1&as_of=2020-01-01&office=przykladowa", "OR-IV",
       "2020-07-01 moved OR-IV § 12 ust. 6 pkt 1 → IC-I § 17a ust. 3 pkt 1 certain\n", "IC-I"},
      {"mark=§ 21 pkt 6&as_of=2020-01-01&office=przykladowa", "DP",
       "2024-01-15 moved DP § 21 pkt 6 → PR § 21a pkt 1 certain\n", "PR"},
      {"mark=§ 18 pkt 12&as_of=2020-01-01&office=przykladowa", "USC",
       "2020-07-01 renumbered USC § 18 pkt 12 → USC § 18 ust. 1 pkt 12 certain\n"
       "2024-01-15 reworded USC § 18 ust. 1 pkt 12 → USC § 18 ust. 1 pkt 12 certain\n",
       "USC"},
      {"mark=§ 19 ust. 1 pkt 1&as_of=2020-01-01&office=przykladowa", "SG", "2023-01-01 went SG § 19 ust. 1 pkt 1 →\n",
       ""},
      // several tasks: what became of their unit
      {"mark=§ 19&as_of=2020-01-01&office=przykladowa", "SG", "2023-01-01 succeeded SG → GKOŚ possible 2/7\n", "GKOŚ"},
      // where a unit is listed
      {"mark=§ 10 ust. 2 pkt 1 lit. f&office=przykladowa", "OR-V", "2022-09-20 succeeded OR-V → OR-III certain 4/4\n",
       "OR-III"},
      // words, but nobody's task
      {"mark=§ 2 pkt 8&office=przykladowa", "", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.parameters);
    const json one = resolved(row.parameters);
    CHECK(holders(one["holders"]) == row.then);
    CHECK(steps(one["steps"]) == row.steps);
    CHECK(holders(one["today"]) == row.today);
  }
}

TEST_CASE("what nobody knows") {
  CHECK(law_problem("/api/v1/resolve?mark=IT-EX") == "404 code:unknown-unit [IT-ER, IT-ES, IT-SS, IT-SZ, IT-TB]");
  CHECK(law_problem("/api/v1/resolve?mark=IT-EX.1431.5.2024") ==
        "404 code:unknown-unit [IT-ER, IT-ES, IT-SS, IT-SZ, IT-TB]");
  CHECK(
      law_problem("/api/v1/resolve?mark=§ 16 ust. 1 pkt 99") ==
      "404 citation:unknown-citation [§ 16 ust. 1 pkt 13, § 16 ust. 1 pkt 12, § 16 ust. 1 pkt 11, § 16 ust. 1 pkt 10, "
      "§ 16 ust. 1 pkt 9]");
  CHECK(law_problem("/api/v1/resolve?mark=16.1.99").starts_with("404 citation:unknown-citation [§ 16 ust. 1 pkt "));
  CHECK(law_problem("/api/v1/resolve?mark=2024").starts_with("404 code:unknown-unit"));
  CHECK(law_problem("/api/v1/resolve") == "400 mark:missing");
  CHECK(law_problem("/api/v1/resolve?mark= ") == "400 mark:missing");
  CHECK(law_problem("/api/v1/resolve?mark=a&mark=b") == "400 mark:repeated-parameter");
  CHECK(law_problem("/api/v1/resolve?mark=" + std::string(101, '1')) == "400 mark:word-too-long");
  CHECK(law_problem("/api/v1/resolve?mark=" + std::string(51, '1') + "." + std::string(51, '1')) ==
        "400 mark:too-long");
  CHECK(law_problem("/api/v1/resolve?mark=x&as_of=1&y=2") == "400 as_of:not-a-date y:unknown-parameter");
}
