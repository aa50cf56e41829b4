#include "indexer/changes/units.h"

#include <algorithm>
#include <set>

namespace kto::changes {
namespace {

using law::Unit;

// A head post bears the code of the unit it heads.
std::string key_of(const Unit& unit) {
  return unit.code + (unit.kind == law::UnitKind::kierownik ? "\nhead" : "");
}

std::vector<const Unit*> units_on(const law::Catalogue& catalogue, law::Date day) {
  std::vector<const Unit*> out;
  std::set<std::string> seen;  // of a unit listed twice on one day the first listing counts
  for (const Unit& unit : catalogue.units)
    if (unit.validity.contains(day) && seen.insert(key_of(unit)).second) out.push_back(&unit);
  return out;
}

// Whether the unit was listed there before cannot be said: an act replaced the listing without its words being known.
std::optional<law::UnknownEnd> former_of(const Unit& unit, const law::Catalogue& catalogue, law::Date from) {
  const auto listed_at = law::parse_citation(unit.listed_at);
  if (!listed_at) return std::nullopt;
  for (const law::UnknownEnd& end : catalogue.unknown_ends)
    if (end.ended_on > from && end.ended_on <= unit.validity.from && end.citation.contains(*listed_at)) return end;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const law::Catalogue& catalogue, law::Date from, law::Date to, bool covered)
      : catalogue_(catalogue),
        from_(from),
        covered_(covered),
        before_(units_on(catalogue, from)),
        after_(units_on(catalogue, to)) {}

  std::vector<UnitChange> run() {
    for (const Unit* unit : after_) read(*unit);
    for (const Unit* unit : before_)
      if (find(after_, *unit) == nullptr && recoded_.count(unit) == 0) went(*unit);
    return std::move(out_);
  }

 private:
  static const Unit* find(const std::vector<const Unit*>& units, const Unit& wanted) {
    const auto same = [&](const Unit* unit) { return key_of(*unit) == key_of(wanted); };
    const auto found = std::find_if(units.begin(), units.end(), same);
    return found == units.end() ? nullptr : *found;
  }

  void add(UnitChangeKind kind, const Unit* before, const Unit& after, std::optional<law::UnknownEnd> former = {}) {
    UnitChange change{kind, std::nullopt, after, {{after.act, after.place}}, std::move(former)};
    if (before != nullptr) change.before = *before;
    out_.push_back(std::move(change));
  }

  void read(const Unit& unit) {
    if (const Unit* before = find(before_, unit)) {
      if (same_wording(before->name) != same_wording(unit.name)) add(UnitChangeKind::renamed, before, unit);
      if (before->parent != unit.parent) add(UnitChangeKind::moved, before, unit);
      return;
    }
    if (const Unit* before = former_code(unit)) {
      recoded_.insert(before);
      return add(UnitChangeKind::recoded, before, unit);
    }
    auto former = covered_ ? former_of(unit, catalogue_, from_) : std::nullopt;
    const bool first_known = !covered_ || former;
    add(first_known ? UnitChangeKind::first_known : UnitChangeKind::came, nullptr, unit, std::move(former));
  }

  // The one unit of the same name whose code is gone. Head posts are all called alike and follow their units.
  const Unit* former_code(const Unit& unit) const {
    if (unit.kind == law::UnitKind::kierownik || unit.name.empty()) return nullptr;
    const Unit* found = nullptr;
    for (const Unit* before : before_) {
      if (before->kind != unit.kind || same_wording(before->name) != same_wording(unit.name)) continue;
      if (find(after_, *before) != nullptr || recoded_.count(before) > 0) continue;
      if (found != nullptr) return nullptr;
      found = before;
    }
    return found;
  }

  void went(const Unit& unit) {
    UnitChange change{UnitChangeKind::went, unit, std::nullopt, {}, std::nullopt};
    change.by = enders_of(unit.ended_by, unit.validity, catalogue_);
    out_.push_back(std::move(change));
  }

  const law::Catalogue& catalogue_;
  law::Date from_;
  bool covered_;
  std::vector<const Unit*> before_, after_;
  std::set<const Unit*> recoded_;
  std::vector<UnitChange> out_;
};

}  // namespace

std::vector<law::Provenance> acts_of(const law::Catalogue& catalogue, law::Date day) {
  std::vector<law::Provenance> out;
  for (const law::ActSummary& act : catalogue.acts)
    if (act.in_force == day) out.push_back({act.id, ""});
  return out;
}

std::vector<law::Provenance> enders_of(const std::optional<law::Provenance>& ended_by, const law::Validity& validity,
                                       const law::Catalogue& catalogue) {
  if (ended_by) return {*ended_by};
  return validity.to ? acts_of(catalogue, *validity.to) : std::vector<law::Provenance>();
}

std::vector<UnitChange> unit_changes(const law::Catalogue& catalogue, law::Date from, law::Date to, bool covered) {
  return Reader(catalogue, from, to, covered).run();
}

}  // namespace kto::changes
