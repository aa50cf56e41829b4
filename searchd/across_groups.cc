#include "searchd/across_groups.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "searchd/weigh.h"

namespace kto::searchd {
namespace {

using store::Field;
using store::WordingHolder;

// A wording says the same when it weighs half of the best or more, or holds nine tenths of what the best holds of the
// question: one that is all of the question, to the letter, weighs more than twice of one that says more besides.
constexpr double kHalfTheWeight = 0.5, kAsMuch = 0.9;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// One of a list that grows as far as it is asked for.
template <typename Value>
Value& at(std::vector<Value>& list, std::size_t place, Value unknown) {
  if (list.size() <= place) list.resize(place + 1, unknown);
  return list[place];
}

// One unit has one wording.
struct Having {
  std::uint32_t unit, match;
  const WordingHolder* holder;
  std::uint32_t next = kNone;  // of the same wording and kind
};

// Numbers units in the order in which they are met.
class UnitNumbers {
 public:
  explicit UnitNumbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 2)) {}

  std::uint32_t count() const { return count_; }
  // `told_by`: what units of one office are told by.
  std::uint32_t of(std::uint32_t office, std::uint32_t told_by) {
    constexpr std::uint64_t kGoldenRatio = 0x9E37'79B9'7F4A'7C15;
    const std::uint64_t key = std::uint64_t{office} << 32U | told_by;
    for (std::size_t at = key * kGoldenRatio >> 32U;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.number == kNone) slot = {key, count_++};
      if (slot.key == key) return slot.number;
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = kNone;
  };
  std::vector<Slot> slots_;  // half of them empty
  std::uint32_t count_ = 0;
};

std::size_t holders_of(const store::WordingMatches& found) {
  std::size_t holders = 0;
  for (const store::WordingMatch& match : found.matches) holders += match.holders.size();
  return holders;
}

// The units that have any of the wordings, each once.
class Units {
 public:
  explicit Units(const store::WordingMatches& found) : numbers_(holders_of(found)) {
    having_.reserve(holders_of(found));
    for (std::size_t match = 0; match < found.matches.size(); ++match)
      for (const WordingHolder& holder : found.matches[match].holders)
        having_.push_back({number_of(holder), static_cast<std::uint32_t>(match), &holder});
  }

  std::vector<Having>& having() { return having_; }
  const std::vector<Having>& having() const { return having_; }
  const std::vector<CountedName>& names() const { return names_; }
  std::size_t count() const { return numbers_.count(); }
  // The number of its name.
  std::size_t name_of(std::uint32_t unit) const { return name_of_[unit]; }

 private:
  using Numbers = std::unordered_map<std::string_view, std::uint32_t>;
  // What is the same wherever a unit of this code and name is met.
  struct Written {
    std::uint32_t told_by = kNone, name = kNone;
  };

  static std::uint32_t number_in(Numbers& numbers, std::string_view written) {
    return numbers.try_emplace(written, static_cast<std::uint32_t>(numbers.size())).first->second;
  }

  // Units of one code are one, whatever their posts; what has no code is told by its name: by an odd number.
  std::uint32_t told_by(const law::UnitRef* unit) {
    if (unit && unit->code.empty()) return 2 * number_in(codeless_, unit->name) + 1;
    return 2 * number_in(codes_, unit ? std::string_view(unit->code) : "");
  }

  std::uint32_t name(const law::UnitRef* unit) {
    const std::string_view written = unit ? std::string_view(unit->name) : "";
    const std::uint32_t number = number_in(names_by_text_, written);
    if (number == names_.size()) names_.push_back({std::string(written), 0});
    return number;
  }

  std::uint32_t number_of(const WordingHolder& holder) {
    Written& written = at(written_, holder.unit_place, {});
    if (written.told_by == kNone) written.told_by = told_by(holder.unit());
    const std::uint32_t number = numbers_.of(holder.office_place, written.told_by);
    if (number < name_of_.size()) return number;
    if (written.name == kNone) written.name = name(holder.unit());
    name_of_.push_back(written.name);
    ++names_[written.name].units;
    return number;
  }

  Numbers codes_, codeless_, names_by_text_;
  std::vector<Written> written_;  // by WordingHolder::unit_place
  UnitNumbers numbers_;
  std::vector<std::uint32_t> name_of_;  // of each unit
  std::vector<CountedName> names_;
  std::vector<Having> having_;
};

// A wording as one kind of unit has it.
struct HeldWording {
  std::size_t match = 0, kind = 0;
  std::uint32_t first = kNone, last = kNone;  // who has it: from the first on to the next
  law::Role role = law::Role::supports;       // the best any of them has
  bool post = true;                           // only posts have it
};

std::vector<HeldWording> held_by_kinds(Units& units, const KindsOfUnits& kinds) {
  std::vector<HeldWording> held;
  std::vector<std::size_t> last(kinds.kinds.size());  // where each kind's stands, of the match being read; 0: nowhere
  std::size_t match = 0, first = 0;
  std::vector<Having>& having = units.having();
  for (std::uint32_t i = 0; i < having.size(); ++i) {
    const Having& one = having[i];
    if (one.match != match) match = one.match, first = held.size();
    const std::size_t kind = kinds.of_names[units.name_of(one.unit)];
    if (last[kind] <= first) held.push_back({match, kind, i}), last[kind] = held.size();
    HeldWording& wording = held[last[kind] - 1];
    if (wording.last != kNone) having[wording.last].next = i;
    wording.last = i;
    wording.role = std::min(wording.role, one.holder->role);
    wording.post = wording.post && !one.holder->post().empty();
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
    point.layers.reserve(match.layers.size());
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
  const auto does = [](const Ranked& group, const store::FoundTask& task) {
    return std::any_of(group.points.begin(), group.points.end(), [&task](const Evidence& point) {
      return point.found->head().role == law::Role::owner && point.found->says_the_same(task);
    });
  };
  for (std::size_t i = groups.size(); i-- > 0;) {
    const store::FoundTask& best = *groups[i].points.front().found;
    if (best.head().role == law::Role::owner) continue;
    const auto doer =
        std::find_if(groups.rbegin(), groups.rend(), [&](const Ranked& other) { return does(other, best); });
    const auto place = static_cast<std::size_t>(groups.rend() - doer);  // just behind it; 0: there is none
    if (place > i + 1)
      std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(i), groups.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  groups.begin() + static_cast<std::ptrdiff_t>(place));
  }
}

// Adds wordings and who has them to the groups of their kinds.
class Filling {
 public:
  Filling(const Units& units, std::size_t kinds)
      : having_(units.having()), of_units_(units.count()), groups_(kinds), offices_(kinds) {}

  void add(const HeldWording& wording) {
    UnitsOfAKind& group = groups_[wording.kind];
    UnitsOfAKind::Said said{wording.match, 0};
    for (std::uint32_t i = wording.first; i != kNone; i = having_[i].next) {
      const Having& one = having_[i];
      OfUnit& unit = of_units_[one.unit];
      if (unit.member == kNone) {
        unit.member = static_cast<std::uint32_t>(group.members.size());
        group.members.push_back({wording.match, one.holder, 0});
        if (!std::exchange(at(offices_[wording.kind], one.holder->office_place, char{false}), true)) ++group.offices;
      }
      if (std::exchange(unit.last, one.match) == one.match) continue;  // a post of it has it too
      ++group.members[unit.member].tasks;
      ++said.holders;
    }
    group.said.push_back(said);
  }

  UnitsOfAKind& group(std::size_t kind) { return groups_[kind]; }

 private:
  struct OfUnit {
    std::uint32_t member = kNone;  // its number in its group: a unit is of one kind
    std::uint32_t last = kNone;    // its last wording
  };

  const std::vector<Having>& having_;
  std::vector<OfUnit> of_units_;
  std::vector<UnitsOfAKind> groups_;
  std::vector<std::vector<char>> offices_;  // for each kind, whether it has members there
};

}  // namespace

Groups grouped(const store::WordingMatches& found, const Question& question, const text::Analyser& analyser) {
  Units units(found);
  KindsOfUnits kinds = kinds_of_units(analyser, units.names());
  const std::vector<HeldWording> held = held_by_kinds(units, kinds);
  std::vector<Evidence> points = weigh(as_points(found, held, kinds.kinds, question), question);
  Filling filling(units, kinds.kinds.size());
  std::vector<Evidence> spoken;
  std::map<std::string, std::size_t> number;  // of each kind, by its id
  for (const std::size_t i : speaking(points)) {
    const std::size_t kind = held[i].kind;
    filling.add(held[i]);
    number.emplace(kinds.kinds[kind].id, kind);
    spoken.push_back(std::move(points[i]));
  }
  Groups groups{rank_holders(std::move(spoken), question), {}};
  put_helpers_after_doers(groups.ranked);
  for (const Ranked& one : groups.ranked) {
    const std::size_t kind = number.at(one.code);
    groups.units.push_back(std::move(filling.group(kind)));  // no kind is ranked twice
    groups.units.back().kind = std::move(kinds.kinds[kind]);
  }
  return groups;
}

}  // namespace kto::searchd
