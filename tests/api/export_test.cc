// The export in its three forms: what stands in it, how cells are quoted, that it comes in pieces.
#include "searchd/api/export.h"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "indexer/catalogue/read.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::test;
using nlohmann::json;

namespace {

const TinyIndex& index() {
  static const TinyIndex kIndex(std::vector{
      office("lublin", {{"§ 1 pkt 1", "IT referat", "obsługi poczty; i \"innych\"", "2022-01-01", "2023-01-01"},
                        {"§ 1 pkt 2", "IT referat", "=HYPERLINK(\"http://zlo\")"},
                        {"§ 1 pkt 3", "", "-nadzoru\nnad drogami"}}),
      office("chelm", {{"§ 1", "GK", "zieleni, lasów"}})});
  return kIndex;
}

std::string exported(api::ExportQuery query) {
  const std::shared_ptr<const store::Reader> reader(&index().reader(), [](const store::Reader*) {});
  const auto pieces = api::export_pieces(reader, query);
  std::string all;
  for (std::string piece; !(piece = pieces()).empty();) all += piece;
  CHECK(pieces().empty());
  return all;
}

// Columns 3, 4 and 14 of a line: citation, text, valid_from. Good for cells without separators.
std::vector<std::string> lines_of(const std::string& text, const std::string& end) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = text.find(end, from)) != std::string::npos; from = at + end.size())
    out.push_back(text.substr(from, at - from));
  CHECK(from == text.size());
  return out;
}

}  // namespace

TEST_CASE("CSV: a line of names, a line a task point, quoted where it must be") {
  api::ExportQuery query{.format = "csv", .as_of = {}, .office = "lublin"};
  const auto lines = lines_of(exported(query), "\r\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] ==
        "office,id,citation,text,context,unit_code,unit_name,unit_kind,inferred,reason,post,position,role,valid_from,"
        "valid_to,act,place,ended_by,ended_at,file,first_line,last_line");
  CHECK(lines[1] ==
        "lublin,lublin/§ 1 pkt 1/2022-01-01,§ 1 pkt 1,\"obsługi poczty; i \"\"innych\"\"\",,IT,referat,referat,0,,,§ 1,"
        "owner,2022-01-01,2023-01-01,act of 2022-01-01,§ 1,,,,0,0");
  CHECK(lines[2].find(",\"'=HYPERLINK(\"\"http://zlo\"\")\",") != std::string::npos);
  CHECK(lines[3].find(",\"'-nadzoru\nnad drogami\",") != std::string::npos);
}

TEST_CASE("CSV for a spreadsheet: its separator, and the mark of UTF-8") {
  const auto semicolon = exported({.format = "csv", .as_of = {}, .office = "lublin", .csv = {"semicolon", true}});
  CHECK(semicolon.rfind("\xEF\xBB\xBFoffice;id;", 0) == 0);
  CHECK(semicolon.find(";\"obsługi poczty; i \"\"innych\"\"\";") != std::string::npos);
  const auto tab = exported({.format = "csv", .as_of = {}, .office = "", .csv = {"tab"}});
  CHECK(tab.rfind("office\tid\t", 0) == 0);
  CHECK(tab.find("\tzieleni, lasów\t") != std::string::npos);
}

TEST_CASE("of one day, of one office") {
  const auto count = [](std::optional<law::Date> as_of, const std::string& office) {
    return lines_of(exported({.format = "csv", .as_of = as_of, .office = office}), "\r\n").size() - 1;
  };
  CHECK(count({}, "") == 4);
  CHECK(count(day("2022-12-31"), "lublin") == 3);
  CHECK(count(day("2023-01-01"), "lublin") == 2);
  CHECK(count(day("2021-12-31"), "") == 0);
  CHECK(count({}, "chelm") == 1);
}

TEST_CASE("JSON Lines are read back as the catalogues they came from") {
  std::istringstream in(exported({.format = "jsonl", .as_of = {}, .office = ""}));
  const auto back = catalogue::read_catalogues(in, "export");
  REQUIRE(back.size() == 2);
  const auto lublin =
      office("lublin", {{"§ 1 pkt 1", "IT referat", "obsługi poczty; i \"innych\"", "2022-01-01", "2023-01-01"},
                        {"§ 1 pkt 2", "IT referat", "=HYPERLINK(\"http://zlo\")"},
                        {"§ 1 pkt 3", "", "-nadzoru\nnad drogami"}});
  CHECK(back[1] == lublin);
}

TEST_CASE("JSON-LD names each thing once, and what it points at") {
  const json whole =
      json::parse(exported({.format = "jsonld", .as_of = {}, .office = "", .base = "https://kto.example"}));
  CHECK(whole["@context"]["@base"] == "https://kto.example/");
  std::set<std::string> named, pointed;
  for (const auto& node : whole["@graph"]) {
    CHECK(named.insert(node["@id"]).second);
    for (const char* link : {"heldBy", "unitOf", "partOf", "ofAct"})
      if (node.contains(link)) pointed.insert(node[link].get<std::string>());
    for (const auto& [name, value] : node.items()) CHECK((name[0] == '@' || whole["@context"].contains(name)));
  }
  CHECK(named.size() == 2 + 2 + 2 + 4);  // offices, acts, units, task points
  for (const auto& address : pointed) {
    INFO(address);
    CHECK(named.contains(address));
  }
  CHECK(json::parse(exported({.format = "jsonld", .as_of = day("1999-01-01"), .office = "chelm"}))["@graph"].size() ==
        2);
}

TEST_CASE("a long export comes in pieces of their size") {
  std::vector<Point> points;
  for (int i = 1; i <= 3000; ++i)
    points.push_back({"§ " + std::to_string(i), "IT referat", "obsługi poczty numer " + std::to_string(i)});
  const TinyIndex large(points);
  const std::shared_ptr<const store::Reader> reader(&large.reader(), [](const store::Reader*) {});
  for (const char* format : {"csv", "jsonl", "jsonld"}) {
    const auto pieces = api::export_pieces(reader, {.format = format, .as_of = {}, .office = ""});
    std::size_t count = 0, largest = 0;
    std::string all;
    for (std::string piece; !(piece = pieces()).empty(); ++count) {
      largest = std::max(largest, piece.size());
      all += piece;
    }
    INFO(format);
    CHECK(count > 3);
    CHECK(largest < 2 * api::kPiece);
    CHECK(all.find("numer 3000") != std::string::npos);
  }
}

TEST_CASE("faults of an export") {
  const api::Scope scope{day("2024-06-01"), {"lublin"}, "lublin", {}};
  const auto faults = [&](const api::Sent& sent) {
    std::string out;
    for (const auto& fault : api::parse_export(sent, scope).faults) out += fault.field + ":" + fault.code + " ";
    return out;
  };
  CHECK(faults({}) == "");
  CHECK(faults({{"format", "xml"}, {"as_of", "x"}, {"separator", ";"}, {"bom", "yes"}, {"q", "a"}}) ==
        "format:unknown-value as_of:not-a-date separator:unknown-value bom:unknown-value q:unknown-parameter ");
  CHECK(api::parse_export({{"office", ""}}, scope).query.office.empty());
  CHECK(api::parse_export({}, scope).query.office == "lublin");
  CHECK_FALSE(api::parse_export({}, scope).query.as_of);
  CHECK(api::export_file_name({.format = "csv", .as_of = day("2024-06-01"), .office = "lublin"}) ==
        "kto-lublin-2024-06-01.csv");
  CHECK(api::export_file_name({.format = "jsonl", .as_of = {}, .office = ""}) == "kto.jsonl");
}
