#include "indexer/changes/changes.h"

#include <algorithm>
#include <array>

#include "indexer/changes/pairs.h"
#include "indexer/changes/units.h"

namespace kto::changes {
namespace {

// What stood in the task's place on `from` without its words being known: the task, or its forerunner, may be that.
std::optional<law::UnknownEnd> former_of(const law::TaskPoint& task, const law::Catalogue& catalogue, law::Date from) {
  for (const law::UnknownEnd& end : catalogue.unknown_ends)
    if (end.ended_on > from && end.ended_on <= task.validity.from && end.citation.contains(task.citation)) return end;
  return std::nullopt;
}

std::optional<law::Date> known_from(const law::Catalogue& catalogue) {
  std::optional<law::Date> first;
  const auto take = [&](law::Date day) { first = first ? std::min(*first, day) : day; };
  for (const law::TaskPoint& task : catalogue.tasks) take(task.validity.from);
  for (const law::Unit& unit : catalogue.units) take(unit.validity.from);
  return first;
}

class Reader {
 public:
  Reader(const law::Catalogue& catalogue, law::Date from, law::Date to) : catalogue_(catalogue) {
    out_.office = catalogue.office;
    out_.from = std::min(from, to);
    out_.to = std::max(from, to);
    out_.known_from = known_from(catalogue);
  }

  Changes run() {
    for (const law::ActSummary& act : catalogue_.acts)
      if (act.in_force && between(*act.in_force)) out_.acts.push_back(act.id);
    for (const law::UnknownEnd& end : catalogue_.unknown_ends)
      if (between(end.ended_on)) out_.unknown.push_back(end);
    out_.units = unit_changes(catalogue_, out_.from, out_.to, covered());
    read_tasks();
    return std::move(out_);
  }

 private:
  bool between(law::Date day) const { return out_.from < day && day <= out_.to; }
  bool covered() const { return out_.known_from && *out_.known_from <= out_.from; }

  std::vector<const law::TaskPoint*> tasks_on(law::Date day) const {
    std::vector<const law::TaskPoint*> tasks;
    for (const law::TaskPoint& task : catalogue_.tasks)
      if (task.validity.contains(day)) tasks.push_back(&task);
    return tasks;
  }

  void read_tasks() {
    const Pairing pairing = pair_up(tasks_on(out_.from), tasks_on(out_.to));
    for (const Pair& pair : pairing.pairs) out_.tasks.push_back(paired(pair));
    for (const law::TaskPoint* task : pairing.only_before) {
      TaskChange change;
      change.kind = Kind::went;
      change.before = *task;
      change.by = enders_of(task->ended_by, task->validity, catalogue_);
      out_.tasks.push_back(std::move(change));
    }
    for (const law::TaskPoint* task : pairing.only_after) out_.tasks.push_back(appeared(*task));
    std::stable_sort(out_.tasks.begin(), out_.tasks.end(), [](const TaskChange& a, const TaskChange& b) {
      return (a.after ? a.after : a.before)->citation < (b.after ? b.after : b.before)->citation;
    });
  }

  TaskChange paired(const Pair& pair) const {
    TaskChange change;
    change.kind = pair.kind;
    change.before = *pair.before;
    change.after = *pair.after;
    change.by = makers_of(*pair.after, pair.before->ended_by);
    if (change.kind != Kind::reworded) return change;
    const std::string before = changes::wording_of(*pair.before), after = changes::wording_of(*pair.after);
    change.likeness = changes::likeness(before, after);
    change.words = differences(before, after);
    return change;
  }
  // The act that gave the words; where their holder changed later, what ended the time of the former one.
  std::vector<law::Provenance> makers_of(const law::TaskPoint& task,
                                         const std::optional<law::Provenance>& former_ended_by = {}) const {
    std::vector<law::Provenance> on_the_day = acts_of(catalogue_, task.validity.from);
    const bool same = std::any_of(on_the_day.begin(), on_the_day.end(),
                                  [&](const law::Provenance& by) { return by.act == task.made_by.act; });
    if (same || on_the_day.empty()) return {task.made_by};
    return former_ended_by ? std::vector{*former_ended_by} : on_the_day;
  }

  TaskChange appeared(const law::TaskPoint& task) const {
    TaskChange change;
    change.after = task;
    change.by = makers_of(task);
    if (covered()) change.former = former_of(task, catalogue_, out_.from);
    change.kind = !covered() || change.former ? Kind::first_known : Kind::came;
    return change;
  }

  const law::Catalogue& catalogue_;
  Changes out_;
};

}  // namespace

std::string_view to_string(Kind kind) {
  constexpr std::array<std::string_view, 6> kNames{"moved", "reworded", "renumbered", "came", "first_known", "went"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(UnitChangeKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"came", "first_known", "went", "renamed", "recoded", "moved"};
  return kNames[static_cast<std::size_t>(kind)];
}

Changes between(const law::Catalogue& catalogue, law::Date from, law::Date to) {
  return Reader(catalogue, from, to).run();
}

}  // namespace kto::changes
