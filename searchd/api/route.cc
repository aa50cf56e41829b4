#include "searchd/api/route.h"

#include "indexer/law/error.h"
#include "indexer/store/reader.h"
#include "searchd/api/json_answer.h"
#include "searchd/api/letter_body.h"
#include "searchd/api/problems.h"
#include "searchd/front/head.h"
#include "searchd/front/line_answers.h"

namespace kto::api {
namespace {

using front::Request;
using front::Response;

constexpr char kJson[] = "application/json", kLines[] = "application/x-ndjson";

// A letter is kept by nobody on the way.
void forbid_keeping(Response& response) {
  response.headers.emplace_back("Cache-Control", "no-store");
}

std::string media_type(const Request& request) {
  const auto value = request.header("content-type");
  auto type = front::lower_case(value.substr(0, value.find(';')));
  type.erase(type.find_last_not_of(" \t") + 1);
  return type;
}

std::string routed(const Service& service, const store::Reader& index, const searchd::LetterQuery& letter) {
  const auto routing = searchd::route(index, letter);
  service.answered(routing.answer.status);
  return text_of(to_json(letter, routing));
}

Response unsupported_type() {
  front::Problem problem = front::plain_problem(415);
  problem.detail =
      "Wyślij jedno pismo jako application/json albo wiele, po jednym w wierszu, jako application/x-ndjson.";
  return to_response(problem);
}

// A letter that names no office is of `office`.
Parsed<searchd::LetterQuery> parsed_letter(const Service& service, const store::Reader& index, std::string_view letter,
                                           const std::string& office) {
  Scope place = scope(index, service.clock, {});
  place.default_office = office;
  return parse_letter(letter, place);
}

// The answer to one letter, as JSON or as a problem.
Response answer(const Service& service, std::string_view letter, const std::string& office) {
  const auto index = service.reader();
  const auto parsed = parsed_letter(service, *index, letter, office);
  if (!parsed.faults.empty()) return to_response(invalid_letter(parsed.faults));
  return {200, "application/json; charset=utf-8", routed(service, *index, parsed.query), {}};
}

std::string answer_line(const Service& service, const front::BodyLines::Line& line, const std::string& office) {
  const auto index = service.reader();
  const auto parsed = parsed_letter(service, *index, line.text, office);
  if (parsed.faults.empty()) return routed(service, *index, parsed.query);
  front::Problem problem = invalid_letter(parsed.faults);
  problem.line = line.number;
  return to_response(problem).body;
}

Response stream(const Service& service, const Request& request, const std::string& office) {
  Response response{200, kLines, "", {}};
  response.rest = front::line_answers(request.lines, [service, office](const front::BodyLines::Line& line) {
    try {
      return answer_line(service, line, office);
    } catch (const law::Error&) {
      front::Problem problem = front::plain_problem(503);
      problem.line = line.number;
      return to_response(problem).body;
    }
  });
  return response;
}

Response route(const Service& service, const Request& request) {
  const auto place = parse_letter_address(request.parameters, scope(*service.reader(), service.clock, {}));
  Response response = !place.faults.empty()          ? to_response(invalid_parameters(place.faults))
                      : request.lines                ? stream(service, request, place.query)
                      : media_type(request) == kJson ? answer(service, request.body, place.query)
                                                     : unsupported_type();
  if (response.status == 415) response.headers.emplace_back("Accept-Post", std::string(kJson) + ", " + kLines);
  forbid_keeping(response);
  return response;
}

Json span_of(const searchd::SpokenSentence& sentence) {
  return sentence.span ? Json{sentence.span->first, sentence.span->second} : Json(nullptr);
}

Json evidence_of(const searchd::Routing& routing) {
  Json evidence = Json::array();
  for (const auto& one : routing.evidence) {
    Json sentences = Json::array();
    for (const auto& sentence : one.sentences)
      sentences.push_back({{"text", sentence.text}, {"span", span_of(sentence)}, {"weight", rounded(sentence.weight)}});
    Json spoken_for = {{"holder", one.holder.unit ? Json(one.holder.unit->code) : Json(nullptr)},
                       {"position", one.holder.position},
                       {"sentences", sentences}};
    if (!one.group.empty()) spoken_for["group"] = one.group;
    evidence.push_back(std::move(spoken_for));
  }
  return evidence;
}

}  // namespace

Json to_json(const searchd::LetterQuery& query, const searchd::Routing& routing) {
  WhoQuery who;
  who.as_of = query.as_of;
  who.office = query.office;
  Json json = to_json(who, routing.answer);
  json["query"]["q"] = nullptr;  // the letter is the question
  for (const char* name : {"exact", "without", "group", "limit", "offset"}) json["query"].erase(name);
  for (const char* name : {"total", "next"}) json.erase(name);
  if (!routing.answer.across) json.erase("across");
  json["evidence"] = evidence_of(routing);
  json["slip"] = routing.slip;
  return json;
}

void add_letter_route(front::Router& router, const Service& service) {
  router.post(
      "/api/v1/route", [service](const Request& request) { return route(service, request); },
      {LetterBounds::kBody, LetterBounds::kBody}, kLines);
}

}  // namespace kto::api
