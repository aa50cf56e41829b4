#include "searchd/pages/structure_states.h"

#include <algorithm>
#include <set>

namespace kto::pages {
namespace {

std::set<law::Date> days_of_change(const std::vector<law::Unit>& units, std::optional<law::Date> covered_from) {
  std::set<law::Date> out;
  for (const auto& unit : units) {
    out.insert(unit.validity.from);
    if (unit.validity.to) out.insert(*unit.validity.to);
  }
  if (covered_from) out.erase(*covered_from);
  return out;
}

std::set<std::string> codes_in_force(const std::vector<law::Unit>& units, law::Date day) {
  std::set<std::string> out;
  for (const auto& unit : units)
    if (unit.validity.contains(day)) out.insert(unit.code);
  return out;
}

}  // namespace

UnitState StructureStates::state(const std::string& id) const {
  const auto found = of.find(id);
  return found == of.end() ? UnitState::stands : found->second;
}

std::string StructureStates::words(const std::string& id) const {
  const UnitState known = state(id);
  if (known == UnitState::stands || !changed) return "";
  return (known == UnitState::gone ? "niewymieniana od " : "wymieniona od ") + law::to_polish(*changed);
}

StructureStates structure_states(const std::vector<law::Unit>& units, law::Date day,
                                 std::optional<law::Date> covered_from) {
  StructureStates out;
  const auto days = days_of_change(units, covered_from);
  const auto after = days.upper_bound(day);
  if (after != days.end()) out.next = *after;
  if (after != days.begin()) out.changed = *std::prev(after);

  const auto now = codes_in_force(units, day);
  const auto before = out.changed ? codes_in_force(units, *out.changed - std::chrono::days{1}) : now;
  for (const auto& unit : units) {
    if (unit.validity.contains(day)) {
      out.units.push_back(unit);
      if (unit.validity.from == out.changed && !before.contains(unit.code)) out.of[unit.id] = UnitState::appeared;
    } else if (out.changed && unit.validity.to == out.changed && !now.contains(unit.code)) {
      out.units.push_back(unit);
      out.units.back().validity.to.reset();
      out.of[unit.id] = UnitState::gone;
    }
  }
  return out;
}

}  // namespace kto::pages
