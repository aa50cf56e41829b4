// Answers → JSON, byte for byte: names and their order are the contract's.
#include "searchd/api/json.h"

#include "tests/api/samples.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;

TEST_CASE("who") {
  const searchd::WhoQuery query{"pocztą \"<\"", day("2024-06-01"), "lublin", "", 5, 3};
  CHECK(
      api::to_json(query, answered()).text() ==
      R"({"query":{"q":"pocztą \"<\"","as_of":"2024-06-01","office":"lublin","unit":null,"exact":null,"without":null,"group":null,"limit":5,"offset":0},"status":"answered",)"
      R"("answers":[{"holder":{"office":"lublin","code":"IT-ES","name":"referat ds. systemów internetowych",)"
      R"("kind":"referat","position":"§ 16 ust. 1","parents":[{"code":"IT","name":"Wydział Informatyki",)"
      R"("kind":"wydział"}],"valid":{"from":"2023-11-15","to":null},"inferred":false,"unnamed":null},"score":0.93,)"
      R"("tasks":[{"id":"lublin/par16-ust1-pkt8/2023-11-15","citation":"§ 16 ust. 1 pkt 8",)"
      R"("text":"administrowania systemem poczty elektronicznej","context":null,"post":null,"role":"owner",)"
      R"("matched":[[25,31]],"valid":{"from":"2023-11-15","to":null},"upcoming":null,"act":{"number":"19/11/2023",)"
      R"("date":"2023-11-13","in_force":"2023-11-15","place":"§ 1 pkt 6"},"score":12.7}]}],"related":[{"holder":)"
      R"({"office":"lublin","code":null,"name":null,"kind":null,"position":"§ 25 ust. 3","parents":[],"valid":null,)"
      R"("inferred":false,"unnamed":"nagłówek listy nie jest znany"},"score":0.2,"tasks":[{)"
      R"("id":"lublin/par25-ust3-pkt1/2022-01-01","citation":"§ 25 ust. 3 pkt 1 lit. a","text":"żądania wydruku",)"
      R"("context":"obsługi:","post":"kierownik","role":"cooperates","matched":[[0,7]],"valid":{"from":"2022-01-01",)"
      R"("to":"2023-11-15"},"upcoming":{"from":"2023-11-15","act":"19/11/2023","ends":true},"act":{)"
      R"("number":"19/11/2023","date":"2023-11-13","in_force":"2023-11-15","place":"§ 1 pkt 6"},"score":12.7}]}],)"
      R"("former":[],)"
      R"("did_you_mean":"poczta","understood":[{"word":"pocztą","as":["poczta"],"also":["e-mail"],"corrected":false},{"word":"xyzzy",)"
      R"("as":[],"also":[],"corrected":false}],"freshness":{"law_state_as_of":"2023-11-15","last_act":"19/11/2023","not_applied":33},)"
      R"("index":"abc","total":0,"next":null,"across":null})");
}

TEST_CASE("a former unit: until when, who took over, what it had") {
  searchd::Answer answer;
  searchd::FormerHolder former{mail_hit().holder, day("2024-07-01"), {}, {mail_hit()}};
  former.successors.push_back({{"IT-ER", "", law::UnitKind::inne}, law::Certainty::likely, 4, 5});
  answer.former = {former};
  const api::Json json = api::Json(api::to_json(api::WhoQuery{}, answer))["former"][0];
  CHECK(json["holder"]["code"] == "IT-ES");
  CHECK(json["ended"] == "2024-07-01");
  CHECK(json["successors"].dump() ==
        R"([{"code":"IT-ER","name":null,"kind":"inne","certainty":"likely","tasks":4,"of":5}])");
  CHECK(json["tasks"][0]["citation"] == "§ 16 ust. 1 pkt 8");
}

TEST_CASE("an inferred unit says why") {
  auto answer = answered();
  answer.answers[0].holder.unit_reason = "ust. 5 należy do IT-SG-III";
  const api::Json json = api::to_json(searchd::WhoQuery{"a", day("2024-06-01"), "", "IT", 5, 3}, answer);
  CHECK(json["answers"][0]["holder"]["inferred"] == "ust. 5 należy do IT-SG-III");
  CHECK(json["answers"][0]["holder"]["unnamed"] == nullptr);
  CHECK(
      json["query"].dump() ==
      R"({"q":"a","as_of":"2024-06-01","office":null,"unit":"IT","exact":null,"without":null,"group":null,"limit":5,"offset":0})");
}

TEST_CASE("statuses have the names of the contract") {
  using searchd::Status;
  CHECK(api::to_string(Status::answered) == "answered");
  CHECK(api::to_string(Status::ambiguous) == "ambiguous");
  CHECK(api::to_string(Status::no_answer) == "no_answer");
  CHECK(api::to_string(Status::out_of_coverage) == "out_of_coverage");
}

TEST_CASE("tasks") {
  searchd::TasksAnswer answer;
  answer.total = 41;
  answer.tasks = {mail_hit()};
  answer.by_unit = {{"IT-ES", 41}};
  answer.by_role = {{"owner", 40}, {"cooperates", 1}};
  answer.index = "abc";
  const api::Json json =
      api::to_json(searchd::TasksQuery{"", day("2024-06-01"), "lublin", "", law::Role::owner, 1, 0}, answer);
  CHECK(json["query"].dump() ==
        R"({"q":null,"as_of":"2024-06-01","office":"lublin","unit":null,"role":"owner","limit":1,"offset":0})");
  CHECK(json["total"] == 41);
  CHECK(json["tasks"][0]["holder"]["code"] == "IT-ES");
  CHECK(json["tasks"][0]["citation"] == "§ 16 ust. 1 pkt 8");
  CHECK(json["facets"].dump() == R"({"unit":[{"value":"IT-ES","count":41}],)"
                                 R"("role":[{"value":"owner","count":40},{"value":"cooperates","count":1}]})");
  CHECK(json["freshness"].dump() == R"({"law_state_as_of":null,"last_act":null,"not_applied":0})");
}

TEST_CASE("units and a unit") {
  law::Unit es;
  es.id = "lublin/IT-ES";
  es.code = "IT-ES";
  es.name = "referat";
  es.kind = law::UnitKind::referat;
  es.parent = "IT";
  es.validity = {day("2023-11-15"), std::nullopt};
  es.act = "19/11/2023";
  es.listed_at = "§ 3 ust. 1 pkt 4";
  law::Unit head = es;
  head.kind = law::UnitKind::kierownik;
  head.parent = "IT-ES";
  head.inferred = "bo";

  const std::string es_json =
      R"("id":"lublin/IT-ES","office":"lublin","code":"IT-ES","name":"referat","kind":"referat","parent":"IT",)"
      R"("valid":{"from":"2023-11-15","to":null},"act":"19/11/2023","listed_at":"§ 3 ust. 1 pkt 4","inferred":false)";
  const std::string head_json =
      R"({"id":"lublin/IT-ES","office":"lublin","code":"IT-ES","name":"referat","kind":"kierownik","parent":"IT-ES",)"
      R"("valid":{"from":"2023-11-15","to":null},"act":"19/11/2023","listed_at":"§ 3 ust. 1 pkt 4","inferred":"bo"})";
  const api::Basis basis{{day("2023-11-15"), "19/11/2023", 0}, day("2022-01-01"), "abc"};
  const std::string ending =
      R"("freshness":{"law_state_as_of":"2023-11-15","last_act":"19/11/2023","not_applied":0},"index":"abc"})";
  const api::UnitsQuery query{"it-es", day("2024-06-01"), "lublin"};

  CHECK(api::to_json(query, api::Structure{{{"lublin", es, {head}, {}}}, basis}).text() ==
        R"({"query":{"as_of":"2024-06-01","office":"lublin"},"covered_from":"2022-01-01","units":[{)" + es_json +
            R"(,"posts":[)" + head_json + R"(],"children":[]}],)" + ending);
  const api::Json json = api::to_json(query, api::UnitDetail{"lublin", es, {}, {head}, {es}, {mail_hit()}, basis});
  CHECK(json["query"].dump() == R"({"as_of":"2024-06-01","office":"lublin","code":"IT-ES"})");
  CHECK(json["unit"].dump() == "{" + es_json + "}");
  CHECK(json["posts"].dump() == "[" + head_json + "]");
  CHECK(json["children"][0].dump() == "{" + es_json + "}");
  CHECK(json["tasks"][0]["citation"] == "§ 16 ust. 1 pkt 8");
  CHECK_FALSE(json["tasks"][0].contains("matched"));
  CHECK_FALSE(json["tasks"][0].contains("score"));
}
