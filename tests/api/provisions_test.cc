// Provisions with every wording, acts with every operation.
#include "tests/api/law_office.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

json provision(const std::string& parameters) {
  const json answer = law_answer("/api/v1/provisions?" + parameters);
  REQUIRE(answer["provisions"].size() == 1);
  return answer["provisions"][0];
}

// "id made_by … ended_by …", a line a version.
std::string versions(const json& provision) {
  std::string out;
  for (const auto& one : provision["versions"])
    out += one["id"].get<std::string>() + " by " + cited(json::array({one["made_by"]})) + " until " +
           (one["ended_by"].is_null() ? "-" : cited(json::array({one["ended_by"]}))) + "\n";
  return out;
}

// "kept words / -removed / +added"
std::string words(const json& pieces) {
  std::string out;
  for (const auto& piece : pieces) {
    const std::string what = piece["what"];
    out += (out.empty() ? "" : " ") +
           std::string(what == "kept"    ? ""
                       : what == "added" ? "+"
                                         : "-") +
           "[" + piece["text"].get<std::string>() + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("a citation in any spelling") {
  for (const char* spelling : {"§ 12 pkt 2", "par. 12 pkt 2", "§12 PKT 2", "w § 12 w pkt 2", "§12/2", "12/2", "12.2"}) {
    INFO(spelling);
    CHECK(provision("citation=" + std::string(spelling))["citation"] == "§ 12 pkt 2");
  }
  for (const char* spelling : {"§16/1/8", "§ 16.1.8", "16.1.8", "§ 16 ust.1 p. 8"}) {
    INFO(spelling);
    CHECK(provision("citation=" + std::string(spelling))["citation"] == "§ 16 ust. 1 pkt 8");
  }
  // of the readings of the short form, none of which is known, the likeliest is told
  CHECK(law_problem("/api/v1/provisions?citation=§16/99").starts_with("404 citation:unknown-citation [§ 16 ust. "));
}

TEST_CASE("every wording with who gave and ended it, and what was done to the words") {
  const json one = provision("citation=§ 12 pkt 2");
  CHECK(versions(one) ==
        "lublin-par12-pkt2-20220101 by 58/12/2021 § 1 pkt 4 until 19/11/2023 § 1 pkt 3\n"
        "lublin-par12-pkt2-20231115 by 19/11/2023 § 1 pkt 3 until -\n");
  CHECK(one["versions"][0]["words"].is_null());
  CHECK(
      words(one["versions"][1]["words"]) ==
      "[związane z bezpośrednim nadzorem nad realizacją zadań wykonywanych przez] -[stanowisko] +[stanowiska] [pracy i "
      "referaty, o których mowa w] -[§13-16;] +[§ 13-16;]");
  CHECK(one["unknown"][0]["how"] == "replaced");
  CHECK(one["operations"].size() == 2);
  CHECK(one["tasks"].size() == 2);
  CHECK(words(provision("citation=§ 13 ust. 1 pkt 6&office=przykladowa")["versions"][1]["words"]) ==
        "[poboru opłaty skarbowej, opłaty] +[reklamowej, opłaty] [targowej i opłaty miejscowej;]");
}

TEST_CASE("what stands below on the day") {
  CHECK(provision("citation=§ 16&as_of=2023-11-15")["below"].size() == 49);
  CHECK(provision("citation=§ 16&as_of=2023-11-14")["below"].empty());
}

TEST_CASE("known only by what acts did to it") {
  // its words are in no act read, and what was to change them could not be applied
  const json not_applied = provision("citation=§ 10 ust. 1");
  CHECK(not_applied["versions"].empty());
  CHECK(not_applied["operations"].size() == 2);
  CHECK(not_applied["operations"][0]["applied"] == false);
  CHECK(provision("citation=§ 22f")["unknown"][0]["how"] == "repealed");
}

TEST_CASE("two documents of an office with one citation") {
  const json answer = law_answer("/api/v1/provisions?citation=§ 2&office=przykladowa");
  REQUIRE(answer["provisions"].size() == 2);
  CHECK(answer["provisions"][0]["document"]["annex"].is_null());
  CHECK(answer["provisions"][0]["versions"].size() == 2);  // 5/2024 § 1 pkt 1 is on the ordinance itself
  CHECK(answer["provisions"][1]["document"]["annex"] == "załącznik");
  CHECK(answer["provisions"][1]["versions"].size() == 1);
}

TEST_CASE("renumbered") {
  const json one = provision("citation=§ 18 ust. 1 pkt 12&office=przykladowa")["renumbered"][0];
  CHECK(one["from"] == "§ 18 pkt 12");
  CHECK(one["on"] == "2020-07-01");
  CHECK(cited(json::array({one["by"]})) == "48/2020 § 1 pkt 10");
  CHECK(provision("citation=§ 18 pkt 12&office=przykladowa")["renumbered"][0]["to"] == "§ 18 ust. 1 pkt 12");
}

TEST_CASE("every version of the corpus has its own address") {
  unsigned count = 0;
  for (const char* office : {"lublin", "przykladowa"})
    for (const char* citation : {"§ 3", "§ 12", "§ 14", "§ 16", "§ 22b", "§ 27"}) {
      const auto response =
          ask_law("/api/v1/provisions?as_of=2024-06-01&office=" + std::string(office) + "&citation=" + citation);
      if (response.status != 200) continue;
      const json answer = json::parse(response.body);
      for (const auto& found : answer["provisions"])
        for (const auto& below : found["below"]) {
          const std::string id = below["id"];
          const json version = law_answer("/api/v1/provisions/" + id);
          CHECK(version["version"]["id"] == id);
          CHECK(version["version"]["text"] == below["text"]);
          CHECK(version["provision"]["citation"] == below["citation"]);
          ++count;
        }
    }
  CHECK(count > 100);
}

TEST_CASE("a version that is law no longer shows its own last day") {
  CHECK(law_answer("/api/v1/provisions/lublin-par12-pkt2-20220101")["provision"]["as_of"] == "2023-11-14");
  CHECK(law_answer("/api/v1/provisions/lublin-par12-pkt2-20231115")["provision"]["as_of"] == "2026-11-24");
}

TEST_CASE("provisions nobody knows") {
  CHECK(law_problem("/api/v1/provisions?citation=§ 12 ust. 2") ==
        "404 citation:unknown-citation [§ 12 pkt 2, § 12 pkt 1, § 13 pkt 1, § 13 pkt 8, § 13a pkt 1]");
  CHECK(law_problem("/api/v1/provisions/lublin-par12-pkt2-20220102") == "404 id:unknown-provision");
  // Was a bug: a task that was given to another unit has an id of its own, and stands in the wording it had before.
  CHECK(law_answer("/api/v1/provisions/przykladowa-par20-pkt6-20220920")["version"]["id"] ==
        "przykladowa-par20-pkt6-20190301");
  CHECK(law_problem("/api/v1/provisions?citation=abc&as_of=x") == "400 citation:not-a-citation as_of:not-a-date");
  CHECK(law_problem("/api/v1/provisions") == "400 citation:missing");
  CHECK(law_problem("/api/v1/provisions/x?office=lublin") == "400 office:unknown-parameter");
}

TEST_CASE("acts, and what came of what they command") {
  const json answer = law_answer("/api/v1/acts?office=przykladowa");
  std::string ids;
  for (const auto& act : answer["acts"]) ids += act["id"].get<std::string>() + " " + act["operations"].dump() + "\n";
  CHECK(ids ==
        "zarzadzenie-12-2019 {\"all\":0,\"not_applied\":0}\nzarzadzenie-48-2020 {\"all\":27,\"not_applied\":1}\n"
        "zarzadzenie-7-2021 {\"all\":1,\"not_applied\":0}\nzarzadzenie-31-2022 {\"all\":29,\"not_applied\":1}\n"
        "zarzadzenie-5-2024 {\"all\":29,\"not_applied\":1}\n");
  for (const char* name : {"zarzadzenie-19-11-2023", "19%2F11%2F2023"}) {
    const json act = law_answer("/api/v1/acts/" + std::string(name));
    CHECK(act["act"]["number"] == "19/11/2023");
    CHECK(act["act"]["amends"]["number"] == "56/12/2018");
    CHECK(act["operations"].size() == 22);
    CHECK(act["operations"][0]["targets"] == json::array({"§ 3 ust. 1 pkt 1a"}));
    CHECK(act["operations"][2]["note"] == "the text of § 3 ust. 3 pkt 1 lit. c is not known");
  }
  CHECK(law_problem("/api/v1/acts/zarzadzenie-19-11-2022") ==
        "404 act:unknown-act [zarzadzenie-19-11-2023, zarzadzenie-58-12-2021]");
  CHECK(law_problem("/api/v1/acts/77?office=przykladowa&x=") == "400 x:unknown-parameter");
}

TEST_CASE("an answer is kept by its tag, and says how fresh it is") {
  for (const char* target : {"/api/v1/acts", "/api/v1/acts/zarzadzenie-19-11-2023", "/api/v1/provisions?citation=§ 16",
                             "/api/v1/provisions/lublin-par12-pkt2-20231115", "/api/v1/changes?act=19/11/2023",
                             "/api/v1/units/IT-ES/history", "/api/v1/resolve?mark=IT-ES"}) {
    INFO(target);
    const front::Response first = ask_law(target);
    REQUIRE(first.status == 200);
    const json body = json::parse(first.body);
    CHECK(body["freshness"]["last_act"] == "19/11/2023");
    CHECK_FALSE(body["index"].get<std::string>().empty());
    std::string tag;
    for (const auto& [name, value] : first.headers)
      if (name == "ETag") tag = value;
    REQUIRE_FALSE(tag.empty());
    CHECK(ask_law(target, tag).status == 304);
    CHECK(ask_law(target, "\"other\"").status == 200);
  }
}
