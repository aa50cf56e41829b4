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

law::ProvisionVersion full_provision() {
  law::ProvisionVersion version;
  version.id = "x-par16-20240101";
  version.document = {"56/12/2018", "załącznik"};
  version.citation = law::parse_citation("§ 16").value();
  version.text = "Do zadań referatu należy:";
  version.closing = "– oraz inne.";
  version.validity = {day("2024-01-01"), day("2025-01-01")};
  version.made_by = {"19/11/2023", "§ 1 pkt 6"};
  version.ended_by = law::Provenance{"1/2025", "§ 2"};
  version.file = "x/acts/1.txt";
  version.lines = {3, 9};
  return version;
}

law::Operation full_operation() {
  law::Operation operation;
  operation.act = "19/11/2023";
  operation.place = "§ 1 pkt 6";
  operation.kind = "replace";
  operation.document = {"56/12/2018", "załącznik"};
  operation.targets = {"§ 16", "§ 17"};
  operation.anchor = "§ 15";
  operation.effective = day("2024-01-01");
  operation.lines = {3, 9};
  operation.old_text = "poczty";
  operation.new_text = "systemów\npocztowych";
  operation.applied = true;
  operation.note = "dwa razy";
  return operation;
}

law::UnknownEnd full_unknown_end() {
  return {{"56/12/2018", "załącznik"}, law::parse_citation("§ 12").value(), day("2024-01-01"), {"1/2025", "§ 1"}, true};
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
  office.provisions = {full_provision()};
  office.operations = {full_operation()};
  office.unknown_ends = {full_unknown_end()};
  office.details = {"OR-III", {{"email", "a@b.pl"}, {"phone", ""}}};
  office.texts = {{"19/11/2023", "ZARZĄDZENIE\n"}};
  std::string text;
  for (const auto& line :
       {catalogue::typed_office_row({"x", "Urząd X", true, office.details}), catalogue::typed_act_row("x", full_act()),
        catalogue::typed("unit", catalogue::unit_row("x", full_unit())),
        catalogue::typed("operation", catalogue::operation_row("x", full_operation())),
        catalogue::typed("provision", catalogue::provision_row("x", full_provision())),
        catalogue::typed_unknown_end_row("x", full_unknown_end()),
        catalogue::typed_text_row("x", "19/11/2023", {0, "ZARZĄDZENIE\n"}), catalogue::task_row("x", full_task())})
    text += catalogue::to_line(line) + "\n";
  CHECK(read(text) == std::vector{office});
}

TEST_CASE("the text of an act goes in parts, no letter cut, and comes back whole") {
  using catalogue::kTextPart;
  const std::string a(kTextPart - 1, 'a');
  for (const std::string& text :
       {std::string(), a, a + "a", a + "aa", a + "ą", a + "ąą", a.substr(2) + "😀", std::string(3 * kTextPart, 'b')}) {
    INFO(text.size());
    std::string lines;
    for (const auto& part : catalogue::parts_of(text)) {
      CHECK(part.text.size() <= kTextPart);
      lines += catalogue::to_line(catalogue::typed_text_row("x", "1/2024", part)) + "\n";
    }
    const auto back = read(lines);
    REQUIRE(back.size() == 1);
    CHECK(back[0].texts == std::map<std::string, std::string>{{"1/2024", text}});
  }
  CHECK(catalogue::parts_of(a + "ą").size() == 2);
  CHECK(catalogue::parts_of(a + "a").size() == 1);
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
       "tasks.jsonl:1: there is no type chief; known are office, act, unit, provision, operation, unknown_end, text, "
       "and "
       "none for a task point"},
      {R"({"type":"office","office":"x","name":"X","accessibility":{"email":1}})",
       "tasks.jsonl:1: \"accessibility\" must hold texts"},
      {R"({"type":"operation","office":"x","act":"1","kind":"repeal","targets":["§ 1",2],"document":{"page":1}})",
       "tasks.jsonl:1: \"targets\" must be a list of texts\ntasks.jsonl:1: \"document\": unknown field \"page\""},
      {R"({"type":"provision","office":"x","id":"a","citation":"§ 1","valid_from":"2024-01-01","document":[]})",
       "tasks.jsonl:1: \"document\" must be an object or null"},
      {R"({"type":"unknown_end","office":"x","citation":"§ 1"})", "tasks.jsonl:1: \"ended_on\" is missing"},
      {R"({"type":"text","office":"x","act":"1","part":1,"text":"a"})",
       "tasks.jsonl:1: \"part\" must be 0: the parts of a text stand in their order"},
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
