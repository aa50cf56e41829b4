#include "searchd/api/chain.h"

#include <algorithm>
#include <array>
#include <set>

#include "indexer/changes/pairs.h"
#include "indexer/changes/task_steps.h"
#include "indexer/changes/wording.h"

namespace kto::api {
namespace {

using law::Succession;
using law::Unit;

law::UnitRef reference(const Unit& unit) {
  return {unit.code, unit.name, unit.kind};
}

const Unit* bearer_on(const std::vector<Unit>& bearers, law::Date day) {
  const auto found =
      std::find_if(bearers.begin(), bearers.end(), [&](const Unit& unit) { return unit.validity.contains(day); });
  return found == bearers.end() ? nullptr : &*found;
}

class UnitFollower {
 public:
  UnitFollower(const std::vector<Unit>& units, const std::vector<Succession>& successions, law::Date until)
      : units_(units), successions_(successions), until_(until) {}

  Chain run(const std::string& code, law::Date from) {
    follow(code, from);
    std::stable_sort(out_.steps.begin(), out_.steps.end(),
                     [](const ChainStep& a, const ChainStep& b) { return a.on < b.on; });
    return std::move(out_);
  }

 private:
  void follow(const std::string& code, law::Date from) {
    if (!seen_.insert({code, from}).second) return;
    const std::vector<Unit> all = bearers(units_, code);
    const Unit* at = bearer_on(all, from);
    while (at != nullptr && at->validity.to && *at->validity.to <= until_) {
      const Unit* next = bearer_on(all, *at->validity.to);
      if (next == nullptr) return hand_over(*at, *at->validity.to);
      compare(*at, *next);
      at = next;
    }
    if (at == nullptr) return;
    const auto same = [&](const Waypoint& one) { return one.unit && one.unit->code == code; };
    if (std::none_of(out_.ends.begin(), out_.ends.end(), same)) out_.ends.push_back({reference(*at), std::nullopt});
  }

  void compare(const Unit& before, const Unit& after) {
    const auto step = [&](StepKind kind) {
      ChainStep one{after.validity.from, kind, {reference(before), std::nullopt}, {}, {}};
      one.to.push_back({{reference(after), std::nullopt}, law::Certainty::certain, {}, 0, 0});
      if (!after.act.empty()) one.by.push_back({after.act, after.place});
      out_.steps.push_back(std::move(one));
    };
    if (changes::same_wording(before.name) != changes::same_wording(after.name)) step(StepKind::renamed);
    if (before.parent != after.parent) step(StepKind::placed);
  }

  void hand_over(const Unit& ended, law::Date day) {
    ChainStep step{day, StepKind::succeeded, {reference(ended), std::nullopt}, {}, {}};
    if (ended.ended_by) step.by.push_back(*ended.ended_by);
    std::vector<std::string> next;
    for (const Succession& one : successions_) {
      if (one.from != ended.code || one.on != day) continue;
      const std::vector<Unit> all = bearers(units_, one.to);
      const Unit* to = bearer_on(all, day);
      const law::UnitRef unit = to != nullptr ? reference(*to) : law::UnitRef{one.to, "", law::UnitKind::inne};
      step.to.push_back({{unit, std::nullopt}, one.certainty, one.reasons, one.tasks, one.of});
      for (const law::Provenance& by : one.by)
        if (std::find(step.by.begin(), step.by.end(), by) == step.by.end()) step.by.push_back(by);
      next.push_back(one.to);
    }
    out_.steps.push_back(std::move(step));
    for (const std::string& code : next) follow(code, day);
  }

  const std::vector<Unit>& units_;
  const std::vector<Succession>& successions_;
  law::Date until_;
  std::set<std::pair<std::string, law::Date>> seen_;
  Chain out_;
};

StepKind kind_of(changes::Kind kind) {
  switch (kind) {
    case changes::Kind::moved:
      return StepKind::moved;
    case changes::Kind::reworded:
      return StepKind::reworded;
    case changes::Kind::renumbered:
      return StepKind::renumbered;
    case changes::Kind::came:
    case changes::Kind::first_known:
    case changes::Kind::went:
      break;
  }
  return StepKind::went;
}

Waypoint waypoint(const law::TaskPoint& task) {
  return {task.unit, task};
}

}  // namespace

std::string_view to_string(StepKind kind) {
  constexpr std::array<std::string_view, 7> kNames{"renamed",  "placed",     "succeeded", "moved",
                                                   "reworded", "renumbered", "went"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Unit> bearers(const std::vector<Unit>& units, const std::string& code) {
  std::vector<Unit> own, heads;
  for (const Unit& unit : units)
    if (unit.code == code) (unit.kind == law::UnitKind::kierownik ? heads : own).push_back(unit);
  std::vector<Unit>& out = own.empty() ? heads : own;
  std::stable_sort(out.begin(), out.end(),
                   [](const Unit& a, const Unit& b) { return a.validity.from < b.validity.from; });
  return out;
}

Chain follow_unit(const std::vector<Unit>& units, const std::vector<Succession>& successions, const std::string& code,
                  law::Date from, law::Date until) {
  return UnitFollower(units, successions, until).run(code, from);
}

Chain follow_task(const law::Catalogue& catalogue, const law::TaskPoint& task, law::Date until) {
  Chain out;
  const law::TaskPoint* at = &task;
  for (changes::TaskStep& step : changes::later_steps(catalogue, task)) {
    if (step.on > until) break;
    ChainStep one{step.on, kind_of(step.kind), waypoint(*step.before), {}, std::move(step.by)};
    if (step.after != nullptr) one.to.push_back({waypoint(*step.after), step.certainty, {}, 0, 0});
    out.steps.push_back(std::move(one));
    at = step.after;
  }
  // An act may have given the task again in the same words since.
  for (const law::TaskPoint& other : catalogue.tasks)
    if (at != nullptr && other.validity.contains(until) && changes::place_of(other) == changes::place_of(*at))
      at = &other;
  if (at != nullptr && at->validity.contains(until)) out.ends.push_back(waypoint(*at));
  return out;
}

}  // namespace kto::api
