// What the law did between two days, or by one act, and the history of a unit.
#include "searchd/api/change_list.h"
#include "searchd/api/law_parameters.h"
#include "searchd/api/law_problems.h"
#include "searchd/api/unit_history.h"
#include "tests/api/law_office.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

json changes_of(const std::string& parameters) {
  const json answer = law_answer("/api/v1/changes?" + parameters);
  REQUIRE(answer["offices"].size() == 1);
  return answer["offices"][0];
}

// "moved 7, reworded 9": what there is of each kind.
std::string counts(const json& office) {
  std::string out;
  for (const char* kind : {"moved", "reworded", "renumbered", "came", "first_known", "went"})
    if (const unsigned count = office["counts"][kind]; count > 0)
      out += (out.empty() ? "" : ", ") + std::string(kind) + " " + std::to_string(count);
  return out;
}

std::string code_of(const json& change) {
  const json& side = change["after"].is_null() ? change["before"] : change["after"];
  return side["code"];
}

// "OR-III renamed; SG went": units that changed, each once.
std::string units(const json& office) {
  std::string out;
  for (const auto& chapter : office["units"])
    for (const auto& change : chapter["units"]) {
      const std::string one = code_of(change) + " " + change["what"].get<std::string>();
      if (out.find(one) == std::string::npos) out += (out.empty() ? "" : "; ") + one;
    }
  return out;
}

}  // namespace

TEST_CASE("between two days, and by one act") {
  struct Row {
    const char* parameters;
    const char* span;
    const char* counts;
    const char* units;
  };
  const Row rows[] = {
      {"from=2023-11-14&to=2023-11-15", "2023-11-14 2023-11-15", "reworded 1, came 19, first_known 93",
       "IT-ZP came; IT-ES first_known; IT-ES-I first_known; IT-ES-II first_known; IT-SG-III came; IT-SZ first_known; "
       "IT-SZ-I first_known; IT-SZ-II first_known; IT-ER first_known"},
      {"act=19/11/2023", "2023-11-14 2023-11-15", "reworded 1, came 19, first_known 93",
       "IT-ZP came; IT-ES first_known; IT-ES-I first_known; IT-ES-II first_known; IT-SG-III came; IT-SZ first_known; "
       "IT-SZ-I first_known; IT-SZ-II first_known; IT-ER first_known"},
      {"from=2024-01-01&to=2024-01-01", "2024-01-01 2024-01-01", "", ""},
      // one change of the naming sentence
      {"act=zarzadzenie-7-2021&office=przykladowa", "2020-12-31 2021-01-01", "reworded 3", ""},
      // an act of which a part took effect later: both days, and nothing of the act between
      {"act=31/2022&office=przykladowa", "2022-09-19 2023-01-01", "moved 7, reworded 9, came 6, went 7",
       "OR-III renamed; OR-V went; SG went; SG-I went; ZK renamed; EK came"},
  };
  for (const Row& row : rows) {
    INFO(row.parameters);
    const json office = changes_of(row.parameters);
    CHECK(office["from"].get<std::string>() + " " + office["to"].get<std::string>() == row.span);
    CHECK(counts(office) == row.counts);
    CHECK(units(office) == row.units);
  }
}

TEST_CASE("an act's changes are its own") {
  const json office = changes_of("act=48/2020&office=przykladowa");
  for (const auto& chapter : office["units"])
    for (const char* list : {"units", "tasks"})
      for (const auto& change : chapter[list]) {
        INFO(change.dump());
        CHECK(cited(change["by"]).find("48/2020") == 0);
      }
}

TEST_CASE("the past of the listings is that of the whole history, without its tasks") {
  const TinyIndex index(std::vector{office("lublin", {{"§ 1 pkt 1", "IT wydział", "poczty", "2022-01-01", "2023-01-01"},
                                                      {"§ 1 pkt 2", "IT wydział", "serwerów", "2023-01-01"},
                                                      {"§ 2 pkt 1", "OR wydział", "archiwum"}})});
  const auto whole = api::unit_histories(index.reader(), "", "it");
  const auto listed = api::listing_histories(index.reader(), "", "it");
  REQUIRE(whole.size() == 1);
  REQUIRE(listed.size() == 1);
  CHECK(listed[0].code == "IT");
  CHECK(listed[0].listings == whole[0].listings);
  CHECK(whole[0].days.back().tasks.size() == 2);
  for (const auto& day : listed[0].days) CHECK(day.tasks.empty());
  CHECK(api::listing_histories(index.reader(), "", "XX").empty());
}

TEST_CASE("the page takes each day in three fields") {
  const api::Scope scope{*law::parse_date("2026-11-24"), {"lublin"}, "lublin", {}};
  const auto read = [&](const api::Sent& sent) {
    const auto parsed = api::parse_changes_page(sent, scope);
    std::string out = law::to_string(parsed.query.query.from) + " " + law::to_string(parsed.query.query.to);
    for (const auto& fault : parsed.faults) out += " " + fault.field + ":" + fault.code;
    return out;
  };
  const api::Sent from = {{"from_d", "14"}, {"from_m", "11"}, {"from_y", "2023"}};
  const auto with = [&](api::Sent more) {
    more.insert(from.begin(), from.end());
    return read(more);
  };
  CHECK(with({}) == "2023-11-14 2026-11-24");
  CHECK(with({{"to_d", "15"}, {"to_m", "11"}, {"to_y", "2023"}}) == "2023-11-14 2023-11-15");
  CHECK(with({{"to_d", ""}, {"to_m", ""}, {"to_y", ""}}) == "2023-11-14 2026-11-24");
  CHECK(with({{"to_d", "31"}, {"to_m", "2"}, {"to_y", "2023"}}) == "2023-11-14 2026-11-24 to_d:not-a-date");
  CHECK(with({{"to", "2022-01-01"}}) == "2023-11-14 2022-01-01 from:days-reversed");
  CHECK(with({{"from", "2022-01-01"}}) == "2023-11-14 2026-11-24 from:repeated-parameter");
  CHECK(with({{"act", "19/11/2023"}}) == "2023-11-14 2026-11-24 act:act-or-days");
  CHECK(read({{"from_d", ""}, {"to_d", "1"}, {"to_m", "1"}, {"to_y", "2024"}}) == "2026-11-24 2024-01-01 from:missing");
  CHECK(read({{"from", "2023-01-01"}, {"to", "2023-01-02"}}) == "2023-01-01 2023-01-02");
}

TEST_CASE("wrong requests for changes") {
  CHECK(law_problem("/api/v1/changes") == "400 from:missing");
  CHECK(law_problem("/api/v1/changes?from=2024-01-01&x=") == "400 x:unknown-parameter");
  CHECK(law_problem("/api/v1/changes?from=2024-01-02&to=2024-01-01") == "400 from:days-reversed");
  CHECK(law_problem("/api/v1/changes?from=2024-01-02&act=1") == "400 act:act-or-days");
  CHECK(law_problem("/api/v1/changes?from=x&act=") == "400 from:not-a-date act:missing act:act-or-days");
  CHECK(law_problem("/api/v1/changes?act=19/11/2022") ==
        "404 act:unknown-act [zarzadzenie-19-11-2023, zarzadzenie-58-12-2021]");
}

TEST_CASE("offices are compared while somebody waits up to a bound, which the refusal names") {
  CHECK(api::is_comparable(api::kMostCompared));
  CHECK_FALSE(api::is_comparable(api::kMostCompared + 1));
  store::Manifest index;
  for (const char* id : {"a", "b"}) {
    index.offices.emplace_back();
    index.offices.back().id = id;
    index.offices.back().tasks = api::kMostCompared;
  }
  CHECK(api::is_comparable(index, "a"));
  CHECK_FALSE(api::is_comparable(index, ""));  // both together
  CHECK(api::too_many_tasks().status == 422);
  CHECK(api::too_many_tasks().detail.find(std::to_string(api::kMostCompared)) != std::string::npos);
}

TEST_CASE("the history of a unit") {
  struct Row {
    const char* target;
    const char* days;  // "day: unit changes / number of task changes"
    const char* before;
    const char* after;
  };
  const Row rows[] = {
      {"/api/v1/units/dp/history?office=przykladowa", "2019-03-01: first_known / 10\n2024-01-15: went / 10\n", "",
       "DG likely PR possible"},
      {"/api/v1/units/IC-I/history?office=przykladowa", "2020-07-01: came / 4\n", "OR-IV likely", ""},
      {"/api/v1/units/ZK/history?office=przykladowa", "2019-03-01: first_known / 7\n2022-09-20: renamed / 0\n", "", ""},
      {"/api/v1/units/IT-SG/history", "2023-11-15: / 2\n", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.target);
    const json history = law_answer(row.target)["histories"][0];
    std::string days, before, after;
    for (const auto& day : history["days"]) {
      days += day["on"].get<std::string>() + ":";
      for (const auto& change : day["units"]) days += " " + change["what"].get<std::string>();
      days += " / " + std::to_string(day["tasks"].size()) + "\n";
    }
    const auto other = [](const json& one, const char* side) {
      return one[side].get<std::string>() + " " + one["certainty"].get<std::string>();
    };
    for (const auto& one : history["predecessors"]) before += (before.empty() ? "" : " ") + other(one, "from");
    for (const auto& one : history["successors"]) after += (after.empty() ? "" : " ") + other(one, "to");
    CHECK(days == row.days);
    CHECK(before == row.before);
    CHECK(after == row.after);
  }
  const json listing = law_answer("/api/v1/units/DP/history?office=przykladowa")["histories"][0]["listings"][0];
  CHECK(cited(json::array({listing["ended_by"]})) == "5/2024 § 1 pkt 2 lit. c tiret 1");
  CHECK(law_problem("/api/v1/units/IT-EX/history") == "404 code:unknown-unit [IT-ER, IT-ES, IT-SS, IT-SZ, IT-TB]");
}
