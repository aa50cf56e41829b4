// The office's own routes: not there unless switched on, behind its token, and nothing of a person in what they keep.
#include <fstream>
#include <iterator>

#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

constexpr char kToken[] = "0123456789abcdef";
const std::string kAuthorized = "Authorization: Bearer 0123456789abcdef\r\n";

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Office {
 public:
  Office() {
    std::ofstream(folder_.path() / "token") << kToken << "\n";
    daemon_ =
        std::make_unique<ApiDaemon>(index_.folder(), std::vector<std::string>{"--learn", "--access-log", "--token",
                                                                              (folder_.path() / "token").string(),
                                                                              "--feedback", feedback().string()});
  }
  const ApiDaemon& daemon() const { return *daemon_; }
  std::filesystem::path feedback() const { return folder_.path() / "feedback.jsonl"; }

 private:
  TinyIndex index_{{{"§ 1 pkt 1", "IT referat", "obsługi poczty"}}};
  TempFolder folder_;
  std::unique_ptr<ApiDaemon> daemon_;
};

}  // namespace

TEST_CASE("what an office did not switch on is not there") {
  CHECK(corpus_daemon().ask("/api/v1/misses", kAuthorized).status == 404);
  CHECK(corpus_daemon().send("/api/v1/feedback", "{}", kAuthorized).status == 404);
}

TEST_CASE("questions in vain are counted, and told without people") {
  const Office office;
  const auto& daemon = office.daemon();
  for (int i = 0; i < 5; ++i) CHECK(daemon.ask("/api/v1/who?q=Zgubi%C5%82em+paszport+600100200").status == 200);
  CHECK(daemon.ask("/?q=Kowalski+marker").status == 200);  // once only
  CHECK(daemon.ask("/api/v1/misses").status == 401);
  CHECK(daemon.ask("/api/v1/misses", "Authorization: Bearer 0123456789abcdeX\r\n").status == 401);
  CHECK(daemon.ask("/api/v1/misses?x=1", kAuthorized).status == 400);
  const auto answer = daemon.ask("/api/v1/misses", kAuthorized);
  CHECK(answer.status == 200);
  CHECK(answer.header("cache-control") == "no-store");
  CHECK(answer.body == "question,no_answer,ambiguous\r\nzgubiłem paszport #,5,0\r\n(rzadsze),1,0\r\n");
  const auto for_excel = daemon.ask("/api/v1/misses?separator=semicolon&bom=1", kAuthorized);
  CHECK(for_excel.body.rfind("\xEF\xBB\xBFquestion;no_answer;ambiguous\r\nzgubiłem paszport #;5;0\r\n", 0) == 0);
  CHECK(daemon.err().find("paszport") == std::string::npos);
  CHECK(daemon.err().find("marker") == std::string::npos);
}

TEST_CASE("a judgement is kept for review, by the office alone") {
  const Office office;
  const auto& daemon = office.daemon();
  const std::string right =
      R"({"q":"zgubiłem dowód, jan@example.pl","as_of":"2024-06-01","unit":"it","note":"z okienka"})";
  CHECK(daemon.send("/api/v1/feedback", right, "").status == 401);
  CHECK(content(office.feedback()).empty());
  CHECK(daemon.send("/api/v1/feedback", right, kAuthorized).status == 204);
  CHECK(daemon.send("/api/v1/feedback", R"({"q":"pies","unit":null})", kAuthorized).status == 204);
  const auto wrong = daemon.send("/api/v1/feedback", R"({"q":"","unit":"XX","foo":"1"})", kAuthorized);
  CHECK(wrong.status == 400);
  CHECK(json::parse(wrong.body)["errors"].size() == 3);
  CHECK(daemon.send("/api/v1/feedback", std::string(32 * 1024 + 1, ' '), kAuthorized).status == 413);
  const auto text = content(office.feedback());
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  const auto first = json::parse(text.substr(0, text.find('\n')));
  CHECK(first["units"] == json({{"IT", 3}}));
  CHECK(first["q"] == "zgubiłem dowód, @");
  CHECK(daemon.err().find("zgubi") == std::string::npos);
  const auto status = std::filesystem::status(office.feedback());
  CHECK((status.permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
}
