#include "searchd/pages/unit_timeline.h"

#include <algorithm>
#include <map>

#include "searchd/pages/change_words.h"
#include "searchd/pages/view.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

constexpr std::chrono::days kOneDay{1};

// "te same zadania (5 z 7), ta sama nazwa": why a successor is taken for one.
std::string reasons(const law::Succession& one) {
  std::string out;
  for (const auto reason : one.reasons) {
    constexpr const char* kWords[] = {"te same zadania", "ta sama nazwa", "to samo miejsce", "komórka nad nią"};
    out += (out.empty() ? "" : ", ") + std::string(kWords[static_cast<std::size_t>(reason)]);
    if (reason == law::SuccessionReason::same_tasks)
      out += " (" + std::to_string(one.tasks) + " z " + std::to_string(one.of) + ")";
  }
  return out;
}

class Line {
 public:
  explicit Line(const UnitPast& past) : past_(past) {}

  Data draw() {
    for (const auto& day : past_.history.days)
      for (const auto& change : day.units) add(day.on, event(unit_change_words(change), change.by));
    for (const auto& one : past_.history.predecessors) add(one.on, succession("Poprzednik", one, one.from, kOneDay));
    for (const auto& one : past_.history.successors) add(one.on, succession("Następca", one, one.to, {}));
    for (const auto& day : past_.history.days) add_tasks(day);
    const auto after = steps_.upper_bound(past_.place.as_of);
    List out;
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step)
      out.push_back(
          step_view(step->first, step->second, after != steps_.begin() && step->first == std::prev(after)->first));
    Data data;
    data.set("has_steps", !out.empty());
    data.set("steps", out);
    data.set("untold", !past_.tasks);
    return data;
  }

 private:
  void add(law::Date on, Data event) { steps_[on].push_back(std::move(event)); }

  Data event(const std::string& words, const std::vector<law::Provenance>& by) const {
    Data out;
    out.set("words", words);
    out.set("unit", false);
    out.set("why", false);
    out.set("by", past_.citing.cited_once(by));
    return out;
  }

  // `ago`: how long before the change the other unit is to be shown: one that ended by it was law the day before.
  Data succession(const std::string& what, const law::Succession& one, const std::string& other,
                  std::chrono::days ago) const {
    Data out = event(what + " (" + certainty_words(one.certainty) + "):", one.by);
    out.set("unit", other_unit(other, one.on - ago));
    out.set("why", text_or_false(reasons(one)));
    return out;
  }

  Data other_unit(const std::string& code, law::Date day) const {
    law::Unit unit;
    unit.code = code;
    for (const auto& one : past_.office.units)
      if (one.code == code && one.parent != code && one.validity.contains(day)) unit = one;
    return unit_link(unit, {day, past_.place.office});
  }

  // How many tasks came, went or changed, of each kind; of moved ones where from or where to.
  void add_tasks(const api::HistoryDay& day) {
    for (const auto kind : kKindsShown) {
      std::map<std::string, unsigned> counts;
      for (const auto& change : day.tasks)
        if (change.kind == kind) ++counts[task_words(change)];
      for (const auto& [words, count] : counts) add(day.on, event(words + ": " + std::to_string(count) + ".", {}));
    }
  }

  std::string task_words(const changes::TaskChange& change) const {
    if (change.kind != changes::Kind::moved) return kind_words(change.kind);
    const auto code = [](const std::optional<law::TaskPoint>& task) {
      return task && task->unit ? task->unit->code : std::string();
    };
    const std::string before = code(change.before), after = code(change.after);
    const auto named = [](const std::string& other) { return other.empty() ? "komórki bez nazwy w akcie" : other; };
    if (before == after) return "Zadania, które przeszły między stanowiskami";
    return after == past_.history.code ? "Zadania, które przyszły z " + named(before)
                                       : "Zadania, które odeszły do " + named(after);
  }

  Data step_view(law::Date on, const List& events, bool current) const {
    Data out;
    out.set("day", law::to_polish(on));
    out.set("iso", law::to_string(on));
    out.set("address", unit_address(past_.history.code, {on, past_.place.office}));
    out.set("changes_address", changes_address(on - kOneDay, on, past_.place));
    out.set("current", current);
    out.set("events", events);
    return out;
  }

  const UnitPast& past_;
  std::map<law::Date, List> steps_;
};

}  // namespace

Data timeline_view(const UnitPast& past) {
  return Line(past).draw();
}

}  // namespace kto::pages
