// Who took over from a unit that is listed no longer.
#include "indexer/changes/successors.h"

#include "indexer/corpus/office_law.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;

namespace {

constexpr const char* kMonday = "2022-01-01";
constexpr const char* kTuesday = "2023-01-01";

struct Listed {
  const char* code;
  const char* name;
  const char* place;
  const char* from = kMonday;
  const char* to = "";
  const char* parent = "";
};

struct Task {
  const char* citation;
  const char* unit;
  const char* text;
  const char* from = kMonday;
  const char* to = "";
};

law::Catalogue office(const std::vector<Listed>& units, const std::vector<Task>& tasks) {
  law::Catalogue out;
  for (const Listed& one : units) {
    law::Unit unit;
    unit.code = one.code;
    unit.name = one.name;
    unit.kind = law::UnitKind::referat;
    if (*one.parent != '\0') unit.parent = one.parent;
    unit.validity = {test::day(one.from), law::parse_date(one.to)};
    unit.act = one.from == std::string(kMonday) ? "1" : "2";
    unit.listed_at = one.place;
    if (unit.validity.to) unit.ended_by = law::Provenance{"2", "§ 1"};
    out.units.push_back(unit);
  }
  for (const Task& one : tasks) {
    law::TaskPoint task;
    task.id = std::string(one.citation) + "-" + one.from;
    task.citation = law::parse_citation(one.citation).value();
    task.text = one.text;
    task.unit = law::UnitRef{one.unit, "", law::UnitKind::referat};
    task.validity = {test::day(one.from), law::parse_date(one.to)};
    out.tasks.push_back(task);
  }
  return out;
}

// "2023-01-01 A → B likely 1/2 same_tasks same_place", a line each.
std::string told(const std::vector<law::Succession>& successions) {
  std::string out;
  for (const law::Succession& one : successions) {
    out += law::to_string(one.on) + " " + one.from + " → " + one.to + " " + std::string(law::to_string(one.certainty)) +
           " " + std::to_string(one.tasks) + "/" + std::to_string(one.of);
    for (const law::SuccessionReason reason : one.reasons) out += " " + std::string(law::to_string(reason));
    out += "\n";
  }
  return out;
}

const Listed kGone{"A", "referat umów", "§ 3 pkt 1", kMonday, kTuesday};
const Listed kStays{"B", "referat map", "§ 3 pkt 2"};
const Listed kStaysToo{"C", "referat sieci", "§ 3 pkt 3"};
const char* const kRegister = "prowadzenia rejestru umów";
const char* const kArchive = "przekazywania dokumentów do archiwum";

}  // namespace

TEST_CASE("what speaks for a successor, and how surely") {
  struct Row {
    const char* what;
    std::vector<Listed> units;
    std::vector<Task> tasks;
    const char* told;
  };
  const Row rows[] = {
      {"nobody", {kGone, kStays}, {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday}}, ""},
      {"nothing ended", {kStays}, {{"§ 2 pkt 1", "B", kRegister}}, ""},
      {"the same name under another code",
       {kGone, {"X", "Referat  umów", "§ 9", kTuesday}},
       {},
       "2023-01-01 A → X certain 0/0 same_name\n"},
      {"all its tasks",
       {kGone, kStays},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday}, {"§ 2 pkt 1", "B", kRegister, kTuesday}},
       "2023-01-01 A → B certain 1/1 same_tasks\n"},
      {"all its tasks, where they stood",
       {kGone, kStays},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday}, {"§ 1 pkt 1", "B", kRegister, kTuesday}},
       "2023-01-01 A → B certain 1/1 same_tasks\n"},
      {"a task in other words",
       {kGone, kStays},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday},
        {"§ 2 pkt 1", "B", "prowadzenia centralnego rejestru umów", kTuesday}},
       "2023-01-01 A → B certain 1/1 same_tasks\n"},
      {"half of its tasks each",
       {kGone, kStays, kStaysToo},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday},
        {"§ 1 pkt 2", "A", "budowy sieci światłowodowych", kMonday, kTuesday},
        {"§ 2 pkt 1", "B", kRegister, kTuesday},
        {"§ 5 pkt 1", "C", "budowy sieci światłowodowych", kTuesday}},
       "2023-01-01 A → B likely 1/2 same_tasks\n2023-01-01 A → C likely 1/2 same_tasks\n"},
      {"one of three tasks",
       {kGone, kStays},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday},
        {"§ 1 pkt 2", "A", "budowy sieci światłowodowych", kMonday, kTuesday},
        {"§ 1 pkt 3", "A", "liczenia łosi w lasach", kMonday, kTuesday},
        {"§ 2 pkt 1", "B", kRegister, kTuesday}},
       "2023-01-01 A → B possible 1/3 same_tasks\n"},
      {"one of three tasks, and its place",
       {kGone, {"X", "referat zleceń", "§ 3 pkt 1", kTuesday}},
       {{"§ 1 pkt 1", "A", kRegister, kMonday, kTuesday},
        {"§ 1 pkt 2", "A", "budowy sieci światłowodowych", kMonday, kTuesday},
        {"§ 1 pkt 3", "A", "liczenia łosi w lasach", kMonday, kTuesday},
        {"§ 2 pkt 1", "X", kRegister, kTuesday}},
       "2023-01-01 A → X likely 1/3 same_tasks same_place\n"},
      {"its place alone",
       {kGone, {"X", "referat zleceń", "§ 3 pkt 1", kTuesday}},
       {},
       "2023-01-01 A → X possible 0/0 same_place\n"},
      // a duty that others have too is not handed over
      {"what every unit does",
       {kGone, kStays, kStaysToo},
       {{"§ 1 pkt 1", "A", kArchive, kMonday, kTuesday},
        {"§ 2 pkt 1", "B", kArchive, kTuesday},
        {"§ 5 pkt 1", "C", kArchive}},
       ""},
      {"the unit above, where nobody else is found",
       {kStays, {"B-I", "stanowisko", "§ 3 pkt 2 lit. a", kMonday, kTuesday, "B"}},
       {},
       "2023-01-01 B-I → B possible 0/0 unit_above\n"},
      {"listed anew on the day it ends, it goes on",
       {kGone, {"A", "referat umów i zleceń", "§ 4", kTuesday}, {"X", "referat umów", "§ 9", kTuesday}},
       {},
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(told(changes::successions(office(row.units, row.tasks))) == row.told);
  }
}

TEST_CASE("the successors in the example office, and what made them") {
  for (const corpus::OfficeSource& source : corpus::read_corpus("corpus")) {
    if (source.id != "przykladowa") continue;
    const auto successions = changes::successions(to_catalogue(corpus::read_law(source)));
    CHECK(told(successions) ==
          "2020-07-01 OR-IV → IC-I likely 4/5 same_tasks\n"  // computing, to a new unit
          "2020-07-01 OR-IV → IC-II possible 1/5 same_tasks\n"
          "2022-09-20 OR-V → OR-III certain 4/4 same_tasks\n"       // the archive
          "2023-01-01 SG → GKOŚ possible 2/7 same_tasks\n"          // the guard, dissolved
          "2024-01-15 DP → DG likely 7/10 same_tasks same_place\n"  // business and promotion are parted
          "2024-01-15 DP → PR possible 3/10 same_tasks\n");
    REQUIRE(successions.size() == 6);
    CHECK(successions[2].by == std::vector<law::Provenance>{{"31/2022", "§ 1 pkt 3 lit. a"},
                                                            {"31/2022", "§ 1 pkt 4 lit. b"},
                                                            {"31/2022", "§ 1 pkt 4 lit. a"}});
  }
}
