// What the tasks of a day show: one task in several units, tasks without a unit or of a unit that is gone, texts that
// end abnormally.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "indexer/changes/pairs.h"
#include "indexer/changes/wording.h"
#include "indexer/commands/audit_findings.h"
#include "indexer/commands/offices.h"
#include "indexer/law/common_task.h"

namespace kto::commands {
namespace {

using law::TaskPoint;

Place place_of(const TaskPoint& task) {
  return {law::to_string(task.citation), task.file, task.lines.first};
}

void add(std::vector<Finding>& out, std::string_view code, const TaskPoint& task, std::string message,
         std::vector<Place> others = {}) {
  out.push_back({code, rule(code).severity, place_of(task), std::move(message), std::move(others)});
}

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " task" : " tasks");
}

// The units of a day as a tree.
class Tree {
 public:
  Tree(const corpus::OfficeLaw& law, law::Date day) {
    for (const law::Unit& unit : law.extraction.units)
      if (unit.validity.contains(day) && unit.kind != law::UnitKind::kierownik) units_.emplace(unit.code, &unit);
  }

  bool lists(const std::string& code) const { return units_.count(code) > 0; }

  // A post belongs to the unit that has it; two posts of one referat are not two units.
  std::string home(const std::string& code) const {
    const auto found = units_.find(code);
    if (found == units_.end() || !is_post(found->second->kind) || !found->second->parent) return code;
    return *found->second->parent;
  }
  bool is_above(const std::string& upper, const std::string& lower) const {
    std::set<std::string> seen;
    for (std::string at = lower; seen.insert(at).second;) {
      const auto found = units_.find(at);
      if (found == units_.end() || !found->second->parent) return false;
      at = *found->second->parent;
      if (at == upper) return true;
    }
    return false;
  }

 private:
  static bool is_post(law::UnitKind kind) {
    return kind == law::UnitKind::stanowisko || kind == law::UnitKind::wieloosobowe_stanowisko;
  }
  std::map<std::string, const law::Unit*> units_;
};

class Tasks {
 public:
  Tasks(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out)
      : law_(law), day_(day), tree_(law, day), versions_(law), out_(out) {
    for (const TaskPoint& task : law.extraction.tasks) {
      if (task.validity.contains(day)) tasks_.push_back(&task);
      if (task.unit) with_unit_.emplace(changes::place_of(task), &task);
    }
  }

  void run() {
    find_repeated();
    find_without_unit();
    find_orphaned();
    find_abnormal_ends();
  }

 private:
  void find_repeated() {
    std::map<std::string, std::vector<const TaskPoint*>> by_wording;
    for (const TaskPoint* task : tasks_)
      if (task->unit) by_wording[changes::same_wording(changes::wording_of(*task))].push_back(task);
    for (const auto& [wording, tasks] : by_wording)
      if (tasks.size() > 1) report_repeated(tasks);
  }
  void report_repeated(const std::vector<const TaskPoint*>& tasks) {
    std::set<std::string> homes;
    for (const TaskPoint* task : tasks) homes.insert(tree_.home(task->unit->code));
    const std::string text = "„" + changes::wording_of(*tasks.front()) + "”: " + holders(tasks);
    add(out_, conflict(homes) ? "task-in-two-units" : "task-repeated-inside", *tasks.front(), text,
        places_behind_first(tasks));
  }
  // Two units of which neither is part of the other.
  bool conflict(const std::set<std::string>& homes) const {
    for (const std::string& a : homes)
      for (const std::string& b : homes)
        if (a < b && !tree_.is_above(a, b) && !tree_.is_above(b, a)) return true;
    return false;
  }
  static std::string holders(const std::vector<const TaskPoint*>& tasks) {
    std::string out;
    for (const TaskPoint* task : tasks) {
      out += (out.empty() ? "" : "; ") + task->unit->code;
      if (!task->post.empty()) out += " (" + task->post + ")";
      out += " " + law::to_string(task->citation);
    }
    return out;
  }

  // One finding a list: what is wrong is wrong with its heading.
  void find_without_unit() {
    std::map<std::pair<std::string, std::string>, std::vector<const TaskPoint*>> lists;
    std::map<std::string, std::vector<const TaskPoint*>> orphans;  // by the unit they had
    for (const TaskPoint* task : tasks_) {
      if (task->unit) continue;
      const law::Unit* former = former_unit(*task);
      if (former != nullptr) {
        orphans[former->code].push_back(task);
      } else {
        lists[{task->position, task->unit_reason}].push_back(task);
      }
    }
    for (const auto& [code, tasks] : orphans) report_orphans(*last_listing(code), tasks);
    for (const auto& [list, tasks] : lists) {
      const auto& [position, reason] = list;
      const bool common = reason.compare(0, law::kCommonTask.size(), law::kCommonTask) == 0;
      add(out_, common ? "task-common" : "task-without-unit", *tasks.front(),
          counted(tasks.size()) + " of " + position + ": " + reason);
    }
  }

  // The unit that held the same task until it was no longer listed.
  const law::Unit* former_unit(const TaskPoint& task) const {
    const auto [begin, end] = with_unit_.equal_range(changes::place_of(task));
    for (auto before = begin; before != end; ++before)
      if (before->second->validity.to == task.validity.from && !tree_.lists(before->second->unit->code))
        return last_listing(before->second->unit->code);
    return nullptr;
  }

  static std::vector<Place> places_behind_first(const std::vector<const TaskPoint*>& tasks) {
    std::vector<Place> out;
    for (std::size_t i = 1; i < tasks.size(); ++i) out.push_back(place_of(*tasks[i]));
    return out;
  }

  void report_orphans(const law::Unit& unit, const std::vector<const TaskPoint*>& tasks) {
    add(out_, "task-orphaned", *tasks.front(),
        counted(tasks.size()) + " of " + unit.code + " " + unit.name + ", listed at " + unit.listed_at + " until " +
            law::to_string(*unit.validity.to),
        places_behind_first(tasks));
  }

  // Tasks that still name a unit which the listing of the day lacks.
  void find_orphaned() {
    std::map<std::string, std::vector<const TaskPoint*>> by_code;
    for (const TaskPoint* task : tasks_)
      if (task->unit && !tree_.lists(task->unit->code)) by_code[task->unit->code].push_back(task);
    for (const auto& [code, tasks] : by_code) {
      if (const law::Unit* last = last_listing(code)) {
        report_orphans(*last, tasks);
      } else {
        add(out_, "unit-not-listed", *tasks.front(),
            code + " has " + counted(tasks.size()) + " from " + law::to_string(tasks.front()->citation) + " on; " +
                tasks.front()->unit_reason,
            places_behind_first(tasks));
      }
    }
  }
  const law::Unit* last_listing(const std::string& code) const {
    const law::Unit* last = nullptr;
    for (const law::Unit& unit : law_.extraction.units)
      if (unit.code == code && unit.kind != law::UnitKind::kierownik && unit.validity.to && *unit.validity.to <= day_ &&
          (last == nullptr || *last->validity.to < *unit.validity.to))
        last = &unit;
    return last;
  }

  void find_abnormal_ends() {
    struct Stops {
      std::size_t with = 0, all = 0;
    };
    std::map<std::pair<std::string, std::string>, Stops> stops;  // by list
    std::map<const TaskPoint*, bool> stopped;
    for (const TaskPoint* task : tasks_) {
      const law::ProvisionVersion* version = versions_.of(*task, day_);
      if (version == nullptr) continue;
      stopped[task] = ends_with_stop(version->text);
      Stops& list = stops[{task->file, task->position}];
      list.with += stopped[task] ? 1 : 0;
      ++list.all;
    }
    for (const TaskPoint* task : tasks_) {
      const auto found = stopped.find(task);
      if (found == stopped.end()) continue;
      const Stops& list = stops[{task->file, task->position}];
      // Some offices use no stops at all: a missing one is odd where most of the list have theirs.
      std::string why = fault_at_end(task->text);
      if (why.empty() && !found->second && 2 * list.with > list.all) why = "has no stop at its end";
      if (!why.empty()) add(out_, "abnormal-end", *task, "„" + tail(task->text) + "” " + why);
    }
  }
  static bool ends_with_stop(const std::string& text) {
    return !text.empty() && std::string_view(".;,:").find(text.back()) != std::string_view::npos;
  }
  static std::size_t count(const std::string& text, std::string_view mark) {
    std::size_t out = 0;
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += mark.size()) ++out;
    return out;
  }
  static std::string fault_at_end(const std::string& text) {
    // No Polish sentence ends with one of these.
    constexpr std::array<std::string_view, 22> kUnfinished{"i",  "oraz", "lub", "albo", "a",   "w",   "we",    "z",
                                                           "ze", "do",   "na",  "o",    "od",  "dla", "przez", "przy",
                                                           "po", "za",   "ku",  "pod",  "nad", "że"};
    const std::size_t blank = text.rfind(' ');
    const std::string last = blank == std::string::npos ? text : text.substr(blank + 1);
    if (std::find(kUnfinished.begin(), kUnfinished.end(), last) != kUnfinished.end())
      return "breaks off at „" + last + "”";
    if (!text.empty() && text.back() == '-') return "breaks off at a hyphen";
    if (count(text, "(") > count(text, ")")) return "opens a bracket and does not close it";
    if (count(text, "„") > count(text, "”") + count(text, "“") + count(text, "\""))
      return "opens a quotation and does not close it";
    return {};
  }
  // Its last words, for recognising it.
  static std::string tail(const std::string& text) {
    std::size_t at = text.size();
    for (int words = 0; words < 6 && at != std::string::npos && at > 0; ++words) at = text.rfind(' ', at - 1);
    return at == std::string::npos || at == 0 ? text : "…" + text.substr(at);
  }

  const corpus::OfficeLaw& law_;
  law::Date day_;
  Tree tree_;
  Versions versions_;
  std::vector<Finding>& out_;
  std::vector<const TaskPoint*> tasks_;                     // of the day
  std::multimap<std::string, const TaskPoint*> with_unit_;  // of any day, by place
};

}  // namespace

void find_in_tasks(const corpus::OfficeLaw& law, law::Date day, std::vector<Finding>& out) {
  Tasks(law, day, out).run();
}

}  // namespace kto::commands
