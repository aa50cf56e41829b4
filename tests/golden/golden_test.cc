// Goldens: the whole law of the acts in corpus/, one line a row, as `kto-indexer dump` gives it. A change of the parser
// shows here line by line. After reading the difference and finding it right:
//
//   KTO_UPDATE_GOLDENS=1 build/dev/test-golden
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "indexer/commands/commands.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

using Json = nlohmann::json;

std::vector<Json> dump(const std::string& what) {
  std::ostringstream out, err;
  REQUIRE(commands::dump({what, "corpus", std::nullopt, "lublin"}, {out, err}) == commands::kDone);
  std::vector<Json> rows;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) rows.push_back(Json::parse(line));
  return rows;
}

std::string text(const Json& row, const char* field) {
  const Json& value = row.at(field);
  if (value.is_null()) return "-";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// The fields of each row on one line, so that a difference is a line.
std::string table(const std::vector<Json>& rows, const std::vector<const char*>& fields) {
  std::string out;
  for (const Json& row : rows) {
    for (const char* field : fields) out += (field == fields.front() ? "" : " | ") + text(row, field);
    for (char& c : out)
      if (c == '\n') c = ' ';
    out += '\f';
  }
  for (char& c : out)
    if (c == '\f') c = '\n';
  return out;
}

std::string read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

void check_golden(const std::string& name, const std::string& got) {
  const std::string file = "tests/golden/" + name;
  if (std::getenv("KTO_UPDATE_GOLDENS") != nullptr) std::ofstream(file, std::ios::binary) << got;
  std::istringstream expected(read(file)), actual(got);
  std::size_t line = 0;
  for (std::string want, have; ++line;) {
    const bool more_expected = static_cast<bool>(std::getline(expected, want));
    const bool more_actual = static_cast<bool>(std::getline(actual, have));
    if (!more_expected && !more_actual) break;
    INFO(file << ":" << line);
    REQUIRE((more_actual ? have : "(no more lines)") == (more_expected ? want : "(no more lines)"));
  }
}

std::size_t count(const std::vector<Json>& rows, const std::string& field, const std::string& value) {
  std::size_t n = 0;
  for (const Json& row : rows) n += text(row, field.c_str()) == value ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("operations of the acts of Lublin") {
  const auto rows = dump("operations");
  check_golden("lublin-operations.txt",
               table(rows, {"act", "place", "kind", "targets", "anchor", "effective", "lines", "applied", "note"}));
  CHECK(count(rows, "act", "58/12/2021") == 21);
  CHECK(count(rows, "act", "19/11/2023") == 22);
  std::map<std::string, std::size_t> targets;
  for (const Json& row : rows) targets[text(row, "act")] += row.at("targets").size();
  CHECK(targets["58/12/2021"] == 36);
  CHECK(targets["19/11/2023"] == 33);
}

TEST_CASE("provisions of the acts of Lublin") {
  const auto rows = dump("provisions");
  check_golden("lublin-provisions.txt",
               table(rows, {"citation", "valid_from", "valid_to", "act", "place", "lines", "text"}));
  CHECK(rows.size() == 341);
  std::string ended;
  for (const Json& row : rows)
    if (!row.at("valid_to").is_null())
      ended +=
          text(row, "citation") + " " + text(row, "valid_to") + " " + row.at("ended_by").at("place").get<std::string>();
  CHECK(ended == "§ 12 pkt 2 2023-11-15 § 1 pkt 3");
  std::set<std::string> ids;
  for (const Json& row : rows) ids.insert(text(row, "id"));
  CHECK(ids.size() == rows.size());
}

TEST_CASE("units of the acts of Lublin") {
  const auto rows = dump("units");
  check_golden("lublin-units.txt",
               table(rows, {"code", "parent", "kind", "name", "valid_from", "valid_to", "listed_at"}));
  CHECK(rows.size() == 28);
  std::set<std::string> codes;
  for (const Json& row : rows) codes.insert(text(row, "code"));
  CHECK(codes.size() == 23);
}

TEST_CASE("tasks of the acts of Lublin") {
  const auto rows = dump("tasks");
  std::string lines;
  std::size_t lettered = 0;
  for (const Json& row : rows) {
    lines += text(row, "citation") + " | " + text(row, "valid_from") + " | " +
             (row.at("unit").is_null() ? "?" : row.at("unit").at("code").get<std::string>()) + " | " +
             text(row, "post") + " | " + text(row, "role") + " | " + (row.at("inferred") == false ? "" : "inferred ") +
             text(row, "text") + "\n";
    lettered += row.at("context").is_null() ? 0 : 1;
  }
  check_golden("lublin-tasks.txt", lines);
  CHECK(rows.size() == 286);
  CHECK(count(rows, "valid_from", "2022-01-01") == 173);
  CHECK(count(rows, "valid_from", "2023-11-15") == 113);
  CHECK(lettered == 3);
  for (const Json& row : rows) {
    // No unit without a word of why.
    CHECK(row.at("unit").is_null() != row.at("reason").is_null());
    const std::string position = text(row, "position");
    const bool nameless = position == "§ 12" || position == "§ 13" || position == "§ 21 ust. 4" ||
                          position == "§ 22a" || position == "§ 25 ust. 3";
    INFO(position);
    CHECK(row.at("unit").is_null() == nameless);
    CHECK((row.at("inferred") != false) == (position == "§ 22b ust. 1"));
  }
}

TEST_CASE("diagnostics of the acts of Lublin") {
  check_golden("lublin-diagnostics.txt",
               table(dump("diagnostics"), {"file", "line", "column", "severity", "code", "message"}));
}

TEST_CASE("the law of a day is what is valid on it") {
  const auto on = [](const char* day) {
    std::ostringstream out, err;
    commands::dump({"tasks", "corpus", law::parse_date(day), "lublin"}, {out, err});
    std::size_t lines = 0;
    for (const char c : out.str()) lines += c == '\n' ? 1 : 0;
    return lines;
  };
  CHECK(on("2021-12-31") == 0);
  CHECK(on("2022-01-01") == 173);
  CHECK(on("2023-11-14") == 173);
  CHECK(on("2023-11-15") == 285);
}
