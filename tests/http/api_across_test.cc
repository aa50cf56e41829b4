// The daemon over a country: more offices than are gone through for one question.
#include <map>
#include <set>
#include <string>

#include "tests/http/api_daemon.h"
#include "tests/search/country.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

const ApiDaemon& country_daemon() {
  static const ApiDaemon daemon(country_index().folder());
  return daemon;
}

std::string about(const std::string& q) {
  return "q=" + encoded(q) + "&as_of=2024-06-01";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without an office all are asked, page after page") {
  const std::string who = "/api/v1/who?" + about("rejestracja pojazdów");
  const json first = country_daemon().ask_json(who + "&limit=1");
  CHECK(first["total"] == 2);
  CHECK(first["next"] == 1);
  CHECK(first["across"]["groups"].size() == 1);
  CHECK(first["answers"].size() == 1);
  const json second = country_daemon().ask_json(who + "&limit=1&offset=1");
  CHECK(second["next"] == nullptr);
  CHECK(second["across"]["groups"][0]["label"] == "Biuro Obsługi");
  std::set<std::string> offices;
  json next = 0;
  while (!next.is_null()) {
    const json page =
        country_daemon().ask_json(who + "&group=komunikacja&limit=20&offset=" + std::to_string(next.get<unsigned>()));
    for (const json& one : page["across"]["groups"][0]["holders"]) offices.insert(one["office"].get<std::string>());
    CHECK(page["answers"].size() == page["across"]["groups"][0]["holders"].size());
    next = page["next"];
  }
  CHECK(offices.size() == 45);
}

TEST_CASE("a group is of the answer, and not of one office") {
  const auto unknown = country_daemon().ask("/api/v1/who?group=muzea&" + about("psy"));
  CHECK(unknown.status == 404);
  CHECK(json::parse(unknown.body)["errors"][0]["code"] == "unknown-group");
  const auto of_office = country_daemon().ask("/api/v1/who?group=straz&office=o01&" + about("psy"));
  CHECK(of_office.status == 400);
  CHECK(json::parse(of_office.body)["errors"][0]["code"] == "group-of-office");
  CHECK(country_daemon().ask("/?group=muzea&" + about("psy")).status == 404);
}

TEST_CASE("what is of one office says that it needs one") {
  for (const char* target : {"/api/v1/units", "/api/v1/units/KM", "/api/v1/acts", "/api/v1/acts/x", "/api/v1/tasks",
                             "/api/v1/provisions?citation=%C2%A7%205", "/api/v1/changes?from=2023-01-01",
                             "/api/v1/units/KM/history", "/api/v1/resolve?mark=KM"}) {
    CAPTURE(target);
    const auto answer = country_daemon().ask(target);
    CHECK(answer.status == 422);
    const json problem = json::parse(answer.body);
    CHECK(problem["type"] == "urn:problem-type:kto:office-needed");
    CHECK(holds(problem["detail"], "/api/v1/offices?q="));
    const std::string of_office = std::string(target) + (holds(target, "?") ? "&" : "?") + "office=o01";
    CHECK(country_daemon().ask(of_office).status != 422);
  }
  const auto unit = country_daemon().ask("/api/v1/who?unit=KM&" + about("psy"));
  CHECK(unit.status == 400);
  CHECK(json::parse(unit.body)["errors"][0]["code"] == "office-needed");
  CHECK(country_daemon().ask_json("/api/v1/suggest?q=pojaz")["suggestions"].empty());
}

TEST_CASE("tasks of all offices are wordings, each once") {
  const json answer = country_daemon().ask_json("/api/v1/tasks?" + about("rejestracja pojazdów"));
  CHECK(answer["tasks"][0]["offices"] == 36);
  CHECK(answer["tasks"].size() == answer["total"]);
}

TEST_CASE("the address of letters may name their office, for whoever passes them on unread") {
  const auto post = [](const std::string& parameters, const std::string& body, const std::string& type) {
    return country_daemon().post("/api/v1/route?" + parameters, body, type).body;
  };
  const std::string none = R"({"text":"Proszę o psa"})", own = R"({"text":"Proszę o psa","office":"o02"})";
  CHECK(json::parse(post("office=o01", none, "application/json"))["query"]["office"] == "o01");
  CHECK(json::parse(post("office=o01", own, "application/json"))["query"]["office"] == "o02");
  const std::string lines = post("office=o01", none + "\n" + own + "\n", "application/x-ndjson");
  const std::size_t end = lines.find('\n');
  CHECK(json::parse(lines.substr(0, end))["query"]["office"] == "o01");
  CHECK(json::parse(lines.substr(end + 1))["query"]["office"] == "o02");
  const json faults = json::parse(post("office=krakow&text=a", none, "application/json"))["errors"];
  REQUIRE(faults.size() == 2);
  CHECK(faults[0]["code"] == "unknown-office");
  CHECK(faults[1]["code"] == "unknown-parameter");
}

TEST_CASE("the form of a letter to one office is sent to an address that names it") {
  const auto form = country_daemon().ask("/korespondencja?office=o01");
  CHECK(form.body.find("action=\"/korespondencja?office=o01\"") != std::string::npos);
  CHECK(country_daemon().ask("/korespondencja").body.find("action=\"/korespondencja\"") != std::string::npos);
  const auto page = country_daemon().post("/korespondencja?office=o01", "text=rejestracja+pojazdu",
                                          "application/x-www-form-urlencoded");
  CHECK(page.status == 200);
  CHECK(page.body.find("name=\"office\" value=\"o01\"") != std::string::npos);
}

TEST_CASE("a letter to all offices is answered by kinds of units, sentence by sentence") {
  const auto route = [](const std::string& text) {
    const json letter{{"text", text}, {"as_of", "2024-06-01"}};
    return json::parse(country_daemon().post("/api/v1/route", letter.dump(), "application/json").body);
  };
  const json one = route("Proszę o odłowienie bezdomnych psów.");
  REQUIRE(one["status"] == "answered");
  CHECK(one["across"]["groups"][0]["label"] == "Straż Gminna");
  CHECK(holds(one["slip"], "Urzędy, które mają taką komórkę: 42\n"));
  CHECK(holds(one["slip"], "Powód: w piśmie czytamy „Proszę o odłowienie bezdomnych psów.”\n"));
  REQUIRE(one["evidence"].size() == 1);
  CHECK(one["evidence"][0]["group"] == "straż");

  const json two = route("Proszę o odłowienie bezdomnych psów. Proszę też o wydanie prawa jazdy.");
  REQUIRE(two["status"] == "answered");
  REQUIRE(two["across"]["groups"].size() == 2);
  CHECK(two["answers"].size() == 2);
  std::map<std::string, std::string> said;
  for (const json& evidence : two["evidence"]) said[evidence["group"]] = evidence["sentences"][0]["text"];
  CHECK(said == std::map<std::string, std::string>{{"straż", "Proszę o odłowienie bezdomnych psów."},
                                                   {"komunikacja", "Proszę też o wydanie prawa jazdy."}});
  CHECK(holds(two["slip"], "Pismo zawiera sprawy różnych komórek."));
  for (const json& group : two["across"]["groups"])
    for (const json& wording : group["wordings"]) CHECK(wording["wording"] < two["across"]["wordings"].size());

  const json none = route("Proszę o zdalne sterowanie satelitą.");
  CHECK(none["status"] == "no_answer");
  CHECK(none["across"]["groups"].empty());
  CHECK(none["evidence"].empty());
}

TEST_CASE("the page shows kinds of units and leads to each office") {
  const auto page = country_daemon().ask("/?" + about("rejestracja pojazdów")).body;
  CHECK(holds(page, "<span class=\"name\">Wydział Komunikacji</span> <span class=\"span\">45 urzędów</span>"));
  CHECK(holds(page, "także: referat komunikacji"));
  CHECK(holds(page, "/?q=rejestracja%20pojazd%C3%B3w&amp;as_of=2024-06-01&amp;office=o"));
  CHECK(holds(page, "&amp;group=komunikacja&amp;limit=50\">45 komórek"));
  const auto group =
      country_daemon().ask("/?group=komunikacja&limit=20&offset=20&" + about("rejestracja pojazdów")).body;
  CHECK(holds(group, ">Poprzednie</a>"));
  CHECK(holds(group, ">Następne</a>"));
  CHECK(holds(group, ">Wszystkie rodzaje komórek</a>"));
  for (const char* path : {"/akty", "/zmiany", "/akty/x", "/przepisy?citation=%C2%A7%205"}) {
    CAPTURE(path);
    const auto answer = country_daemon().ask(path);
    CHECK(answer.status == 303);
    CHECK(holds(answer.header("location"), "/jednostki?"));
  }
  CHECK(country_daemon().ask("/jednostki/KM").status == 422);
}
