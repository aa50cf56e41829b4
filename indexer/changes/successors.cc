#include "indexer/changes/successors.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "indexer/changes/day_pairs.h"
#include "indexer/changes/wording.h"

namespace kto::changes {
namespace {

using law::Succession;
using law::SuccessionReason;
using law::TaskPoint;
using law::Unit;

std::string code_of(const TaskPoint& task) {
  return task.unit ? task.unit->code : "";
}

void add(std::vector<law::Provenance>& all, const std::optional<law::Provenance>& one) {
  if (one && std::find(all.begin(), all.end(), *one) == all.end()) all.push_back(*one);
}

// What speaks for one successor of one unit.
struct Evidence {
  std::set<SuccessionReason> reasons;
  unsigned tasks = 0;
  std::vector<law::Provenance> by;
};

// One day on which units ended: who was there the day before, who is there on it, which task is which.
class Day {
 public:
  Day(const law::Catalogue& catalogue, law::Date day)
      : day_(day),
        before_(bearers_on(catalogue, day - std::chrono::days{1})),
        after_(bearers_on(catalogue, day)),
        tasks_before_(tasks_on(catalogue, day - std::chrono::days{1})),
        pairing_(pairs_on(catalogue, day)) {}

  std::vector<const Unit*> ended() const {
    std::vector<const Unit*> out;
    for (const auto& [code, unit] : before_)
      if (!after_.contains(code)) out.push_back(unit);
    std::sort(out.begin(), out.end());  // as the catalogue lists them
    return out;
  }

  std::vector<Succession> successors_of(const Unit& unit) const {
    std::map<std::string, Evidence> found;
    read_tasks(unit, found);
    read_units(unit, found);
    if (found.empty()) read_unit_above(unit, found);
    const auto of =
        static_cast<unsigned>(std::count_if(tasks_before_.begin(), tasks_before_.end(),
                                            [&](const TaskPoint* task) { return code_of(*task) == unit.code; }));
    std::vector<Succession> out;
    for (auto& [code, evidence] : found) {
      Succession one{unit.code, code, day_, law::Certainty::possible, {}, evidence.tasks, of, {}};
      one.reasons.assign(evidence.reasons.begin(), evidence.reasons.end());
      one.certainty = certainty_of(one);
      add(one.by, unit.ended_by);
      for (const law::Provenance& by : evidence.by) add(one.by, by);
      out.push_back(std::move(one));
    }
    std::stable_sort(out.begin(), out.end(), [](const Succession& a, const Succession& b) {
      return std::tuple(a.certainty, b.tasks) < std::tuple(b.certainty, a.tasks);
    });
    return out;
  }

 private:
  static bool has(const Succession& one, SuccessionReason reason) {
    return std::find(one.reasons.begin(), one.reasons.end(), reason) != one.reasons.end();
  }
  static law::Certainty certainty_of(const Succession& one) {
    if (has(one, SuccessionReason::same_name) || (one.of > 0 && one.tasks == one.of)) return law::Certainty::certain;
    const bool many = one.tasks > 0 && 2 * one.tasks >= one.of;
    if (many || (one.tasks > 0 && has(one, SuccessionReason::same_place))) return law::Certainty::likely;
    return law::Certainty::possible;
  }

  void read_tasks(const Unit& unit, std::map<std::string, Evidence>& found) const {
    for (const Pair& pair : pairing_.pairs) {
      if (code_of(*pair.before) != unit.code || code_of(*pair.after).empty()) continue;
      if (code_of(*pair.after) == unit.code) continue;  // tasks outlive the listing of their unit
      Evidence& evidence = found[code_of(*pair.after)];
      evidence.reasons.insert(SuccessionReason::same_tasks);
      ++evidence.tasks;
      add(evidence.by, pair.before->ended_by);
      if (pair.after->validity.from == day_ && pair.after->id != pair.before->id && !same_words(pair))
        add(evidence.by, pair.after->made_by);
    }
  }
  static bool same_words(const Pair& pair) {
    return place_of(*pair.before) == place_of(*pair.after) && pair.before->made_by == pair.after->made_by;
  }

  void read_units(const Unit& unit, std::map<std::string, Evidence>& found) const {
    for (const auto& [code, other] : after_) {
      if (before_.contains(code)) continue;
      const auto speak = [&, to = code](SuccessionReason reason, const Unit& listed) {
        found[to].reasons.insert(reason);
        if (!listed.act.empty()) add(found[to].by, law::Provenance{listed.act, listed.place});
      };
      if (!unit.name.empty() && unit.kind == other->kind && same_wording(unit.name) == same_wording(other->name))
        speak(SuccessionReason::same_name, *other);
      if (!unit.listed_at.empty() && unit.listed_at == other->listed_at && same_document(unit, *other))
        speak(SuccessionReason::same_place, *other);
    }
  }
  // The listing of one office may stand in several documents: the act that ended one line must have made the other.
  static bool same_document(const Unit& unit, const Unit& other) {
    return unit.ended_by && unit.ended_by->act == other.act;
  }

  void read_unit_above(const Unit& unit, std::map<std::string, Evidence>& found) const {
    if (unit.parent && *unit.parent != unit.code && after_.contains(*unit.parent))
      found[*unit.parent].reasons.insert(SuccessionReason::unit_above);
  }

  law::Date day_;
  std::map<std::string, const Unit*> before_, after_;
  std::vector<const TaskPoint*> tasks_before_;
  Pairing pairing_;
};

// The days from which a code is borne by no unit any more.
std::set<law::Date> days_of_ending(const law::Catalogue& catalogue) {
  std::map<std::string, std::vector<law::Validity>> borne;
  for (const Unit& unit : catalogue.units)
    if (!unit.code.empty()) borne[unit.code].push_back(unit.validity);
  std::set<law::Date> days;
  for (const auto& [code, spans] : borne)
    for (const law::Validity& span : spans) {
      const auto goes_on = [&](const law::Validity& other) { return other.contains(*span.to); };
      if (span.to && std::none_of(spans.begin(), spans.end(), goes_on)) days.insert(*span.to);
    }
  return days;
}

}  // namespace

std::vector<Succession> successions(const law::Catalogue& catalogue) {
  std::vector<Succession> out;
  for (const law::Date day : days_of_ending(catalogue)) {
    const Day on(catalogue, day);
    for (const Unit* unit : on.ended())
      for (Succession& one : on.successors_of(*unit)) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace kto::changes
