// How holders are ranked, and why so. Measured on the judged queries (tests/relevance), where .035 is one standard
// error, so that differences below .02 decide nothing. How a point is weighed: weigh.cc.
//
// A holder weighs its best point, plus .4 of its second, plus .4 of that of its third: several points that speak for a
// unit count, many faint ones do not add up. With .2, .3, .4 the first holder is right in .897, .915, .915 of dev.jsonl
// and .889, .907, .907 of own.jsonl, units score .896, .899, .906 and .919, .922, .923.
//
// Of points alone, a fifth of the holder's weight is added: points of the unit that is meant come together. With 0, .2,
// .5 they score .713, .721, .723 and .668, .679, .679.
//
// A unit whose name holds all that is asked is asked for by name ("inżynier serwisu") and weighs twice: first is right
// .641 → .650; with a factor of 1.7 to 2.5 the same.
//
// kto answers only if a point of the first holder holds a tenth of the question's content by rarity, words that no text
// has included. Below a tenth none of 3 first holders was right; up to .12 3 of 8 were, up to .15 8 of 26.
//
// One word of several is a trap ("awaria ciepłowni", "licencja na taksówkę"): it must be a quarter of the content,
// unless the lexicon knew it. With .1, .2, .25, .3, .35 kto abstains on .692, .846, .846, .846, .846 of the questions
// of dev.jsonl that nobody here answers and .440, .560, .680, .680, .680 of those of own.jsonl, and the first holder is
// right in .846, .829, .829, .829, .829 and .620, .611, .611, .611, .593.
//
// It does not answer when a text of another day holds half as much again of the question as any of the day asked
// about: what is asked for is then known, and not in force. So it abstains on both such questions, and on no other.
//
// Two holders cannot be told apart when their best points have the same wording, or when they are within a twentieth of
// each other: near-identical points of two units differ by up to .02 through the length of the units' names, by up to
// .05 through their other points.
//
// How likely a holder is right: odds of e^(1.8 coverage) times the 1.5th power of its lead over the best other one, a
// lead of a tenth to three. Fitted (logistic regression; the constant came out as -.01 and is left out) to the 2,502
// holders that the questions of dev, own and own-2 got: log loss .356, of the mean alone .659, of the former weight by
// the greatest possible one .559. Of 612 holders of the two sets kept aside, first ones are said to be right in .857
// and are in .872, others in .236 and .197; below .1 one in seventeen is right.
#include "searchd/rank.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "searchd/search_hit.h"

namespace kto::searchd {
namespace {

constexpr double kNextPoint = 0.4;
constexpr double kOfItsHolder = 0.2;
constexpr double kLeastCoverage = 0.1;
constexpr double kLeastOfOneWord = 0.25;
constexpr double kMoreOnAnotherDay = 1.5;
constexpr double kTooClose = 0.95;
constexpr double kAskedByName = 2;
constexpr double kOfCoverage = 1.8;
constexpr double kOfLead = 1.5;
constexpr double kLeastLead = 0.1, kMostLead = 3;
constexpr double kWholeName = 0.999;  // sums of fractions

// What holds a task: a unit, or the provision that holds the list.
struct HolderKey {
  std::string_view office;
  bool has_unit = false;
  UnitKey unit;
  std::string_view position;  // only where there is no unit
  bool operator==(const HolderKey&) const = default;
};

struct HolderHash {
  std::size_t operator()(const HolderKey& key) const {
    const std::hash<std::string_view> hash;
    return ((hash(key.office) * 31 + hash(key.unit.code)) * 31 + hash(key.unit.name)) * 31 + hash(key.position);
  }
};

HolderKey holder_key(const store::TaskHead& head) {
  return {head.office, head.has_unit, unit_key(head.code, head.name), head.has_unit ? "" : head.position};
}

// By code: IT-ES is above IT-ES-II.
bool is_above(const Ranked& a, const Ranked& b) {
  return !a.code.empty() && b.code.size() > a.code.size() && b.code[a.code.size()] == '-' &&
         b.code.starts_with(a.code) && a.office == b.office;
}

// Of their best points.
bool have_one_wording(const Ranked& a, const Ranked& b) {
  return a.points.front().found->says_the_same(*b.points.front().found);
}

// Of equal points the doer's comes before the helper's, the unit's own before its head's.
bool better(const Evidence& a, const Evidence& b) {
  const auto key = [](const Evidence& one) {
    const store::TaskHead& head = one.found->head();
    return std::tuple(-one.weight, head.role, head.of_post);
  };
  return key(a) < key(b);
}

bool is_asked_by_name(const Ranked& holder) {
  return holder.points.front().in_name >= kWholeName;
}

// A unit comes before its posts where both have the task in the same words: it is where one goes, and it distributes
// the work. Of a task in the words of one of them, that one comes first, and so does a post asked for by its name.
void prefer_units_to_their_posts(std::vector<Ranked>& holders) {
  constexpr double kJustAbove = 1.001;
  std::vector<const Ranked*> by_code;  // what begins with a code stands in a row
  by_code.reserve(holders.size());
  for (const Ranked& holder : holders) by_code.push_back(&holder);
  std::sort(by_code.begin(), by_code.end(), [](const Ranked* a, const Ranked* b) { return a->code < b->code; });
  for (Ranked& unit : holders) {
    double most = unit.weight;
    auto post = std::lower_bound(by_code.begin(), by_code.end(), unit.code,
                                 [](const Ranked* one, const std::string& code) { return one->code < code; });
    for (; post != by_code.end() && (*post)->code.starts_with(unit.code); ++post)
      if (is_above(unit, **post) && have_one_wording(unit, **post) && !is_asked_by_name(**post))
        most = std::max(most, kJustAbove * (*post)->weight);
    unit.weight = most;
  }
}

double weight_of(const std::vector<Evidence>& points) {
  double weight = 0, share = 1;
  for (const Evidence& point : points) {
    weight += share * point.weight;
    share *= kNextPoint;
  }
  return weight;
}

}  // namespace

std::vector<Ranked> rank_holders(std::vector<Evidence> evidence, const Question& question) {
  std::vector<Ranked> holders;
  std::unordered_map<HolderKey, std::size_t, HolderHash> places;
  for (Evidence& one : evidence) {
    const store::TaskHead& head = one.found->head();
    const auto [known, is_new] = places.try_emplace(holder_key(head), holders.size());
    if (is_new) holders.push_back({std::string(head.office), std::string(head.code), 0, {}});
    holders[known->second].points.push_back(std::move(one));
  }
  for (Ranked& holder : holders) {
    std::stable_sort(holder.points.begin(), holder.points.end(), better);
    holder.weight = weight_of(holder.points);
    if (is_asked_by_name(holder)) holder.weight *= kAskedByName;
  }
  prefer_units_to_their_posts(holders);
  const auto named = [&question](const Ranked& holder) {
    const std::vector<std::string>& units = question.marks.units;
    return std::find(units.begin(), units.end(), holder.code) != units.end();
  };
  std::stable_sort(holders.begin(), holders.end(), [&named](const Ranked& a, const Ranked& b) {
    if (named(a) != named(b)) return named(a);
    return a.weight > b.weight;
  });
  return holders;
}

std::vector<Evidence> rank_points(std::vector<Evidence> evidence, const Question& question) {
  std::vector<Evidence> points;
  for (Ranked& holder : rank_holders(std::move(evidence), question))
    for (Evidence& point : holder.points) {
      point.weight += kOfItsHolder * holder.weight;
      points.push_back(std::move(point));
    }
  std::stable_sort(points.begin(), points.end(), better);
  return points;
}

bool stands_behind(const std::vector<Ranked>& holders, const Question& question, double on_any_day) {
  if (holders.empty()) return false;
  if (question.words.empty()) return true;
  // Asked for by its code, a unit answers whatever else the question holds.
  const std::vector<std::string>& named = question.marks.units;
  if (std::find(named.begin(), named.end(), holders.front().code) != named.end()) return true;
  double on_the_day = 0;
  for (const Ranked& holder : holders) on_the_day = std::max(on_the_day, best_coverage(holder.points));
  if (on_any_day >= kMoreOnAnotherDay * on_the_day) return false;
  const std::vector<Evidence>& points = holders.front().points;
  return std::any_of(points.begin(), points.end(), [](const Evidence& point) {
    return point.coverage >= (point.one_word ? kLeastOfOneWord : kLeastCoverage);
  });
}

std::vector<std::size_t> not_told_apart(const std::vector<Ranked>& holders) {
  std::vector<std::size_t> alike;
  if (holders.empty()) return alike;
  const Ranked& first = holders.front();
  for (std::size_t i = 1; i < holders.size(); ++i) {
    const Ranked& other = holders[i];
    if (is_above(first, other) || is_above(other, first)) continue;
    if (other.weight >= kTooClose * first.weight || have_one_wording(other, first)) alike.push_back(i);
  }
  if (!alike.empty()) alike.insert(alike.begin(), 0);
  return alike;
}

std::vector<double> confidences(const std::vector<Ranked>& holders, const Question& question) {
  if (question.words.empty()) return std::vector<double>(holders.size(), 1);  // asked for by its code
  double best = 0, second = 0;
  for (const Ranked& holder : holders) {
    second = std::max(second, std::min(best, holder.weight));
    best = std::max(best, holder.weight);
  }
  std::vector<double> out;
  double above = 1;
  for (const Ranked& holder : holders) {
    const double rival = holder.weight < best ? best : second;
    const double lead = rival > 0 ? std::clamp(holder.weight / rival, kLeastLead, kMostLead) : kMostLead;
    const double odds = std::exp(kOfCoverage * best_coverage(holder.points)) * std::pow(lead, kOfLead);
    above = std::min(above, odds / (1 + odds));
    out.push_back(above);
  }
  return out;
}

}  // namespace kto::searchd
