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

std::vector<Json> dump(const std::string& what, const std::string& office = "lublin",
                       std::optional<law::Date> as_of = std::nullopt) {
  std::ostringstream out, err;
  REQUIRE(commands::dump({what, "corpus", as_of, office}, {out, err}) == commands::kDone);
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

std::string task_lines(const std::vector<Json>& rows) {
  std::string out;
  for (const Json& row : rows)
    out += text(row, "citation") + " | " + text(row, "valid_from") + " | " + text(row, "valid_to") + " | " +
           (row.at("unit").is_null() ? "?" : text(row.at("unit"), "code")) + " | " + text(row, "post") + " | " +
           text(row, "role") + " | " + (row.at("inferred") == false ? "" : "inferred ") + text(row, "text") + "\n";
  return out;
}

const std::vector<const char*> kOperation{"act",       "place", "kind",    "targets", "anchor",
                                          "effective", "lines", "applied", "note"};
const std::vector<const char*> kProvision{"citation", "valid_from", "valid_to", "act", "place", "lines", "text"};
const std::vector<const char*> kUnit{"code", "parent", "kind", "name", "valid_from", "valid_to", "listed_at"};
const std::vector<const char*> kDiagnostic{"file", "line", "column", "severity", "code", "message"};

}  // namespace

TEST_CASE("operations of the acts of Lublin") {
  const auto rows = dump("operations");
  check_golden("lublin-operations.txt", table(rows, kOperation));
  CHECK(count(rows, "act", "58/12/2021") == 21);
  CHECK(count(rows, "act", "19/11/2023") == 22);
  std::map<std::string, std::size_t> targets;
  for (const Json& row : rows) targets[text(row, "act")] += row.at("targets").size();
  CHECK(targets["58/12/2021"] == 36);
  CHECK(targets["19/11/2023"] == 33);
}

TEST_CASE("provisions of the acts of Lublin") {
  const auto rows = dump("provisions");
  check_golden("lublin-provisions.txt", table(rows, kProvision));
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
  check_golden("lublin-units.txt", table(rows, kUnit));
  CHECK(rows.size() == 28);
  std::set<std::string> codes;
  for (const Json& row : rows) codes.insert(text(row, "code"));
  CHECK(codes.size() == 23);
}

TEST_CASE("tasks of the acts of Lublin") {
  const auto rows = dump("tasks");
  std::size_t lettered = 0;
  for (const Json& row : rows) lettered += row.at("context").is_null() ? 0 : 1;
  check_golden("lublin-tasks.txt", task_lines(rows));
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
  check_golden("lublin-diagnostics.txt", table(dump("diagnostics"), kDiagnostic));
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

TEST_CASE("the law of the invented office, whole") {
  check_golden("przykladowa-operations.txt", table(dump("operations", "przykladowa"), kOperation));
  check_golden("przykladowa-provisions.txt", table(dump("provisions", "przykladowa"), kProvision));
  check_golden("przykladowa-units.txt", table(dump("units", "przykladowa"), kUnit));
  check_golden("przykladowa-tasks.txt", task_lines(dump("tasks", "przykladowa")));
  check_golden("przykladowa-diagnostics.txt", table(dump("diagnostics", "przykladowa"), kDiagnostic));
}

// Counted without kto, with a program that stops at any target or word that is not there:
// corpus/przykladowa/expected.md. Its task points are innermost items; three lead-ins that are tasks of their own
// ("wydawanie:") come on top.
TEST_CASE("the invented office has what its authors counted") {
  struct Row {
    const char* day;
    std::size_t units, tasks, provisions;
  };
  for (const Row& row : {Row{"2019-02-28", 0, 0, 0}, Row{"2019-03-01", 49, 316, 477}, Row{"2020-07-01", 53, 328, 501},
                         Row{"2021-01-01", 53, 328, 501}, Row{"2022-09-20", 53, 332, 509},
                         Row{"2023-01-01", 50, 327, 499}, Row{"2024-01-15", 52, 329, 505}}) {
    INFO(row.day);
    const auto day = law::parse_date(row.day);
    CHECK(dump("units", "przykladowa", day).size() == row.units);
    CHECK(dump("tasks", "przykladowa", day).size() == (row.tasks > 0 ? row.tasks + 3 : 0));
    std::size_t regulation = 0;
    for (const Json& provision : dump("provisions", "przykladowa", day)) {
      const bool chapter = text(provision, "citation").rfind("rozdział", 0) == 0;
      regulation += !provision.at("document").at("annex").is_null() && !chapter ? 1 : 0;
    }
    CHECK(regulation == row.provisions);
  }
  // Words changed in every number and case, and a holder that changed while the task stayed.
  std::map<std::string, std::string> wording, holder;
  for (const Json& row : dump("provisions", "przykladowa", law::parse_date("2024-01-15")))
    wording[text(row, "citation")] = text(row, "text");
  CHECK(wording["§ 10 ust. 2 pkt 1 lit. d"] == "wieloosobowe stanowisko pracy ds. obsługi klienta (OR-III);");
  CHECK(wording["§ 11 pkt 4"] == "udzielanie klientom informacji o stanie i sposobie załatwienia sprawy;");
  CHECK(wording["§ 16 ust. 1 pkt 18"] == "przyznawanie dodatków mieszkaniowych;");
  for (const char* day : {"2024-01-14", "2024-01-15"})
    for (const Json& row : dump("tasks", "przykladowa", law::parse_date(day)))
      if (text(row, "citation") == "§ 21 pkt 1") holder[day] = text(row.at("unit"), "code");
  CHECK(holder["2024-01-14"] == "DP");
  CHECK(holder["2024-01-15"] == "DG");
}
