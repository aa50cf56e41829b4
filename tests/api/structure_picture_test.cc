// The structure of a day with what its last change brought and took, and the picture of it.
#include "searchd/pages/structure_picture.h"

#include "tests/support/catch.h"

using namespace kto;
using namespace kto::pages;

namespace {

law::Date day(const char* iso) {
  return *law::parse_date(iso);
}

law::Unit unit(const char* code, const char* parent, const char* from, const char* to = "") {
  law::Unit out;
  out.id = std::string(code) + from;
  out.code = code;
  out.name = std::string("referat ds. ") + code;
  if (*parent) out.parent = parent;
  out.validity = {day(from), law::parse_date(to)};
  return out;
}

std::string in_short(const StructureStates& states) {
  std::string out;
  for (const auto& one : states.units) {
    const UnitState state = states.state(one.id);
    out += (out.empty() ? "" : " ") + std::string(state == UnitState::gone       ? "-"
                                                  : state == UnitState::appeared ? "+"
                                                                                 : "");
    out += one.code;
  }
  if (states.changed) out += " at " + law::to_string(*states.changed);
  if (states.next) out += " next " + law::to_string(*states.next);
  return out;
}

unsigned number(const Data& data, const char* name) {
  return static_cast<unsigned>(std::stoul(data.get(name)->string_value()));
}

}  // namespace

TEST_CASE("states of units") {
  const std::vector<law::Unit> units = {unit("A", "", "2022-01-01"), unit("B", "A", "2022-01-01", "2023-11-15"),
                                        unit("C", "A", "2023-11-15"), unit("D", "A", "2022-01-01", "2023-11-15"),
                                        unit("D", "", "2023-11-15", "2025-02-01")};
  const struct {
    const char* day;
    const char* states;
  } rows[] = {
      {"2021-12-31", " next 2023-11-15"},       // nothing is known yet, and what is known first is no change
      {"2022-01-01", "A B D next 2023-11-15"},  // known from this day, not new on it
      {"2023-11-15", "A -B +C D at 2023-11-15 next 2025-02-01"},  // D moved: it bears its code on
      {"2024-06-01", "A -B +C D at 2023-11-15 next 2025-02-01"},
      {"2025-02-01", "A C -D at 2025-02-01"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.day);
    CHECK(in_short(structure_states(units, day(row.day), day("2022-01-01"))) == row.states);
  }
}

TEST_CASE("broken names") {
  using Lines = std::vector<std::string>;
  CHECK(broken("", 10, 3) == Lines{});
  CHECK(broken("referat dróg", 12, 3) == Lines{"referat dróg"});
  CHECK(broken("referat dróg", 11, 3) == Lines{"referat", "dróg"});
  CHECK(broken("referat ds. dróg i mostów", 8, 2) == Lines{"referat", "ds. dró…"});
  CHECK(broken("współprzewodniczący", 8, 3) == Lines{"współprz", "ewodnicz", "ący"});
}

TEST_CASE("boxes of the picture") {
  std::vector<law::Unit> units;
  for (const char* root : {"A", "B"}) {
    units.push_back(unit(root, "", "2022-01-01"));
    for (int i = 0; i < 4; ++i) {
      const std::string child = root + std::to_string(i);
      units.push_back(unit(child.c_str(), root, "2022-01-01"));
      if (i == 2) units.push_back(unit((child + "x").c_str(), child.c_str(), "2022-01-01"));
    }
  }
  units.push_back(unit("GONE", "A", "2022-01-01", "2023-11-15"));
  const auto states = structure_states(units, day("2024-01-01"), day("2022-01-01"));
  const Data picture = structure_picture(api::tree("x", states.units, day("2024-01-01")), states, {day("2024-01-01")});
  const auto& boxes = picture.get("boxes")->list_value();
  REQUIRE(boxes.size() == units.size());
  CHECK(picture.get("lines")->list_value().size() == 11);
  unsigned linked = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    linked += boxes[i].get("address")->is_string();
    for (std::size_t k = 0; k < i; ++k) {
      if (number(boxes[i], "x") != number(boxes[k], "x")) continue;
      const unsigned a = number(boxes[i], "y"), b = number(boxes[k], "y");
      CHECK((a + number(boxes[i], "box_height") < b || b + number(boxes[k], "box_height") < a));
    }
  }
  CHECK(linked == units.size() - 1);  // a unit that is gone has no page on that day
  CHECK(picture.get("width")->string_value() == "46.0000rem");
}
