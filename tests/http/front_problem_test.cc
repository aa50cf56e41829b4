#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searchd/front/problem.h"
#include "searchd/front/wire.h"
#include "tests/support/catch.h"

using namespace kto::front;

TEST_CASE("every status the front answers has a Polish title and detail") {
  for (const int status : {400, 404, 405, 408, 411, 413, 414, 415, 417, 431, 500, 501, 503, 505}) {
    CAPTURE(status);
    const auto problem = plain_problem(status);
    CHECK(problem.status == status);
    CHECK_FALSE(problem.title.empty());
    CHECK(problem.detail.back() == '.');
    CHECK(std::string(reason_phrase(status)) != "Unknown");
  }
}

TEST_CASE("a problem document holds every fault") {
  const Problem problem{
      400,
      "Nieprawidłowe parametry",
      "Dwa parametry są błędne.",
      {{"as_of", "not-a-date", "To nie jest data."}, {"limit", "not-a-number", "To nie jest liczba."}}};
  const auto response = to_response(problem);
  CHECK(response.status == 400);
  CHECK(response.content_type == "application/problem+json");
  CHECK(response.body ==
        R"({"type":"about:blank","title":"Nieprawidłowe parametry","status":400,"detail":"Dwa parametry są błędne.",)"
        R"("errors":[{"field":"as_of","code":"not-a-date","message":"To nie jest data."},)"
        R"({"field":"limit","code":"not-a-number","message":"To nie jest liczba."}]})"
        "\n");
}

TEST_CASE("a problem without a title takes that of its status") {
  const auto json = nlohmann::json::parse(to_response({404, "", "Nie ma takiej komórki.", {}}).body);
  CHECK(json["title"] == "Nie znaleziono");
  CHECK(json["detail"] == "Nie ma takiej komórki.");
  CHECK(json["errors"].empty());
}

TEST_CASE("invalid UTF-8 never reaches an answer") {
  const auto response = to_response({400, "", "\xff\xfe", {{"q", "c", "\xc5"}}});
  CHECK(nlohmann::json::parse(response.body)["detail"] == "\uFFFD\uFFFD");
}

TEST_CASE("overload says when to come back") {
  using Headers = std::vector<std::pair<std::string, std::string>>;
  CHECK(to_response(plain_problem(503)).headers == Headers{{"Retry-After", "1"}});
  CHECK(to_response(plain_problem(500)).headers.empty());
}

TEST_CASE("a refusal is a whole answer that closes") {
  const auto text = refusal(405);
  CHECK(text.rfind("HTTP/1.1 405 Method Not Allowed\r\n", 0) == 0);
  CHECK(text.find("\r\nAllow: GET, HEAD, OPTIONS, POST\r\n") != std::string::npos);
  CHECK(text.find("\r\nConnection: close\r\n") != std::string::npos);
  CHECK(text.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
  const auto without_body = refusal(405, false);
  CHECK(without_body.substr(without_body.size() - 4) == "\r\n\r\n");
  CHECK(text.rfind(without_body.substr(without_body.find("Connection")), std::string::npos) != std::string::npos);
}
