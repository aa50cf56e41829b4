#include <nlohmann/json.hpp>

#include "tests/commands/corpus_folder.h"
#include "tests/support/act_text.h"
#include "tests/support/catch.h"

using namespace kto;
using nlohmann::json;

namespace {

tests::Run diff(const std::filesystem::path& corpus, const std::string& from, const std::string& to, bool as_json,
                const std::string& office = "") {
  return tests::run([&](const commands::Streams& streams) {
    return commands::diff({corpus, test::day(from), test::day(to), office, as_json}, streams);
  });
}

json office_of(const tests::Run& run) {
  REQUIRE(run.status == commands::kDone);
  const json whole = json::parse(run.out);
  REQUIRE(whole["offices"].size() == 1);
  return whole["offices"][0];
}

json unit_of(const json& office, const std::string& code) {
  for (const json& unit : office["units"])
    if (unit["code"] == code) return unit;
  return nullptr;
}

const char* kListing =
    "1) § 2 otrzymuje brzmienie:\n„§ 2\nW skład Urzędu wchodzą:\n1) referat ds. umów (IT-A);\n2) referat ds. map "
    "(IT-B).”;\n2) § 3 otrzymuje brzmienie:\n„§ 3\nReferat ds. umów realizuje zadania z zakresu:\n1) prowadzenia "
    "rejestru umów;\n2) sporządzania wykazu map.”;\n3) § 4 otrzymuje brzmienie:\n„§ 4\nReferat ds. map realizuje "
    "zadania z zakresu:\n1) wydawania map;\n2) zakupu papieru do map.”.";
const char* kMove =
    "1) w § 3:\na) pkt 1 otrzymuje brzmienie:\n„1) prowadzenia rejestru umów i zleceń;”,\nb) uchyla się pkt 2;\n2) w § "
    "4:\na) uchyla się pkt 2,\nb) dodaje się pkt 3 w brzmieniu:\n„3) sporządzania wykazu map.”.";

}  // namespace

TEST_CASE("Lublin between its two acts") {
  const json office = office_of(diff("corpus", "2022-01-01", "2023-11-15", true, "lublin"));
  CHECK(office["acts"] == json::array({"19/11/2023"}));
  CHECK(office["known_from"] == "2022-01-01");
  // § 13a and appended points are new; what stands in replaced §§ may have been there before.
  CHECK(office["counts"] == json::parse(R"({"moved": 0, "reworded": 1, "renumbered": 0, "came": 19, "first_known": 93,
                                            "went": 0})"));
  const json new_unit = unit_of(office, "IT-ZP");
  CHECK(new_unit["units"][0]["what"] == "came");
  CHECK(new_unit["tasks"].size() == 7);
  for (const json& task : new_unit["tasks"]) CHECK(task["what"] == "came");
  const json replaced = unit_of(office, "IT-ES");
  CHECK(replaced["units"][0]["what"] == "first_known");
  for (const json& task : replaced["tasks"]) {
    CHECK(task["what"] == "first_known");
    CHECK(task["former"]["citation"] == "§ 16");
  }
  CHECK(office["unknown"].size() == 11);
}

TEST_CASE("on a day before all acts nothing is new") {
  const json office = office_of(diff("corpus", "2021-12-31", "2022-01-01", true, "lublin"));
  CHECK(office["counts"]["came"] == 0);
  CHECK(office["counts"]["first_known"] == 173);
  const tests::Run page = diff("corpus", "2021-12-31", "2022-01-01", false, "lublin");
  CHECK(page.out.find("Nothing is known of 2021-12-31: the first act read is in force from 2022-01-01.") !=
        std::string::npos);
}

TEST_CASE("who ended a task is told with its place") {
  const tests::CorpusFolder corpus(
      {tests::amending_act(kListing), tests::amending_act(kMove, "2/2024", "1 marca 2024 r.")});
  const json office = office_of(diff(corpus.path(), "2024-02-01", "2024-03-01", true));
  const json map_unit = unit_of(office, "IT-B");
  REQUIRE(map_unit["tasks"].size() == 2);
  CHECK(map_unit["tasks"][0]["what"] == "went");
  CHECK(map_unit["tasks"][1]["what"] == "moved");
  CHECK(map_unit["tasks"][0]["by"][0]["place"] == "§ 1 pkt 2 lit. a");
}

TEST_CASE("the page of a diff") {
  const tests::CorpusFolder corpus(
      {tests::amending_act(kListing), tests::amending_act(kMove, "2/2024", "1 marca 2024 r.")});
  CHECK(diff(corpus.path(), "2024-02-01", "2024-03-01", false).out ==
        R"(Urząd X   2024-02-01 → 2024-03-01

  acts in force between  2/2024
  tasks                  1 moved, 1 reworded, 0 renumbered, 0 came, 0 first known, 1 went

IT-A  referat ds. umów
  What      Where                  By                        Wording
  reworded  § 3 pkt 1              2/2024, § 1 pkt 1 lit. a  prowadzenia rejestru umów {+i zleceń+}
  moved     § 3 pkt 2 → § 4 pkt 3  2/2024, § 1 pkt 2 lit. b  to IT-B: sporządzania wykazu map

IT-B  referat ds. map
  What   Where                  By                        Wording
  went   § 4 pkt 2              2/2024, § 1 pkt 2 lit. a  zakupu papieru do map
  moved  § 3 pkt 2 → § 4 pkt 3  2/2024, § 1 pkt 2 lit. b  from IT-A: sporządzania wykazu map
)");
}

TEST_CASE("days the wrong way round are refused") {
  CHECK(diff("corpus", "2023-01-02", "2023-01-01", false).error ==
        "days-reversed: --from 2023-01-02 is after --to 2023-01-01 (name the earlier day with --from)");
}
