// What became of a task, step by step.
#include "indexer/changes/task_steps.h"

#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using test::Point;

namespace {

// "2023-01-01 moved § 2 pkt 1 certain", a line a step, of the first point.
std::string told(const std::vector<Point>& points) {
  const law::Catalogue catalogue = test::office("x", points);
  std::string out;
  for (const changes::TaskStep& step : changes::later_steps(catalogue, catalogue.tasks.front()))
    out += law::to_string(step.on) + " " + std::string(changes::to_string(step.kind)) + " " +
           (step.after != nullptr ? law::to_string(step.after->citation) + " " : "") +
           std::string(law::to_string(step.certainty)) + "\n";
  return out;
}

const Point kFirst{"§ 1 pkt 1", "A", "prowadzenia rejestru umów", "2022-01-01", "2023-01-01"};

}  // namespace

TEST_CASE("steps of a task") {
  struct Row {
    const char* what;
    std::vector<Point> points;
    const char* told;
  };
  const Row rows[] = {
      {"it is law", {{"§ 1 pkt 1", "A", "prowadzenia rejestru umów"}}, ""},
      {"it went", {kFirst}, "2023-01-01 went certain\n"},
      {"given again in the same words", {kFirst, {"§ 1 pkt 1", "A", "prowadzenia rejestru umów", "2023-01-01"}}, ""},
      {"another unit",
       {kFirst, {"§ 2 pkt 1", "B", "prowadzenia rejestru umów", "2023-01-01"}},
       "2023-01-01 moved § 2 pkt 1 certain\n"},
      {"another number",
       {kFirst, {"§ 1 pkt 4", "A", "prowadzenia rejestru umów", "2023-01-01"}},
       "2023-01-01 renumbered § 1 pkt 4 certain\n"},
      {"other words in its place",
       {kFirst, {"§ 1 pkt 1", "A", "liczenia łosi", "2023-01-01"}},
       "2023-01-01 reworded § 1 pkt 1 certain\n"},
      {"other words elsewhere",
       {kFirst, {"§ 1 pkt 4", "A", "prowadzenia centralnego rejestru umów", "2023-01-01"}},
       "2023-01-01 reworded § 1 pkt 4 likely\n"},
      {"twice, with a day between on which it was only given again",
       {kFirst,
        {"§ 2 pkt 1", "B", "prowadzenia rejestru umów", "2023-01-01", "2023-05-01"},
        {"§ 2 pkt 1", "B", "prowadzenia rejestru umów", "2023-05-01", "2024-01-01"},
        {"§ 3 pkt 1", "C", "prowadzenia rejestru umów", "2024-01-01"}},
       "2023-01-01 moved § 2 pkt 1 certain\n2024-01-01 moved § 3 pkt 1 certain\n"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(told(row.points) == row.told);
  }
}
