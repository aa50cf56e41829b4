#include "searchd/across_groups.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "searchd/weigh.h"

namespace kto::searchd {
namespace {

using store::Field;
using store::WordingHolder;

// A wording says the same when it weighs half of the best or more, or holds nine tenths of what the best holds of the
// question: one that is all of the question, to the letter, weighs more than twice of one that says more besides.
constexpr double kHalfTheWeight = 0.5, kAsMuch = 0.9;

// One unit has one wording.
struct Having {
  std::size_t unit, match;
  const WordingHolder* holder;
};

// The units that have any of the wordings, each once.
class Units {
 public:
  explicit Units(const store::WordingMatches& found) {
    for (std::size_t match = 0; match < found.matches.size(); ++match)
      for (const WordingHolder& holder : found.matches[match].holders) add(match, holder);
  }

  const std::vector<Having>& having() const { return having_; }
  const std::vector<CountedName>& names() const { return names_; }
  std::size_t count() const { return name_of_.size(); }
  // The number of its name.
  std::size_t name_of(std::size_t unit) const { return name_of_[unit]; }

 private:
  // Units of one code are one, whatever their posts; what has no code is told by its name.
  std::size_t spelling(const law::UnitRef* unit) {
    const auto known = spelling_.find(unit);
    if (known != spelling_.end()) return known->second;
    const std::string key = !unit ? "" : unit->code.empty() ? "\n" + unit->name : unit->code;
    return spelling_[unit] = spellings_.try_emplace(key, spellings_.size()).first->second;
  }

  std::size_t name(const law::UnitRef* unit) {
    const auto known = name_.find(unit);
    if (known != name_.end()) return known->second;
    const std::string written = unit ? unit->name : "";
    const auto [at, fresh] = names_by_text_.try_emplace(written, names_.size());
    if (fresh) names_.push_back({written, 0});
    return name_[unit] = at->second;
  }

  void add(std::size_t match, const WordingHolder& holder) {
    const std::uint64_t key = std::uint64_t{holder.office_place} << 32U | spelling(holder.unit);
    const auto [at, fresh] = units_.try_emplace(key, name_of_.size());
    if (fresh) {
      name_of_.push_back(name(holder.unit));
      ++names_[name_of_.back()].units;
    }
    having_.push_back({at->second, match, &holder});
  }

  std::unordered_map<const law::UnitRef*, std::size_t> spelling_, name_;
  std::map<std::string, std::size_t> spellings_, names_by_text_;
  std::unordered_map<std::uint64_t, std::size_t> units_;
  std::vector<std::size_t> name_of_;
  std::vector<CountedName> names_;
  std::vector<Having> having_;
};

// A wording as one kind of unit has it.
struct HeldWording {
  std::size_t match = 0, kind = 0;
  law::Role role = law::Role::supports;  // the best any of them has
  bool post = true;                      // only posts have it
  std::vector<const Having*> by = {};
};

std::vector<HeldWording> held_by_kinds(const Units& units, const KindsOfUnits& kinds) {
  std::vector<HeldWording> held;
  std::vector<std::size_t> last(kinds.kinds.size());  // where each kind's stands, of the match being read; 0: nowhere
  std::size_t match = 0, first = 0;
  for (const Having& one : units.having()) {
    if (one.match != match) match = one.match, first = held.size();
    const std::size_t kind = kinds.of_names[units.name_of(one.unit)];
    if (last[kind] <= first) held.push_back({match, kind}), last[kind] = held.size();
    HeldWording& wording = held[last[kind] - 1];
    wording.role = std::min(wording.role, one.holder->role);
    wording.post = wording.post && !one.holder->post.empty();
    wording.by.push_back(&one);
  }
  return held;
}

// Which groups of a question's words a kind of unit has in its names.
class NamedGroups {
 public:
  explicit NamedGroups(const Question& question) : groups_(groups_of(question)) {}

  bool has(const KindOfUnit& kind, const store::MatchedLayer& at) const {
    const auto& layers = groups_[at.group].layers;
    return std::any_of(layers.begin(), layers.end(), [&](const store::Layer& layer) {
      return layer.field == at.field &&
             std::any_of(layer.values.begin(), layer.values.end(),
                         [&kind](const std::string& value) { return kind.words.contains(value); });
    });
  }

 private:
  std::vector<store::Group> groups_;
};

bool is_of_unit(Field field) {
  return field == Field::unit_lemma || field == Field::unit_surface;
}

// The wordings, once for each kind that has them, as points of a unit of that kind.
std::vector<store::Match> as_points(const store::WordingMatches& found, const std::vector<HeldWording>& held,
                                    const std::vector<KindOfUnit>& kinds, const Question& question) {
  const NamedGroups named(question);
  std::vector<store::Match> points;
  points.reserve(held.size());
  for (const HeldWording& wording : held) {
    const store::WordingMatch& match = found.matches[wording.match];
    const KindOfUnit& kind = kinds[wording.kind];
    store::StoredTask stored;
    stored.task.text = match.text;
    stored.task.role = wording.role;
    stored.task.post = wording.post ? "post" : "";
    stored.task.unit = law::UnitRef{kind.id, kind.label, law::UnitKind::inne};
    store::Match point{std::make_shared<const store::FoundTask>(std::move(stored)), match.weight, {}};
    std::copy_if(match.layers.begin(), match.layers.end(), std::back_inserter(point.layers),
                 [&](const store::MatchedLayer& layer) { return !is_of_unit(layer.field) || named.has(kind, layer); });
    points.push_back(std::move(point));
  }
  return points;
}

// Which of the points say the same as the best does, the weightiest first.
std::vector<std::size_t> speaking(const std::vector<Evidence>& points) {
  double best = 0;
  for (const Evidence& point : points) best = std::max(best, point.weight);
  const double most = best_coverage(points);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (points[i].weight >= kHalfTheWeight * best || points[i].coverage >= kAsMuch * most) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&points](std::size_t a, std::size_t b) {
    return std::tuple(-points[a].weight, points[a].found->head().role) <
           std::tuple(-points[b].weight, points[b].found->head().role);
  });
  return order;
}

// A kind that only helps with what another one does in the same words comes after it.
void put_helpers_after_doers(std::vector<Ranked>& groups) {
  const auto does = [](const Ranked& group, std::string_view text) {
    return std::any_of(group.points.begin(), group.points.end(), [text](const Evidence& point) {
      return point.found->head().role == law::Role::owner && point.found->head().text == text;
    });
  };
  for (std::size_t i = groups.size(); i-- > 0;) {
    const store::TaskHead& best = groups[i].points.front().found->head();
    if (best.role == law::Role::owner) continue;
    const auto doer =
        std::find_if(groups.rbegin(), groups.rend(), [&](const Ranked& other) { return does(other, best.text); });
    const auto place = static_cast<std::size_t>(groups.rend() - doer);  // just behind it; 0: there is none
    if (place > i + 1)
      std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(i), groups.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  groups.begin() + static_cast<std::ptrdiff_t>(place));
  }
}

// Adds a wording and who has it to its group.
class Filling {
 public:
  explicit Filling(UnitsOfAKind& group) : group_(group) {}

  void add(const HeldWording& wording) {
    UnitsOfAKind::Said said{wording.match, 0};
    for (const Having* one : wording.by) {
      const auto [at, fresh] = members_.try_emplace(one->unit, group_.members.size());
      if (fresh) {
        group_.members.push_back({wording.match, one->holder, 0});
        last_.push_back(kNone);
        if (offices_.insert(one->holder->office_place).second) ++group_.offices;
      }
      if (std::exchange(last_[at->second], wording.match) == wording.match) continue;  // a post of it has it too
      ++group_.members[at->second].tasks;
      ++said.holders;
    }
    group_.said.push_back(said);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  UnitsOfAKind& group_;
  std::unordered_map<std::size_t, std::size_t> members_;  // by number of the unit
  std::vector<std::size_t> last_;                         // the last wording of each member
  std::unordered_set<std::uint32_t> offices_;
};

}  // namespace

Groups grouped(const store::WordingMatches& found, const Question& question, const text::Analyser& analyser) {
  const Units units(found);
  KindsOfUnits kinds = kinds_of_units(analyser, units.names());
  const std::vector<HeldWording> held = held_by_kinds(units, kinds);
  const std::vector<Evidence> points = weigh(as_points(found, held, kinds.kinds, question), question);
  std::vector<UnitsOfAKind> by_kind(kinds.kinds.size());
  std::vector<Filling> filling(by_kind.begin(), by_kind.end());
  std::vector<Evidence> spoken;
  std::map<std::string, std::size_t> number;  // of each kind, by its id
  for (const std::size_t i : speaking(points)) {
    const std::size_t kind = held[i].kind;
    filling[kind].add(held[i]);
    number.emplace(kinds.kinds[kind].id, kind);
    spoken.push_back(points[i]);
  }
  Groups groups{rank_holders(std::move(spoken), question), {}};
  put_helpers_after_doers(groups.ranked);
  for (const Ranked& one : groups.ranked) {
    const std::size_t kind = number.at(one.code);
    by_kind[kind].kind = std::move(kinds.kinds[kind]);  // no kind is ranked twice
    groups.units.push_back(std::move(by_kind[kind]));
  }
  return groups;
}

}  // namespace kto::searchd
