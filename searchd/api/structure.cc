#include "searchd/api/structure.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/law/citation.h"
#include "indexer/store/reader.h"
#include "searchd/api/codes.h"
#include "searchd/search_hit.h"

namespace kto::api {
namespace {

// A unit has some dozens of points; the bound only keeps a damaged index from filling the memory.
constexpr unsigned kMostTasks = 2000;

bool is_head_post(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik || (unit.parent && *unit.parent == unit.code);
}

// Listed units in the order of the act, inferred ones after them.
bool listed_before(const law::Unit& a, const law::Unit& b) {
  const auto place = [](const law::Unit& unit) { return law::parse_citation(unit.listed_at); };
  const auto of_a = place(a), of_b = place(b);
  if (of_a.has_value() != of_b.has_value()) return of_a.has_value();
  if (of_a && *of_a != *of_b) return *of_a < *of_b;
  return a.code < b.code;
}

std::vector<law::Unit> in_force(const std::vector<law::Unit>& units, law::Date day) {
  std::vector<law::Unit> out;
  std::copy_if(units.begin(), units.end(), std::back_inserter(out),
               [&](const law::Unit& unit) { return unit.validity.contains(day); });
  std::stable_sort(out.begin(), out.end(), listed_before);
  return out;
}

// The units in force on one day, by code.
class Listing {
 public:
  Listing(std::string office, const std::vector<law::Unit>& units, law::Date day)
      : office_(std::move(office)), units_(in_force(units, day)) {
    for (const auto& unit : units_) {
      const law::Unit*& bearer = bearers_[unit.code];
      if (bearer && is_head_post(*bearer))
        posts_[unit.code].push_back(std::exchange(bearer, &unit));
      else if (bearer)
        posts_[unit.code].push_back(&unit);
      else
        bearer = &unit;  // a head post alone stands for its unit
    }
    for (const auto& unit : units_)
      if (bearers_[unit.code] == &unit) children_[parent_code(unit)].push_back(&unit);
  }

  // As typed in any case; nullptr when no unit bears the code.
  const law::Unit* find(const std::string& typed) const {
    for (const auto& [code, unit] : bearers_)
      if (canonical_code(code) == canonical_code(typed)) return unit;
    return nullptr;
  }

  Node grow(const law::Unit& unit) const {
    Node node{office_, unit, {}, {}};
    for (const auto* post : below(posts_, unit.code)) node.posts.push_back(*post);
    for (const auto* child : below(children_, unit.code)) node.children.push_back(grow(*child));
    return node;
  }
  std::vector<Node> roots() const {
    const std::string top;  // the parent of those that have none
    std::vector<Node> out;
    for (const auto* unit : below(children_, top)) out.push_back(grow(*unit));
    return out;
  }
  std::vector<law::Unit> line_of(const law::Unit& unit) const {
    std::vector<law::Unit> line;
    for (auto code = parent_code(unit); !code.empty(); code = parent_code(line.back()))
      line.push_back(*bearers_.at(code));
    return line;
  }

 private:
  using ByCode = std::map<std::string, std::vector<const law::Unit*>>;

  static const std::vector<const law::Unit*>& below(const ByCode& map, const std::string& code) {
    static const std::vector<const law::Unit*> none;
    const auto found = map.find(code);
    return found == map.end() ? none : found->second;
  }
  // Empty for a root: no parent, one not listed that day, or one that stands below the unit itself.
  std::string parent_code(const law::Unit& unit) const {
    const law::Unit* at = &unit;
    for (std::size_t steps = 0; steps <= bearers_.size(); ++steps) {
      const auto next = at->parent ? bearers_.find(*at->parent) : bearers_.end();
      if (next == bearers_.end()) return at == &unit ? "" : *unit.parent;
      at = next->second;
      if (at->code == unit.code) return "";
    }
    return *unit.parent;  // the line above runs in a circle, which does not hold the unit itself
  }

  std::string office_;
  std::vector<law::Unit> units_;
  std::map<std::string, const law::Unit*> bearers_;
  ByCode posts_, children_;
};

std::vector<Hit> tasks_of(const store::Reader& index, const store::Office& office, const std::string& code,
                          law::Date day) {
  store::Query wanted;
  wanted.filter.office = office.summary.id;
  wanted.filter.as_of = day;
  wanted.filter.units = {code};
  wanted.order = store::Order::citation;
  wanted.limit = kMostTasks;
  std::vector<Hit> out;
  for (const auto& match : index.find(wanted).matches)
    out.push_back(searchd::hit_of(index, match.found->stored(), searchd::Question{}, day));
  return out;
}

// What the tasks of a code say of its bearer, which no act lists that day.
std::optional<law::Unit> unlisted_unit(const store::Reader& index, const store::Office& office,
                                       const UnitsQuery& query) {
  const auto tasks = tasks_of(index, office, canonical_code(query.code), query.as_of);
  if (tasks.empty() || !tasks.front().task.unit) return std::nullopt;
  const auto& task = tasks.front().task;
  law::Unit unit;
  unit.id = office.summary.id + "/" + task.unit->code;
  unit.code = task.unit->code;
  unit.name = task.unit->name;
  unit.kind = task.unit->kind;
  unit.validity = task.validity;
  unit.inferred = task.unit_reason.empty() ? "żaden znany akt nie wymienia tej komórki w strukturze" : task.unit_reason;
  return unit;
}

std::vector<const store::Office*> offices(const store::Reader& index, const std::string& wanted) {
  std::vector<const store::Office*> out;
  for (const auto& summary : index.manifest().offices)
    if (wanted.empty() || summary.id == wanted)
      if (const auto* office = index.office(summary.id)) out.push_back(office);
  return out;
}

}  // namespace

std::vector<Node> tree(const std::string& office, const std::vector<law::Unit>& units, law::Date day) {
  return Listing(office, units, day).roots();
}

Basis basis(const store::Reader& index, const std::string& office) {
  Basis out;
  out.index = index.manifest().fingerprint;
  for (const auto& summary : index.manifest().offices) {
    if (!office.empty() && summary.id != office) continue;
    if (!out.freshness.law_state_as_of || summary.law_state_as_of > out.freshness.law_state_as_of) {
      out.freshness.law_state_as_of = summary.law_state_as_of;
      out.freshness.last_act = summary.last_act;
    }
    out.freshness.not_applied += summary.not_applied;
    if (summary.covered_from && (!out.covered_from || *summary.covered_from < *out.covered_from))
      out.covered_from = summary.covered_from;
  }
  return out;
}

Structure structure(const store::Reader& index, const UnitsQuery& query) {
  Structure out{{}, basis(index, query.office)};
  for (const auto* office : offices(index, query.office)) {
    auto roots = tree(office->summary.id, office->units, query.as_of);
    std::move(roots.begin(), roots.end(), std::back_inserter(out.roots));
  }
  return out;
}

std::vector<law::Unit> all_units(const store::Reader& index, const std::string& office) {
  std::vector<law::Unit> out;
  for (const auto* one : offices(index, office)) out.insert(out.end(), one->units.begin(), one->units.end());
  return out;
}

std::optional<UnitDetail> unit_detail(const store::Reader& index, const UnitsQuery& query) {
  for (const auto* office : offices(index, query.office)) {
    const Listing listing(office->summary.id, office->units, query.as_of);
    const auto* listed = listing.find(query.code);
    const auto unlisted = listed ? std::nullopt : unlisted_unit(index, *office, query);
    if (!listed && !unlisted) continue;
    const law::Unit* unit = listed ? listed : &*unlisted;
    const Node node = listing.grow(*unit);
    UnitDetail out{node.office, *unit, listing.line_of(*unit), node.posts, {}, {}, basis(index, query.office)};
    for (const auto& child : node.children) out.children.push_back(child.unit);
    out.tasks = tasks_of(index, *office, unit->code, query.as_of);
    return out;
  }
  return std::nullopt;
}

}  // namespace kto::api
