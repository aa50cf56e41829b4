#include "indexer/changes/day_pairs.h"

#include <set>

#include "indexer/changes/wording.h"

namespace kto::changes {
namespace {

bool is_head(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik;
}

std::string code_of(const law::TaskPoint& task) {
  return task.unit ? task.unit->code : "";
}

// The task of other words that others have and that is most like it; nullptr: none is like it.
const law::TaskPoint* most_alike(const law::TaskPoint& task, const std::vector<const law::TaskPoint*>& others,
                                 const std::set<const law::TaskPoint*>& taken) {
  const law::TaskPoint* best = nullptr;
  double most = 0;
  for (const law::TaskPoint* other : others) {
    if (code_of(*other).empty() || taken.contains(other)) continue;
    const double alike = likeness(wording_of(task), wording_of(*other));
    if (alike < kReworded || alike <= most) continue;
    best = other;
    most = alike;
  }
  return best;
}

}  // namespace

std::map<std::string, const law::Unit*> bearers_on(const law::Catalogue& catalogue, law::Date day) {
  std::map<std::string, const law::Unit*> out;
  for (const law::Unit& unit : catalogue.units) {
    if (unit.code.empty() || !unit.validity.contains(day)) continue;
    const law::Unit*& bearer = out[unit.code];
    if (bearer == nullptr || (is_head(*bearer) && !is_head(unit))) bearer = &unit;
  }
  return out;
}

std::vector<const law::TaskPoint*> tasks_on(const law::Catalogue& catalogue, law::Date day) {
  std::vector<const law::TaskPoint*> out;
  for (const law::TaskPoint& task : catalogue.tasks)
    if (task.validity.contains(day)) out.push_back(&task);
  return out;
}

Pairing pairs_on(const law::Catalogue& catalogue, law::Date day) {
  const std::vector<const law::TaskPoint*> before = tasks_on(catalogue, day - std::chrono::days{1});
  const auto bearers = bearers_on(catalogue, day);
  Pairing out = pair_up(before, tasks_on(catalogue, day));
  // An act that gives a task to another unit may word it anew: then it is neither moved nor reworded to pair_up, which
  // compares within one holder. Here the holder is gone, so the words alone decide, by the same measure; but not the
  // words of a duty that several units have alike.
  std::map<std::string, std::set<std::string>> holders;
  for (const law::TaskPoint* task : before) holders[same_wording(wording_of(*task))].insert(code_of(*task));
  std::set<const law::TaskPoint*> taken;
  for (const law::TaskPoint* task : out.only_before) {
    if (code_of(*task).empty() || bearers.contains(code_of(*task))) continue;
    if (holders[same_wording(wording_of(*task))].size() > 1) continue;
    const law::TaskPoint* other = most_alike(*task, out.only_after, taken);
    if (other == nullptr) continue;
    taken.insert(other);
    out.pairs.push_back({Kind::moved, task, other});
  }
  return out;
}

}  // namespace kto::changes
