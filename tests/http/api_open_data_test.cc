// Completions, the export, its description, the search for browsers, over HTTP.
#include <fstream>

#include "tests/http/api_daemon.h"
#include "tests/support/catch.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

// An index built of an export, answering.
class Copy {
 public:
  explicit Copy(const std::string& exported) {
    const auto file = (folder_.path() / "export.jsonl").string(), index = (folder_.path() / "index").string();
    std::ofstream(file, std::ios::binary) << exported;
    const auto ending = run_program({KTO_INDEXER, "build", "--index", index, "--catalogue", file});
    INFO(ending.err);
    REQUIRE(ending.status == 0);
    daemon_ = std::make_unique<ApiDaemon>(index);
  }
  json ask(const std::string& target) const { return daemon_->ask_json(target); }
  std::string page(const std::string& target) const { return daemon_->ask(target).body; }

 private:
  TempFolder folder_;
  std::unique_ptr<ApiDaemon> daemon_;
};

}  // namespace

TEST_CASE("suggest completes from two letters") {
  const auto answer = corpus_daemon().ask_json("/api/v1/suggest?q=poczt&as_of=2024-06-01");
  CHECK(answer["query"] == json({{"q", "poczt"}, {"as_of", "2024-06-01"}, {"office", "lublin"}, {"limit", 8}}));
  REQUIRE_FALSE(answer["suggestions"].empty());
  for (const auto& one : answer["suggestions"]) {
    const auto found = corpus_daemon().ask(one["href"]);
    INFO(one.dump());
    CHECK(found.status == 200);
  }
  const auto codes = corpus_daemon().ask_json("/api/v1/suggest?q=it-es&as_of=2024-06-01");
  CHECK(codes["suggestions"][0]["text"] == "IT-ES");
  CHECK(codes["suggestions"][0]["kind"] == "code");
  CHECK(corpus_daemon().ask_json("/api/v1/suggest?q=poczt&as_of=2021-01-01")["suggestions"].empty());
  CHECK(corpus_daemon().ask("/api/v1/suggest").status == 400);
  CHECK(corpus_daemon().ask("/api/v1/suggest?q=po&limit=21").status == 400);
}

TEST_CASE("offices are found by the beginnings of words of their names, a page at a time") {
  const TinyIndex index({office("lublin", {}), office("lubartow", {}), office("chelm", {})});
  const ApiDaemon daemon(index.folder().string());
  const struct {
    const char* asked;
    const char* found;  // total, then ids
  } rows[] = {
      {"", "3 chelm lubartow lublin "},        {"?q=lub", "2 lubartow lublin "},
      {"?q=LUBLIN%20urz%C4%85d", "1 lublin "},                     // in any order, in capitals
      {"?q=urzad%20ch", "1 chelm "},           {"?q=blin", "0 "},  // no beginning
      {"?limit=1&offset=1", "3 lubartow "},    {"?offset=3", "3 "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.asked);
    const auto answer = daemon.ask_json(std::string("/api/v1/offices") + row.asked);
    std::string found = answer["total"].dump() + " ";
    for (const auto& one : answer["offices"]) found += one["id"].get<std::string>() + " ";
    CHECK(found == row.found);
  }
  for (const char* wrong : {"?limit=0", "?limit=101", "?office=lublin"})
    CHECK(daemon.ask(std::string("/api/v1/offices") + wrong).status == 400);
}

TEST_CASE("browsers are told how to search, and get their completions") {
  const auto description = corpus_daemon().ask("/opensearch.xml");
  CHECK(description.header("content-type") == "application/opensearchdescription+xml");
  CHECK(description.body.find("template=\"http://kto/?q={searchTerms}\"") != std::string::npos);
  CHECK(description.body.find("http://kto/api/v1/suggest/opensearch?q={searchTerms}") != std::string::npos);
  const auto behind = corpus_daemon().ask("/opensearch.xml", "X-Forwarded-Proto: https\r\n");
  CHECK(behind.body.find("template=\"https://kto/?q={searchTerms}\"") != std::string::npos);
  const auto answer = corpus_daemon().ask("/api/v1/suggest/opensearch?q=poczt&as_of=2024-06-01");
  CHECK(answer.header("content-type") == "application/x-suggestions+json");
  const auto list = json::parse(answer.body);
  REQUIRE(list.size() == 4);
  CHECK(list[0] == "poczt");
  CHECK_FALSE(list[1].empty());
  CHECK(list[1].size() == list[2].size());
  CHECK(list[3][0].get<std::string>().rfind("http://kto/", 0) == 0);
  CHECK(corpus_daemon().ask("/api/v1/suggest/opensearch").status == 400);
  CHECK(corpus_daemon().ask("/opensearch.xml?x=1").status == 400);
  CHECK(corpus_daemon().ask("/").body.find("href=\"/opensearch.xml\"") != std::string::npos);
}

TEST_CASE("the export is streamed, named and described") {
  const struct {
    const char *target, *type, *file;
  } rows[] = {
      {"/api/v1/export", "text/csv; charset=utf-8; header=present", "kto-lublin.csv"},
      {"/api/v1/export?format=csv&separator=tab&as_of=2024-06-01", "text/tab-separated-values; charset=utf-8",
       "kto-lublin-2024-06-01.csv"},
      {"/api/v1/export?format=jsonl", "application/x-ndjson; charset=utf-8", "kto-lublin.jsonl"},
      {"/api/v1/export?format=jsonld", "application/ld+json", "kto-lublin.jsonld"},
  };
  for (const auto& row : rows) {
    INFO(row.target);
    const auto answer = corpus_daemon().ask(row.target);
    CHECK(answer.status == 200);
    CHECK(answer.header("transfer-encoding") == "chunked");
    CHECK(answer.header("content-type") == row.type);
    CHECK(answer.header("content-disposition") == "attachment; filename=\"" + std::string(row.file) + "\"");
    const auto tag = answer.header("etag");
    REQUIRE(tag.size() > 2);
    CHECK(corpus_daemon().ask(row.target, "If-None-Match: " + tag + "\r\n").status == 304);
  }
  CHECK(corpus_daemon().ask("/api/v1/export?format=pdf").status == 400);
  const auto catalogue = corpus_daemon().ask_json("/dcat.jsonld");
  CHECK(catalogue["dcat:dataset"].size() == 1);
  for (const auto& form : catalogue["dcat:dataset"][0]["dcat:distribution"]) {
    const std::string address = form["dcat:downloadURL"]["@id"];
    REQUIRE(address.rfind("http://kto/", 0) == 0);
    CHECK(corpus_daemon().ask(address.substr(10)).status == 200);
  }
  CHECK(corpus_daemon().ask("/dcat.jsonld?x=1").status == 400);
}

TEST_CASE("an index built of an export gives the same answers") {
  const std::string exported = corpus_daemon().ask("/api/v1/export?format=jsonl").body;
  const Copy copy(exported);
  for (const std::string& target : std::vector<std::string>{who_target("kto administruje pocztą", "2024-06-01"),
                                                            who_target("zgłoszenia awarii", "2022-06-01"),
                                                            who_target("zamówienia publiczne", "2024-06-01"),
                                                            who_target("IT-ES", "2024-06-01"),
                                                            who_target("§ 16 ust. 1 pkt 8", "2024-06-01"),
                                                            who_target("pies", "2021-06-01"),
                                                            "/api/v1/tasks?as_of=2022-06-01&limit=100",
                                                            "/api/v1/tasks?as_of=2024-06-01&limit=100&offset=100",
                                                            "/api/v1/units?as_of=2024-06-01",
                                                            "/api/v1/units/IT-ES?as_of=2024-06-01",
                                                            "/api/v1/units/IT-ES/history",
                                                            "/api/v1/suggest?q=poczt&as_of=2024-06-01",
                                                            "/api/v1/acts",
                                                            "/api/v1/acts/zarzadzenie-19-11-2023",
                                                            "/api/v1/provisions?citation=%C2%A7%2016&as_of=2024-06-01",
                                                            "/api/v1/changes?from=2022-06-01&to=2024-06-01",
                                                            "/api/v1/changes?act=19%2F11%2F2023",
                                                            "/api/v1/resolve?mark=IT-ES.1431.5.2024",
                                                            "/api/v1/resolve?mark=%C2%A7%2016%20ust.%201%20pkt%208",
                                                            "/api/v1/provisions?citation=%C2%A7%2099"}) {
    INFO(target);
    CHECK(copy.ask(target) == corpus_daemon().ask_json(target));  // the fingerprint of the index is in most of them
  }
  CHECK(copy.page("/akty/zarzadzenie-19-11-2023") == corpus_daemon().ask("/akty/zarzadzenie-19-11-2023").body);
  CHECK(copy.page("/api/v1/export?format=jsonl") == exported);
}

TEST_CASE("an index of an export of all offices, an example among them, is the same index") {
  TempFolder folder;
  const auto build = [&](const std::string& name, const std::vector<std::string>& of) {
    const std::string index = (folder.path() / name).string();
    std::vector<std::string> command{KTO_INDEXER, "build", "--index", index};
    command.insert(command.end(), of.begin(), of.end());
    REQUIRE(run_program(command).status == 0);
    return index;
  };
  const auto exported = [](const std::string& index) {
    return ApiDaemon(index).ask("/api/v1/export?format=jsonl&office=").body;
  };
  const std::string whole = exported(build("whole", {"--corpus", "corpus"}));
  const auto file = (folder.path() / "export.jsonl").string();
  std::ofstream(file, std::ios::binary) << whole;
  const std::string copy = build("copy", {"--catalogue", file});
  CHECK(exported(copy) == whole);
  const auto fingerprint = [](const std::string& index) {
    const std::string said = run_program({KTO_INDEXER, "info", "--index", index}).out;
    const auto at = said.find("fingerprint");
    return said.substr(at, said.find('\n', at) - at);
  };
  CHECK(fingerprint(copy) == fingerprint((folder.path() / "whole").string()));
}

TEST_CASE("answers are compressed for who asks, and other sites may read them") {
  const auto& daemon = corpus_daemon();
  const std::string target = who_target("poczta", "2024-06-01");
  const auto plain = daemon.ask(target), small = daemon.ask(target, "Accept-Encoding: gzip\r\n");
  CHECK(plain.header("content-encoding").empty());
  CHECK(plain.header("vary") == "Accept-Encoding");
  CHECK(plain.header("access-control-allow-origin") == "*");
  CHECK(small.header("content-encoding") == "gzip");
  CHECK(small.header("etag") == "W/" + plain.header("etag"));
  CHECK(small.body.size() * 2 < plain.body.size());
  const auto again = daemon.ask(target, "Accept-Encoding: gzip\r\nIf-None-Match: " + small.header("etag") + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.header("etag") == small.header("etag"));
  CHECK(again.header("vary") == "Accept-Encoding");
  const auto wrong = daemon.ask("/api/v1/who");
  CHECK(wrong.header("access-control-allow-origin") == "*");
  CHECK(daemon.ask("/").header("access-control-allow-origin").empty());
  const auto exported = daemon.ask("/api/v1/export?format=csv", "Accept-Encoding: gzip\r\n");
  CHECK(exported.header("content-encoding") == "gzip");
  CHECK(exported.body.size() * 4 < daemon.ask("/api/v1/export?format=csv").body.size());
}

TEST_CASE("every address on the page of open data leads somewhere") {
  const auto page = corpus_daemon().ask("/dane");
  CHECK(page.status == 200);
  CHECK(page.body.find("<h1>Otwarte dane i API</h1>") != std::string::npos);
  CHECK(page.body.find("Urząd Miasta Lublin") != std::string::npos);
  unsigned asked = 0;
  for (std::size_t at = 0; (at = page.body.find("<li><a href=\"", at)) != std::string::npos;) {
    at += 13;
    std::string target = page.body.substr(at, page.body.find('"', at) - at);
    for (std::size_t amp = 0; (amp = target.find("&amp;", amp)) != std::string::npos;) target.replace(amp, 5, "&");
    INFO(target);
    CHECK(corpus_daemon().ask(target).status == 200);
    ++asked;
  }
  CHECK(asked == 13);
  CHECK(corpus_daemon().ask("/dane?x=1").status == 400);
}
