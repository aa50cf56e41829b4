// A question on the terminal.
#include "searchd/ask.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::test;

namespace {

struct Said {
  int status = 0;
  std::string out, err;
};

Said ask(const std::vector<std::string>& words, const TinyIndex& index) {
  auto arguments = words;
  arguments.insert(arguments.end(), {"--index", index.folder().string(), "--as-of", "2024-06-01"});
  const auto reading = searchd::read_ask(arguments);
  REQUIRE(reading.faults.empty());
  std::ostringstream out, err;
  const int status = searchd::ask(reading.request, analyser(), out, err);
  return {status, out.str(), err.str()};
}

const TinyIndex& index() {
  static const TinyIndex kIndex(
      {{"§ 16 ust. 1 pkt 8", "IT-ES referat ds. systemów", "administrowania pocztą elektroniczną"},
       {"§ 17 pkt 1", "GK wydział zieleni", "utrzymania parków i lasów"}});
  return kIndex;
}

std::string faults(const std::vector<std::string>& arguments) {
  std::string out;
  for (const auto& fault : searchd::read_ask(arguments).faults) out += fault + "\n";
  return out;
}

}  // namespace

TEST_CASE("an answer to read") {
  const auto said = ask({"kto", "administruje", "pocztą"}, index());
  CHECK(said.status == searchd::kAnswered);
  CHECK(said.err.empty());
  CHECK(said.out.find("1. IT-ES, referat ds. systemów\n") != std::string::npos);
  CHECK(said.out.find("   § 16 ust. 1 pkt 8     administrowania pocztą elektroniczną\n") != std::string::npos);
  CHECK(said.out.find(", § 1, od 01.01.2022\n") != std::string::npos);
  CHECK(said.out.find("Stan prawny na 01.01.2022, ostatni akt act of 2022-01-01, zmiany nienaniesione: 0\n") !=
        std::string::npos);
}

TEST_CASE("and why") {
  const auto said = ask({"poczta", "--explain"}, index());
  CHECK(said.out.find("1. IT-ES") != std::string::npos);
  CHECK(said.out.find("\nwords\n  poczta  rarity ") != std::string::npos);
  CHECK(said.out.find("\nanswered, best coverage on any day 1.00\n") != std::string::npos);
  CHECK(said.out.find("  coverage 1.00  ") != std::string::npos);
  const auto json = nlohmann::json::parse(ask({"poczta", "--explain", "--json"}, index()).out);
  CHECK(json["explanation"]["words"][0]["word"] == "poczta");
}

TEST_CASE("the same as JSON, and nobody found") {
  const auto json = nlohmann::json::parse(ask({"poczta", "--json"}, index()).out);
  CHECK(json["answers"][0]["holder"]["code"] == "IT-ES");
  CHECK(ask({"paszport"}, index()).status == searchd::kNobody);
  CHECK(ask({"lasy", "--unit=GK"}, index()).status == searchd::kAnswered);
}

TEST_CASE("what is asked wrongly") {
  const auto said = ask({"poczta", "--limit", "0", "--office=krakow"}, index());
  CHECK(said.status == searchd::kAskedWrongly);
  CHECK(said.out.empty());
  CHECK(said.err ==
        "kto-searchd: office: Nie znam urzędu „krakow”. Znane: lublin.\n"
        "kto-searchd: limit: „0” nie jest liczbą od 1 do 100.\n");
  CHECK(faults({}) ==
        "--index DIR is missing; build one with: kto-indexer build\n"
        "there is no question; ask: kto-searchd who poczta\n");
  CHECK(faults({"a", "--index"}) ==
        "--index wants a value\n--index DIR is missing; build one with: kto-indexer build\n");
  CHECK(faults({"a", "--index=x", "--jason"}) == "unknown option --jason; see kto-searchd who --help\n");
  CHECK(faults({"--help"}).empty());
}
