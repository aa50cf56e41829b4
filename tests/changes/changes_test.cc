#include "indexer/changes/changes.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using test::Point;

namespace {

constexpr const char* kMonday = "2022-01-01";
constexpr const char* kTuesday = "2023-01-01";

std::string side(const std::optional<law::TaskPoint>& task) {
  if (!task) return "-";
  const std::string unit = task->unit ? task->unit->code : "?";
  return law::to_string(task->citation) + " " + unit + (task->post.empty() ? "" : "/" + task->post);
}

// "moved § 1 pkt 1 IT-A → § 2 pkt 1 IT-B", a line a change.
std::string told(const changes::Changes& changes) {
  std::string out;
  for (const changes::TaskChange& change : changes.tasks)
    out += std::string(changes::to_string(change.kind)) + " " + side(change.before) + " → " + side(change.after) + "\n";
  return out;
}

Point gone(Point point) {
  point.to = kTuesday;
  return point;
}
Point fresh(Point point) {
  point.from = kTuesday;
  return point;
}

struct Row {
  const char* what;
  std::vector<Point> points;
  const char* changes;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.what);
    const law::Catalogue catalogue = test::office("x", row.points);
    CHECK(told(changes::between(catalogue, test::day(kMonday), test::day(kTuesday))) == row.changes);
  }
}

const Point kMail{"§ 1 pkt 1", "IT-A", "administrowania systemem poczty"};

}  // namespace

TEST_CASE("what happens to one task") {
  check({
      {"nothing", {kMail}, ""},
      {"given again in the same words",
       {gone(kMail), fresh({"§ 1 pkt 1", "IT-A", "Administrowania systemem poczty"})},
       ""},
      {"came", {kMail, fresh({"§ 1 pkt 2", "IT-A", "prowadzenia rejestru umów"})}, "came - → § 1 pkt 2 IT-A\n"},
      {"went", {gone(kMail)}, "went § 1 pkt 1 IT-A → -\n"},
      {"moved to another unit",
       {gone(kMail), fresh({"§ 2 pkt 7", "IT-B", "administrowania systemem poczty"})},
       "moved § 1 pkt 1 IT-A → § 2 pkt 7 IT-B\n"},
      {"moved where it stands",
       {gone(kMail), fresh({"§ 1 pkt 1", "IT-B", "administrowania systemem poczty"})},
       "moved § 1 pkt 1 IT-A → § 1 pkt 1 IT-B\n"},
      {"moved to the head of the unit",
       {gone(kMail), fresh({"§ 1 pkt 1", "IT-A", "administrowania systemem poczty", "", "", "kierownik"})},
       "moved § 1 pkt 1 IT-A → § 1 pkt 1 IT-A/kierownik\n"},
      {"the unit became known: nothing moved",
       {gone({"§ 1 pkt 1", "", "administrowania systemem poczty"}), fresh(kMail)},
       ""},
      {"renumbered",
       {gone(kMail), fresh({"§ 1 pkt 4", "IT-A", "administrowania systemem poczty"})},
       "renumbered § 1 pkt 1 IT-A → § 1 pkt 4 IT-A\n"},
      {"reworded where it stands, however unlike",
       {gone(kMail), fresh({"§ 1 pkt 1", "IT-A", "utrzymania serwerów"})},
       "reworded § 1 pkt 1 IT-A → § 1 pkt 1 IT-A\n"},
      {"reworded and renumbered",
       {gone(kMail), fresh({"§ 1 pkt 3", "IT-A", "administrowania systemem poczty elektronicznej"})},
       "reworded § 1 pkt 1 IT-A → § 1 pkt 3 IT-A\n"},
      {"other words of another unit are another task",
       {gone(kMail), fresh({"§ 2 pkt 1", "IT-B", "administrowania systemem poczty elektronicznej"})},
       "went § 1 pkt 1 IT-A → -\ncame - → § 2 pkt 1 IT-B\n"},
      {"other words elsewhere in the unit are another task",
       {gone(kMail), fresh({"§ 1 pkt 2", "IT-A", "administrowania siecią"})},
       "went § 1 pkt 1 IT-A → -\ncame - → § 1 pkt 2 IT-A\n"},
  });
}

TEST_CASE("what happens to lists") {
  check({
      {"a new point 1 shifts the others, which keep what they are",
       {gone({"§ 1 pkt 1", "IT-A", "pierwsze zadanie stare"}), gone({"§ 1 pkt 2", "IT-A", "drugie zadanie stare"}),
        fresh({"§ 1 pkt 1", "IT-A", "całkiem nowe"}), fresh({"§ 1 pkt 2", "IT-A", "pierwsze zadanie stare"}),
        fresh({"§ 1 pkt 3", "IT-A", "drugie zadanie stare"})},
       "came - → § 1 pkt 1 IT-A\nrenumbered § 1 pkt 1 IT-A → § 1 pkt 2 IT-A\n"
       "renumbered § 1 pkt 2 IT-A → § 1 pkt 3 IT-A\n"},
      {"the most alike are paired, not the first",
       {gone({"§ 1 pkt 1", "IT-A", "prowadzenie rejestru umów i zleceń"}),
        gone({"§ 1 pkt 2", "IT-A", "prowadzenie rejestru umów i porozumień"}),
        fresh({"§ 1 pkt 4", "IT-A", "prowadzenie centralnego rejestru umów i porozumień"}),
        fresh({"§ 1 pkt 5", "IT-A", "prowadzenie centralnego rejestru umów i zleceń"})},
       "reworded § 1 pkt 2 IT-A → § 1 pkt 4 IT-A\nreworded § 1 pkt 1 IT-A → § 1 pkt 5 IT-A\n"},
      // "przekazywania dokumentów do archiwum" stands in every list: one unit that loses it gives it to nobody
      {"a duty of several units does not move",
       {{"§ 5 pkt 1", "IT-C", "przekazywania dokumentów do archiwum"},
        gone({"§ 1 pkt 1", "IT-A", "przekazywania dokumentów do archiwum"}),
        fresh({"§ 2 pkt 1", "IT-B", "przekazywania dokumentów do archiwum"})},
       "went § 1 pkt 1 IT-A → -\ncame - → § 2 pkt 1 IT-B\n"},
      {"a unit and its post lose one wording to another unit and its post",
       {gone({"§ 1 pkt 1", "IT-A", "zakup sprzętu komputerowego"}),
        gone({"§ 1 pkt 2", "IT-A-I", "zakup sprzętu komputerowego"}),
        fresh({"§ 2 pkt 1", "IT-B", "zakup sprzętu komputerowego"}),
        fresh({"§ 2 pkt 2", "IT-B-I", "zakup sprzętu komputerowego"})},
       "moved § 1 pkt 1 IT-A → § 2 pkt 1 IT-B\nmoved § 1 pkt 2 IT-A-I → § 2 pkt 2 IT-B-I\n"},
  });
}

TEST_CASE("a lettered point that moves leaves its lead-in behind") {
  law::Catalogue catalogue = test::office(
      "x", {gone({"§ 1 pkt 4 lit. e", "IT-A", "udzielanie dotacji na piece"}),
            gone({"§ 1 pkt 4 lit. f", "IT-A", "budynków"}), fresh({"§ 2 pkt 1", "IT-B", "udzielanie dotacji na piece"}),
            fresh({"§ 2 pkt 2", "IT-B", "budynków"})});
  catalogue.tasks[0].context = catalogue.tasks[1].context = "w zakresie ochrony powietrza";
  // "budynków" says nothing without its lead-in
  CHECK(told(changes::between(catalogue, test::day(kMonday), test::day(kTuesday))) ==
        "went § 1 pkt 4 lit. f IT-A → -\nmoved § 1 pkt 4 lit. e IT-A → § 2 pkt 1 IT-B\ncame - → § 2 pkt 2 IT-B\n");
}

TEST_CASE("what is first known is told apart from what came") {
  law::Catalogue catalogue = test::office("x", {kMail, fresh({"§ 16 pkt 1", "IT-B", "szkolenia użytkowników"}),
                                                fresh({"§ 17 pkt 1", "IT-B", "prowadzenia rejestru umów"})});
  catalogue.unknown_ends.push_back({{}, law::parse_citation("§ 16").value(), test::day(kTuesday), {"a", "§ 1"}, false});
  const auto changes = changes::between(catalogue, test::day(kMonday), test::day(kTuesday));
  CHECK(told(changes) == "first_known - → § 16 pkt 1 IT-B\ncame - → § 17 pkt 1 IT-B\n");
  REQUIRE(changes.tasks[0].former);
  CHECK(law::to_string(changes.tasks[0].former->citation) == "§ 16");
  CHECK(changes.unknown.size() == 1);
  // On a day before all that is known nothing can be new.
  const auto early = changes::between(catalogue, test::day("2021-12-31"), test::day(kTuesday));
  CHECK(told(early) ==
        "first_known - → § 1 pkt 1 IT-A\nfirst_known - → § 16 pkt 1 IT-B\nfirst_known - → § 17 pkt 1 IT-B\n");
  CHECK(!early.tasks[0].former);
  CHECK(early.known_from == test::day(kMonday));
  CHECK(changes::between({}, test::day(kMonday), test::day(kTuesday)).known_from == std::nullopt);
}

TEST_CASE("a task whose holder changed is told by the act of that day") {
  law::Catalogue catalogue = test::office("x", {gone(kMail), fresh({"§ 1 pkt 1", "IT-B", kMail.text})});
  catalogue.tasks[1].made_by = catalogue.tasks[0].made_by;  // its words are those of the first act
  const auto changes = changes::between(catalogue, test::day(kMonday), test::day(kTuesday));
  REQUIRE(told(changes) == "moved § 1 pkt 1 IT-A → § 1 pkt 1 IT-B\n");
  CHECK(changes.tasks[0].by == std::vector<law::Provenance>{{"act of 2023-01-01", ""}});
}

TEST_CASE("days may come in either order, and one day has no changes") {
  const law::Catalogue catalogue = test::office("x", {gone(kMail), fresh({"§ 9", "IT-B", "inne"})});
  CHECK(changes::between(catalogue, test::day(kTuesday), test::day(kMonday)) ==
        changes::between(catalogue, test::day(kMonday), test::day(kTuesday)));
  const auto same = changes::between(catalogue, test::day(kTuesday), test::day(kTuesday));
  CHECK(same.tasks.empty());
  CHECK(same.units.empty());
  CHECK(same.acts.empty());
}

TEST_CASE("who did it, and what was done to the words") {
  const law::Catalogue catalogue =
      test::office("x", {gone(kMail), gone({"§ 1 pkt 2", "IT-A", "zakupu map"}),
                         fresh({"§ 1 pkt 1", "IT-A", "administrowania systemem poczty elektronicznej"})});
  const auto changes = changes::between(catalogue, test::day(kMonday), test::day(kTuesday));
  CHECK(changes.acts == std::vector<std::string>{"act of 2023-01-01"});
  REQUIRE(changes.tasks.size() == 2);
  CHECK(changes.tasks[0].by == std::vector<law::Provenance>{{"act of 2023-01-01", "§ 1"}});
  CHECK(changes.tasks[0].words ==
        std::vector<changes::Piece>{{changes::PieceKind::kept, "administrowania systemem poczty"},
                                    {changes::PieceKind::added, "elektronicznej"}});
  CHECK(std::abs(changes.tasks[0].likeness - 6.0 / 7) < 1e-9);
  CHECK(changes.tasks[1].by == std::vector<law::Provenance>{{"act of 2023-01-01", ""}});
}
