// "Wrong unit": the body, the line that is kept, the token, the bound of the file.
#include "searchd/api/feedback.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "indexer/law/error.h"
#include "searchd/api/token.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::test;

namespace {

const api::Scope& scope() {
  static const api::Scope kScope{day("2024-06-01"), {"lublin"}, "lublin", {"IT", "IT-ES"}};
  return kScope;
}

std::string faults(const std::string& body) {
  std::string out;
  for (const auto& fault : api::parse_feedback(body, scope()).faults) out += fault.field + ":" + fault.code + " ";
  return out;
}

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string refused(const std::filesystem::path& path) {
  try {
    api::Token::read(path);
  } catch (const law::Error& error) {
    return error.code();
  }
  return "";
}

}  // namespace

TEST_CASE("every fault of a body at once") {
  const struct {
    const char *body, *faults;
  } rows[] = {
      {R"({"q":"poczta","unit":"it-es"})", ""},
      {R"({"q":"poczta","unit":null,"note":"nikt","as_of":"2023-01-01","office":"lublin"})", ""},
      {"", ":not-json "},
      {"[1]", ":not-json "},
      {R"({"q":)", ":not-json "},
      {R"({"q":"poczta"})", "unit:missing "},
      {R"({"unit":"IT"})", "q:missing "},
      {R"({"q":7,"unit":"XX","as_of":"x","who":"me"})",
       "q:not-text q:missing as_of:not-a-date unit:unknown-unit who:unknown-parameter "},
  };
  for (const auto& row : rows) {
    INFO(row.body);
    CHECK(faults(row.body) == row.faults);
  }
}

TEST_CASE("what is kept is a judged query, with nobody in it") {
  const auto line = nlohmann::json::parse(api::judged_query({"nie działa mail jan@example.pl,  tel. 600100200, § 16",
                                                             day("2024-06-01"), "lublin", "IT-ES", "PESEL 44051401359"},
                                                            7));
  CHECK(line == nlohmann::json({{"id", "f7"},
                                {"style", "desk"},
                                {"q", "nie działa mail @ tel. #, § 16"},
                                {"as_of", "2024-06-01"},
                                {"office", "lublin"},
                                {"units", {{"IT-ES", 3}}},
                                {"points", nlohmann::json::object()},
                                {"note", "PESEL #"}}));
  CHECK(nlohmann::json::parse(api::judged_query({"a", day("2024-06-01"), "lublin", "", ""}, 0))["units"].empty());
}

TEST_CASE("the file grows line by line to its bound") {
  const TempFolder folder;
  const auto path = folder.path() / "feedback.jsonl";
  api::FeedbackFile file(path);
  CHECK(file.append({"poczta", day("2024-06-01"), "lublin", "IT", ""}));
  CHECK(file.append({"poczta", day("2024-06-01"), "lublin", "IT", ""}));
  const auto text = content(path);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.find("\"id\":\"f0\"") != std::string::npos);
  std::filesystem::resize_file(path, api::FeedbackFile::kMost - 10);
  CHECK_FALSE(file.append({"poczta", day("2024-06-01"), "lublin", "IT", ""}));
  CHECK(std::filesystem::file_size(path) == api::FeedbackFile::kMost - 10);
  api::FeedbackFile nowhere(folder.path() / "no" / "feedback.jsonl");
  CHECK_THROWS_AS(nowhere.append({}), law::Error);
}

TEST_CASE("the token") {
  const TempFolder folder;
  const auto path = folder.path() / "token";
  CHECK(refused(path) == "token-unreadable");
  std::ofstream(path) << "short\n";
  CHECK(refused(path) == "token-short");
  std::ofstream(path) << "0123456789abcdef\r\nmore";
  const auto token = api::Token::read(path);
  const struct {
    const char* sent;
    bool right;
  } rows[] = {{"Bearer 0123456789abcdef", true},
              {"Bearer 0123456789abcdeg", false},
              {"Bearer 0123456789abcde", false},
              {"Bearer 0123456789abcdef0", false},
              {"Basic 0123456789abcdef", false},
              {"Bearer ", false},
              {"", false},
              {"0123456789abcdef", false}};
  for (const auto& row : rows) {
    front::Request request;
    request.headers["authorization"] = row.sent;
    INFO(row.sent);
    CHECK(token.is_sent_with(request) == row.right);
  }
}
