// A catalogue as JSON Lines: there and back, and every way to write it wrongly.
#include "indexer/catalogue/read.h"

#include <sstream>

#include "indexer/catalogue/rows.h"
#include "indexer/law/error.h"
#include "tests/support/catch.h"

using namespace kto;

namespace {

law::Date day(const char* iso) {
  return law::parse_date(iso).value();
}

std::vector<law::Catalogue> read(const std::string& text) {
  std::istringstream in(text);
  return catalogue::read_catalogues(in, "tasks.jsonl");
}

std::string faults(const std::string& text) {
  try {
    read(text);
  } catch (const law::Error& error) {
    return error.code() + ": " + error.what();
  }
  return "none";
}

law::TaskPoint full_task() {
  law::TaskPoint task;
  task.id = "x-par16-20240101";
  task.citation = law::parse_citation("§ 16 ust. 1 pkt 8 lit. a").value();
  task.text = "administrowania \"pocztą\"\nśląską";
  task.context = "zadania z zakresu:";
  task.unit = law::UnitRef{"IT-ES", "referat", law::UnitKind::referat};
  task.unit_reason = "jak w sąsiednim punkcie";
  task.inferred = true;
  task.post = "kierownik";
  task.position = "§ 16 ust. 1";
  task.role = law::Role::cooperates;
  task.validity = {day("2024-01-01"), day("2025-01-01")};
  task.made_by = {"19/11/2023", "§ 1 pkt 6"};
  task.ended_by = law::Provenance{"1/2025", "§ 2"};
  task.file = "x/acts/1.txt";
  task.lines = {3, 4};
  return task;
}

law::Unit full_unit() {
  law::Unit unit;
  unit.id = "x-par3-u1";
  unit.code = "IT-ES";
  unit.name = "referat ds. systemów";
  unit.kind = law::UnitKind::referat;
  unit.parent = "IT";
  unit.validity = {day("2024-01-01"), day("2025-01-01")};
  unit.act = "19/11/2023";
  unit.place = "§ 1 pkt 1";
  unit.listed_at = "§ 3 ust. 1 pkt 4";
  unit.ended_by = law::Provenance{"1/2025", "§ 1"};
  unit.inferred = "z sąsiedztwa";
  return unit;
}

law::ActSummary full_act() {
  law::ActSummary act;
  act.id = "19/11/2023";
  act.number = "19/11/2023";
  act.kind = "zarządzenie";
  act.organ = "Prezydent";
  act.title = "zmieniające";
  act.file = "x/acts/1.txt";
  act.date = day("2023-12-01");
  act.in_force = day("2024-01-01");
  act.in_force_rule = "Wchodzi w życie z dniem 1 stycznia 2024 r.";
  act.amends = law::ActRef{"1/2018", day("2018-01-01")};
  act.repeals = {law::ActRef{"2/2018", std::nullopt}};
  act.operations = 7;
  act.not_applied = 1;
  return act;
}

// Parts of a row that is right but for what a test adds.
std::string row(const std::string& more) {
  return R"({"office":"x","id":"a","citation":"§ 1","text":"poczty","valid_from":"2024-01-01")" + more + "}\n";
}

}  // namespace

TEST_CASE("what is written is read back, field by field") {
  law::Catalogue office;
  office.office = "x";
  office.office_name = "Urząd X";
  office.example = true;
  office.acts = {full_act()};
  office.units = {full_unit()};
  office.tasks = {full_task()};
  std::string text;
  for (const auto& line : {catalogue::typed_office_row("x", "Urząd X", true), catalogue::typed_act_row("x", full_act()),
                           catalogue::typed_unit_row("x", full_unit()), catalogue::task_row("x", full_task())})
    text += catalogue::to_line(line) + "\n";
  CHECK(read(text) == std::vector{office});
}

TEST_CASE("a task without a unit keeps the reason") {
  law::TaskPoint task = full_task();
  task.unit.reset();
  task.inferred = false;
  task.unit_reason = "Żaden akt nie nazywa komórki.";
  const auto back = read(catalogue::to_line(catalogue::task_row("x", task)));
  REQUIRE(back.size() == 1);
  CHECK(back[0].tasks == std::vector{task});
  CHECK(back[0].units.empty());
}

TEST_CASE("five fields are enough, and what tasks mention is made of them") {
  const auto offices = read(row(R"(,"unit":{"code":"AB"},"act":"1/2024")") + "\n\n" +
                            R"({"office":"x","id":"b","citation":"§ 2 pkt 1","text":"dróg","valid_from":"2023-01-01",)"
                            R"("valid_to":"2023-06-01","unit":{"code":"AB"},"act":"1/2024"})");
  REQUIRE(offices.size() == 1);
  const auto& office = offices[0];
  CHECK(office.office_name == "x");
  REQUIRE(office.acts.size() == 1);
  CHECK(office.acts[0].id == "1/2024");
  CHECK_FALSE(office.acts[0].in_force);
  REQUIRE(office.units.size() == 1);
  CHECK(office.units[0].code == "AB");
  CHECK(office.units[0].validity == law::Validity{day("2023-01-01"), std::nullopt});
  CHECK_FALSE(office.units[0].inferred.empty());
  CHECK(office.tasks[1].position == "§ 2");
  CHECK(office.tasks[0].role == law::Role::owner);
}

TEST_CASE("where units are listed, one that only tasks mention stays unlisted") {
  const auto offices = read(row(R"(,"unit":{"code":"AB"})") +
                            R"({"type":"unit","office":"x","id":"u","code":"CD","valid_from":"2024-01-01"})");
  REQUIRE(offices[0].units.size() == 1);
  CHECK(offices[0].units[0].code == "CD");
}

TEST_CASE("offices of one file are told apart") {
  const auto offices = read(row("") + R"({"type":"office","office":"a","name":"Urząd A"})");
  REQUIRE(offices.size() == 2);
  CHECK(offices[0].office_name == "Urząd A");
  CHECK(offices[1].office == "x");
}

TEST_CASE("every fault has its line") {
  const struct {
    std::string text, faults;
  } rows[] = {
      {"[1]", "tasks.jsonl:1: is no JSON object"},
      {"\n{\"office\":", "tasks.jsonl:2: is no JSON object"},
      {row(R"(,"txt":"a")"), "tasks.jsonl:1: unknown field \"txt\""},
      {row(R"(,"unit":{"code":"A","colour":1})"), "tasks.jsonl:1: \"unit\": unknown field \"colour\""},
      {row(R"(,"unit":{"name":"A"})"), "tasks.jsonl:1: \"unit\": \"code\" is missing"},
      {row(R"(,"unit":"A")"), "tasks.jsonl:1: \"unit\" must be an object or null"},
      {row(R"(,"context":7)"), "tasks.jsonl:1: \"context\" must be text or null"},
      {row(R"(,"role":"chief")"), "tasks.jsonl:1: \"role\": there is no chief"},
      {row(R"(,"unit":{"code":"A","kind":"team"})"), "tasks.jsonl:1: \"unit\": \"kind\": there is no team"},
      {row(R"(,"valid_to":"2024-13-01")"), "tasks.jsonl:1: \"valid_to\" is no day written YYYY-MM-DD: 2024-13-01"},
      {row(R"(,"valid_to":"2024-01-01")"),
       "tasks.jsonl:1: \"valid_to\" is the first day no longer in force and must come after \"valid_from\""},
      {row(R"(,"lines":[1])"), "tasks.jsonl:1: \"lines\" must be the first and the last line: [12, 14]"},
      {row(R"(,"lines":[-1,2])"), "tasks.jsonl:1: \"lines\" must be the first and the last line: [12, 14]"},
      {row(R"(,"inferred":true)"), "tasks.jsonl:1: \"inferred\" must be false or the reason"},
      {row(R"(,"ended_by":{"act":""})"), "tasks.jsonl:1: \"ended_by\": \"act\" is missing"},
      {R"({"office":"X y","id":"a","citation":"16/1","text":"b","valid_from":"2024-01-01"})",
       "tasks.jsonl:1: \"office\" must be lower-case letters, digits and hyphens, at most 64: X y\n"
       "tasks.jsonl:1: \"citation\" is no citation such as § 16 ust. 1 pkt 8: 16/1"},
      {R"({"type":"chief","office":"x"})",
       "tasks.jsonl:1: there is no type chief; known are office, act, unit, and none for a task point"},
      {R"({"type":"act","office":"x","id":"1","operations":-1,"repeals":[7]})",
       "tasks.jsonl:1: \"repeals\": \"act\" must be an object or null\ntasks.jsonl:1: \"operations\" must be a whole "
       "number"},
      {std::string((std::size_t{1} << 20) + 1, 'a'), "tasks.jsonl:1: the line is longer than 1 MiB"},
  };
  for (const auto& one : rows) {
    INFO(one.text.substr(0, 200));
    CHECK(faults(one.text) == "catalogue-invalid: " + one.faults);
  }
}

TEST_CASE("a fault of every row is told ten times") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "{}\n";
  const std::string told = faults(text);
  CHECK(std::count(told.begin(), told.end(), '\n') == 10);
  CHECK(told.find("… and 2490 more faults") != std::string::npos);
}
