// Letters as they are sent: bounds are those of /openapi.json, and forms are read like JSON.
#include "searchd/api/letter_body.h"

#include <nlohmann/json.hpp>

#include "searchd/pages/web_files.h"
#include "tests/support/catch.h"

using namespace kto;
using api::LetterBounds;
using nlohmann::json;

namespace {

const api::Scope kScope{*law::parse_date("2024-06-01"), {"lublin", "gmina"}, "lublin", {}};

template <class Parsed>
std::string faults(const Parsed& parsed) {
  std::string out;
  for (const auto& fault : parsed.faults) out += (out.empty() ? "" : " ") + fault.field + ":" + fault.code;
  return out;
}

}  // namespace

TEST_CASE("bounds of a letter are the program's") {
  const auto doc = json::parse(pages::web_file("openapi.json").bytes);
  const auto& letter = doc["components"]["schemas"]["Letter"];
  CHECK(letter["properties"]["subject"]["maxLength"] == LetterBounds::kSubject);
  CHECK(letter["properties"]["text"]["maxLength"] == LetterBounds::kText);
  const std::string words = letter["description"], route = doc["paths"]["/api/v1/route"]["post"]["description"];
  CHECK(words.find("Najwyżej " + std::to_string(LetterBounds::kMembers) + " pól") != std::string::npos);
  CHECK(words.find("najwyżej " + std::to_string(LetterBounds::kDepth) + " poziomów") != std::string::npos);
  CHECK(route.find("najwyżej " + std::to_string(LetterBounds::kBody) + " bajty") != std::string::npos);
}

TEST_CASE("a letter is read whole") {
  const auto parsed =
      api::parse_letter(R"({"subject":"a","text":"b\n\u017c","as_of":"2023-11-15","office":"gmina"})", kScope);
  CHECK(faults(parsed).empty());
  CHECK(parsed.query == searchd::LetterQuery{"a", "b\nż", *law::parse_date("2023-11-15"), "gmina"});
  const auto least = api::parse_letter(R"({"text":"b"})", kScope);
  CHECK(least.query == searchd::LetterQuery{"", "b", kScope.today, "lublin"});
}

TEST_CASE("a form is read with the day in three fields") {
  const auto parsed = api::parse_letter_form(
      {{"subject", "a"}, {"text", "b"}, {"d", "15"}, {"m", "11"}, {"y", "2023"}, {"office", ""}}, kScope);
  CHECK(faults(parsed).empty());
  CHECK(parsed.query.query == searchd::LetterQuery{"a", "b", *law::parse_date("2023-11-15"), ""});
  CHECK(api::parse_letter_form({{"text", " \r\n"}}, kScope).query.empty);
  CHECK(faults(api::parse_letter_form({{"text", "a"}, {"text", "b"}}, kScope)) == "text:repeated-parameter");
  CHECK(faults(api::parse_letter_form({{"text", "\xff"}, {"x", "1"}}, kScope)) == "text:not-utf-8 x:unknown-parameter");
}
