// POST /api/v1/route: letters in, answers out; every limit at its edge; and no word of a letter anywhere else.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "searchd/api/letter_body.h"
#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using api::LetterBounds;
using nlohmann::json;

namespace {

constexpr char kRoute[] = "/api/v1/route", kJson[] = "application/json", kLines[] = "application/x-ndjson";

json letter(const std::string& text) {
  return {{"subject", "Poczta"}, {"text", text}, {"as_of", "2024-06-01"}, {"office", "lublin"}};
}

const char kMail[] = "Dzień dobry,\nod rana nie działa mi poczta elektroniczna.\nZ poważaniem\nBeata Król";

std::string faults(const std::string& problem) {
  std::string out;
  const json parsed = json::parse(problem);
  for (const auto& fault : parsed["errors"])
    out += (out.empty() ? "" : " ") + fault["field"].get<std::string>() + ":" + fault["code"].get<std::string>();
  return out;
}

// Status, and what is wrong.
std::string verdict(const std::string& body) {
  const auto answer = corpus_daemon().post(kRoute, body, kJson);
  return std::to_string(answer.status) + (answer.status == 400 ? " " + faults(answer.body) : "");
}

std::vector<json> lines_of(const std::string& body) {
  std::vector<json> out;
  for (std::size_t at = 0, end = 0; (end = body.find('\n', at)) != std::string::npos; at = end + 1)
    out.push_back(json::parse(body.substr(at, end - at)));
  return out;
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("a letter is answered like a question, with evidence and a slip") {
  const auto answer = corpus_daemon().post(kRoute, letter(kMail).dump(), "application/json; charset=utf-8");
  REQUIRE(answer.status == 200);
  CHECK(answer.header("cache-control") == "no-store");
  const auto body = json::parse(answer.body);
  CHECK(body["query"].dump() == R"({"as_of":"2024-06-01","office":"lublin","q":null,"unit":null})");
  const std::string code = body["answers"][0]["holder"]["code"];
  CHECK(code.substr(0, 5) == "IT-ES");
  CHECK(body["evidence"][0]["holder"] == code);
  CHECK(body["evidence"][0]["sentences"][0]["text"] == "od rana nie działa mi poczta elektroniczna.");
  CHECK(body["evidence"][0]["sentences"][0]["span"].dump() == "[13,56]");
  const std::string slip = body["slip"];
  CHECK(slip.find(code) != std::string::npos);
  CHECK(slip.find(body["answers"][0]["tasks"][0]["citation"].get<std::string>()) != std::string::npos);
  CHECK(corpus_daemon().post(kRoute, letter(kMail).dump(), kJson).body == answer.body);
}

TEST_CASE("a wrong letter gets every fault at once") {
  const struct {
    std::string body, verdict;
  } rows[] = {
      {R"({"text":"a"})", "200"},
      {R"({"subject":"a"})", "200"},
      {R"({"subject":null,"text":"a","as_of":null,"office":null})", "200"},
      {"\xef\xbb\xbf{\"text\":\"a\"}", "200"},  // a byte order mark, as Windows writes it
      {R"({"text":5,"as_of":"jutro","office":"krakow","txt":"a"})",
       "400 text:not-a-string txt:unknown-member as_of:not-a-date office:unknown-office"},
      {R"({})", "400 text:missing"},
      {R"({"text":" \n","subject":""})", "400 text:missing"},
      {R"({"text":"a","text":"b"})", "400 text:repeated-member"},
      {R"({"text":["a"],"subject":{"a":1}})", "400 text:not-a-string subject:not-a-string"},
      {R"(["a"])", "400 :not-an-object"},
      {R"("a")", "400 :not-an-object"},
      {"", "400 :not-json"},
      {R"({"text":"a")", "400 :not-json"},
      {R"({"text":"a"} x)", "400 :not-json"},
      {R"({"text":"\ud800"})", "400 :not-json"},
      {R"({"text":1e999999999})", "400 :not-json"},
      {"{\"text\":\"\xff\"}", "400 :not-utf-8"},
      {R"({"Szanowni Państwo":"a","text":"a"})", "400 ?:unknown-member"},
  };
  for (const auto& row : rows) {
    INFO(row.body);
    CHECK(verdict(row.body) == row.verdict);
  }
}

TEST_CASE("limits at their edge") {
  const auto with = [](const char* member, const std::string& text) { return json{{member, text}}.dump(); };
  CHECK(verdict(with("subject", repeated("ż", LetterBounds::kSubject))) == "200");
  CHECK(verdict(with("subject", repeated("ż", LetterBounds::kSubject + 1))) == "400 subject:too-long");
  CHECK(verdict(with("text", repeated("ż ", LetterBounds::kText / 2))) == "200");
  CHECK(verdict(with("text", repeated("ż ", LetterBounds::kText / 2) + "a")) == "400 text:too-long");

  const auto nested = [](unsigned depth) {
    return R"({"text":"a","x":)" + repeated("[", depth - 1) + repeated("]", depth - 1) + "}";
  };
  CHECK(verdict(nested(LetterBounds::kDepth)) == "400 x:unknown-member");
  CHECK(verdict(nested(LetterBounds::kDepth + 1)) == "400 x:unknown-member :too-deep");
  CHECK(verdict("{\"text\":" + repeated("[", 100000)) == "400 text:not-a-string :too-deep");

  const auto members = [](unsigned count) {
    std::string out = R"({"text":"a")";
    for (unsigned i = 1; i < count; ++i) out += R"(,"x":1)";
    return out + "}";
  };
  CHECK(verdict(members(LetterBounds::kMembers)).find("too-many-members") == std::string::npos);
  CHECK(verdict(members(LetterBounds::kMembers + 1)).find(":too-many-members") != std::string::npos);

  const std::string small = R"({"text":"a"})";
  CHECK(verdict(small + std::string(LetterBounds::kBody - small.size(), ' ')) == "200");
  CHECK(verdict(small + std::string(LetterBounds::kBody - small.size() + 1, ' ')) == "413");
}

TEST_CASE("what is no letter") {
  const auto type = corpus_daemon().post(kRoute, "text=a", "application/x-www-form-urlencoded");
  CHECK(type.status == 415);
  CHECK(type.header("accept-post") == "application/json, application/x-ndjson");
  CHECK(corpus_daemon().post(std::string(kRoute) + "?limit=5", R"({"text":"a"})", kJson).status == 400);
  CHECK(corpus_daemon().post(std::string(kRoute) + "?limit=5", "{\"text\":\"a\"}\n", kLines).status == 400);
  CHECK(corpus_daemon().ask(kRoute, "Accept: */*\r\n").status == 405);
}

TEST_CASE("a stream: an answer for every line, a problem in the place of a broken one") {
  const std::string long_line = R"({"text":")" + std::string(LetterBounds::kBody, 'a') + "\"}";
  const std::string body = letter(kMail).dump() + "\n\n{broken\n" + letter("").dump() + "\n" +
                           R"({"subject":"","text":5})" + "\n" + long_line + "\n" + letter(kMail).dump();
  const auto answer = corpus_daemon().post(kRoute, body, kLines);
  REQUIRE(answer.status == 200);
  const auto lines = lines_of(answer.body);
  REQUIRE(lines.size() == 6);
  CHECK(lines[0]["status"] != 400);
  CHECK(faults(lines[1].dump()) == ":not-json");
  CHECK(lines[1]["line"] == 3);
  CHECK(lines[2].contains("answers"));  // the subject is enough
  CHECK(faults(lines[3].dump()) == "text:not-a-string");
  CHECK(lines[3]["line"] == 5);
  CHECK(lines[4]["status"] == 413);
  CHECK(lines[4]["line"] == 6);
  CHECK(lines[5] == lines[0]);
}

TEST_CASE("a line is answered as the letter alone is") {
  const auto alone = corpus_daemon().post(kRoute, letter(kMail).dump(), kJson);
  std::string body;
  for (int i = 0; i < 200; ++i) body += letter(kMail).dump() + "\n";
  const auto stream = corpus_daemon().post(kRoute, body, kLines);
  CHECK(stream.body == repeated(alone.body, 200));
}

TEST_CASE("the page: a form, a letter with its sentences marked, a slip") {
  const std::string type = "application/x-www-form-urlencoded";
  const auto form = corpus_daemon().ask("/korespondencja");
  CHECK(form.status == 200);
  CHECK(form.header("cache-control") == "no-store");
  CHECK(form.body.find("method=\"post\"") != std::string::npos);

  const auto page = corpus_daemon().post("/korespondencja",
                                         "subject=Poczta&d=1&m=6&y=2024&office=lublin&text=" + encoded(kMail), type);
  CHECK(page.status == 200);
  CHECK(page.header("cache-control") == "no-store");
  CHECK(page.body.find("<mark>od rana nie działa mi poczta elektroniczna.</mark><sup>1") != std::string::npos);
  CHECK(page.body.find("Podstawa: § 16 ust. ") != std::string::npos);

  const auto empty = corpus_daemon().post("/korespondencja", "subject=&text=+&d=31&m=2&y=2024", type);
  CHECK(empty.status == 400);
  CHECK(empty.body.find("Wklej treść pisma.") != std::string::npos);
  CHECK(empty.body.find("Nie ma takiego dnia w kalendarzu.") != std::string::npos);
  CHECK(corpus_daemon().ask("/korespondencja?text=a").status == 400);  // a letter does not stand in an address
}

TEST_CASE("the longest letter in a form is taken, a longer one is not") {
  const std::string type = "application/x-www-form-urlencoded", begin = "text=a&x=";
  const auto status = [&](std::size_t size) {
    return corpus_daemon().post("/korespondencja", begin + std::string(size - begin.size(), 'a'), type).status;
  };
  CHECK(status(LetterBounds::kForm) == 400);  // x is no field of it
  CHECK(status(LetterBounds::kForm + 1) == 413);
}

TEST_CASE("a letter never becomes mark-up") {
  const std::string script = "obsługi <script>alert(1)</script> & \"><img src=x onerror='alert(2)'> {{q}} </textarea>";
  const auto page = hostile_daemon().post("/korespondencja", "subject=" + encoded(script) + "&text=" + encoded(script),
                                          "application/x-www-form-urlencoded");
  CHECK(page.status == 200);
  CHECK(page.body.find("<script>alert") == std::string::npos);
  CHECK(page.body.find("<img") == std::string::npos);
  CHECK(page.body.find("{{q}}") != std::string::npos);
}

TEST_CASE("no word of a letter is in any log, metric, error or file") {
  const std::string marker = "Qxzvwkjh";
  const TinyIndex index({{"§ 16 ust. 1 pkt 8", "IT-ES", "administrowania systemem poczty elektronicznej"}});
  const std::string text = "Proszę o pocztę. " + marker + " " + marker + "a nie działa.";
  std::string answered;
  {
    Daemon daemon({KTO_SEARCHD, "--index", index.folder().string(), "--port", "0", "--access-log"});
    const auto post = [&](const std::string& target, const std::string& body, const std::string& type) {
      const auto answer = RawClient(daemon.port()).ask(test::post(target, body, "Content-Type: " + type + "\r\n"));
      REQUIRE(answer);
      // A fault must not repeat it either; an answer may, to whoever asked.
      if (answer->status >= 400) answered += answer->body;
      for (std::size_t at = 0, end = 0; type == kLines && (end = answer->body.find('\n', at)) != std::string::npos;
           at = end + 1)
        if (answer->body.substr(at, end - at).find("\"errors\"") != std::string::npos)
          answered += answer->body.substr(at, end - at);
      return answer->status;
    };
    CHECK(post(kRoute, json{{"subject", marker}, {"text", text}}.dump(), kJson) == 200);
    CHECK(post(kRoute, json{{"text", text}, {"office", 5}}.dump(), kJson) == 400);
    CHECK(post(kRoute, json{{"text", {text}}}.dump(), kJson) == 400);
    CHECK(post(kRoute, json{{text, 1}}.dump(), kJson) == 400);
    CHECK(post(kRoute, json{{"text", repeated(marker, 20000)}}.dump(), kJson) == 400);
    CHECK(post(kRoute, "{\"text\":\"" + text, kJson) == 400);
    CHECK(post(kRoute, "{\"text\":\"" + text + "\xff\"}", kJson) == 400);
    CHECK(post(kRoute, text, "text/plain") == 415);
    CHECK(post(kRoute, json{{"text", text}}.dump() + "\n" + text + "\n{\"text\":\"" + text + "\n", kLines) == 200);
    CHECK(post("/korespondencja", "subject=" + marker + "&text=" + encoded(text),
               "application/x-www-form-urlencoded") == 200);
    const auto metrics = RawClient(daemon.port()).ask(get("/metrics"));
    if (metrics) answered += metrics->body;
    daemon.signal(15);
    const auto ending = daemon.wait();
    CHECK(ending.status == 0);
    CHECK(ending.err.find("/api/v1/route") != std::string::npos);  // the log is there, and says what was asked where
    answered += ending.out + ending.err;
  }
  CHECK(answered.find(marker) == std::string::npos);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index.folder())) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(bytes.find(marker) == std::string::npos);
  }
}
