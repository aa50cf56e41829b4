// How holders are ranked, and why so. Measured on the judged queries (tests/relevance/dev.jsonl), where .035 is one
// standard error, so that differences below .02 decide nothing:
//
// A holder weighs its best point, plus a fifth of its second, plus a fifth of that of its third: several points that
// speak for a unit count, many faint ones do not add up. With a share of 0, .1, .2, .3, .5 the first holder is right in
// .607, .632, .632, .624, .624.
//
// A unit whose name holds all that is asked is asked for by name ("inżynier serwisu") and weighs twice: first is right
// .641 → .650; with a factor of 1.7 to 2.5 the same.
//
// kto answers only if the first holder's best point holds a tenth of the question's content by rarity, words that no
// text has included. Below a tenth none of 3 first holders was right; up to .12 3 of 8 were, up to .15 8 of 26.
//
// It does not answer when a text of another day holds half as much again of the question as any of the day asked
// about: what is asked for is then known, and not in force. So it abstains on both such questions, and on no other.
//
// Two holders cannot be told apart when their best points have the same wording, or when they are within a twentieth of
// each other: near-identical points of two units differ by up to .02 through the length of the units' names, by up to
// .05 through their other points.
#include "searchd/rank.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>

namespace kto::searchd {
namespace {

using store::Field;

// A word that the index knows speaks for itself; found only by an official phrase of the lexicon it counts half.
// Counted whole, kto answered one more question about what is no longer in force; not at all, it missed known wordings.
constexpr double kKnownButExpanded = 0.5;
// A point that holds all that was typed comes before points that hold what the lexicon puts in its place.
constexpr double kExactWording = 1.5;
constexpr double kNextPoint = 0.2;
constexpr double kLeastCoverage = 0.1;
constexpr std::size_t kWordsOfAQuestion = 5;
constexpr double kMoreOnAnotherDay = 1.5;
constexpr double kTooClose = 0.95;
constexpr double kAskedByName = 2;
constexpr double kWholeName = 0.999;  // sums of fractions

std::string code_of(const store::StoredTask& stored) {
  return stored.task.unit ? stored.task.unit->code : "";
}

bool same_holder(const store::StoredTask& a, const store::StoredTask& b) {
  if (a.office != b.office || code_of(a) != code_of(b)) return false;
  return a.task.unit || a.task.position == b.task.position;
}

// By code: IT-ES is above IT-ES-II.
bool is_above(const Ranked& a, const Ranked& b) {
  return a.office == b.office && !a.code.empty() && b.code.size() > a.code.size() && b.code.starts_with(a.code) &&
         b.code[a.code.size()] == '-';
}

// What the question asks in all, by rarity. Of a letter only as much as a question of some words could hold: nobody
// expects one point to speak of all that a letter tells.
double content_of(const Question& question) {
  std::vector<double> rarities;
  for (const QueryWord& word : question.words)
    if (word.counts) rarities.push_back(word.rarity);
  std::sort(rarities.begin(), rarities.end(), std::greater<>());
  rarities.resize(std::min(rarities.size(), kWordsOfAQuestion));
  return std::accumulate(rarities.begin(), rarities.end(), 0.0);
}

// Of equal points the doer's comes before the helper's, the unit's own before its head's.
bool better(const Evidence& a, const Evidence& b) {
  const auto key = [](const Evidence& one) {
    return std::tuple(-one.weight, one.stored.task.role, !one.stored.task.post.empty());
  };
  return key(a) < key(b);
}

double weight_of(const std::vector<Evidence>& points) {
  double weight = 0, share = 1;
  for (const Evidence& point : points) {
    weight += share * point.weight;
    share *= kNextPoint;
  }
  return weight;
}

bool is_of_unit(Field field) {
  return field == Field::unit_lemma || field == Field::unit_surface;
}

// Which words of the question a match answers in the fields that `counts` lets through.
std::set<unsigned> words_in(const store::Match& match, bool (*counts)(Field)) {
  std::set<unsigned> words;
  for (const store::MatchedLayer& at : match.layers)
    if (counts(at.field)) words.insert(at.group);
  return words;
}

// An official phrase that is all there answers the words it stands for.
std::set<unsigned> expanded_words(const std::set<unsigned>& found, const Question& question) {
  std::set<unsigned> words;
  for (const Expansion& expansion : question.expansions)
    if (std::includes(found.begin(), found.end(), expansion.groups.begin(), expansion.groups.end()))
      words.insert(expansion.stands_for.begin(), expansion.stands_for.end());
  return words;
}

double rarity_of(const std::set<unsigned>& found, const Question& question) {
  const std::set<unsigned> expanded = expanded_words(found, question);
  double rarity = 0;
  for (unsigned i = 0; i < question.words.size(); ++i) {
    const QueryWord& word = question.words[i];
    if (!word.counts) continue;
    if (found.contains(i))
      rarity += word.rarity;
    else if (expanded.contains(i))
      rarity += word.known() ? kKnownButExpanded * word.rarity : word.rarity;
  }
  return rarity;
}

// Of the words as typed alone.
double typed_rarity(const store::Match& match, const Question& question) {
  double rarity = 0;
  for (const unsigned word : words_in(match, [](Field) { return true; }))
    if (word < question.words.size() && question.words[word].counts) rarity += question.words[word].rarity;
  return rarity;
}

}  // namespace

std::vector<Evidence> weigh(const store::Matches& found, const Question& question) {
  std::vector<Evidence> evidence;
  const double total = content_of(question);
  for (const store::Match& match : found.matches) {
    // What was found without words was found by the code or the citation asked for.
    Evidence one{match.stored, match.weight, match.layers.empty() ? 1.0 : 0.0, 0};
    if (total > 0) {
      one.coverage =
          std::min(1.0, one.coverage + rarity_of(words_in(match, [](Field) { return true; }), question) / total);
      if (!question.expansions.empty() && typed_rarity(match, question) / total >= kWholeName)
        one.weight *= kExactWording;
      one.in_name = rarity_of(words_in(match, is_of_unit), question) / total;
    }
    evidence.push_back(std::move(one));
  }
  return evidence;
}

double best_coverage(const std::vector<Evidence>& evidence) {
  double best = 0;
  for (const Evidence& one : evidence) best = std::max(best, one.coverage);
  return best;
}

std::vector<Ranked> rank_holders(std::vector<Evidence> evidence, const Question& question) {
  std::vector<Ranked> holders;
  for (Evidence& one : evidence) {
    auto holder = std::find_if(holders.begin(), holders.end(), [&one](const Ranked& known) {
      return same_holder(known.points.front().stored, one.stored);
    });
    if (holder == holders.end()) {
      holders.push_back({one.stored.office, code_of(one.stored), 0, {}});
      holder = std::prev(holders.end());
    }
    holder->points.push_back(std::move(one));
  }
  for (Ranked& holder : holders) {
    std::stable_sort(holder.points.begin(), holder.points.end(), better);
    holder.weight = weight_of(holder.points);
    if (holder.points.front().in_name >= kWholeName) holder.weight *= kAskedByName;
  }
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

bool stands_behind(const std::vector<Ranked>& holders, const Question& question, double on_any_day) {
  if (holders.empty()) return false;
  if (question.words.empty()) return true;
  // Asked for by its code, a unit answers whatever else the question holds.
  const std::vector<std::string>& named = question.marks.units;
  if (std::find(named.begin(), named.end(), holders.front().code) != named.end()) return true;
  double on_the_day = 0;
  for (const Ranked& holder : holders) on_the_day = std::max(on_the_day, best_coverage(holder.points));
  return best_coverage(holders.front().points) >= kLeastCoverage && on_any_day < kMoreOnAnotherDay * on_the_day;
}

bool is_ambiguous(const std::vector<Ranked>& holders) {
  return std::any_of(holders.begin(), holders.end(), [&first = holders.front()](const Ranked& other) {
    if (&other == &first || is_above(first, other) || is_above(other, first)) return false;
    const bool same_wording = other.points.front().stored.task.text == first.points.front().stored.task.text;
    return same_wording || other.weight >= kTooClose * first.weight;
  });
}

double confidence(const Ranked& holder, double best_possible, const Question& question) {
  double known = 0, all = 0;
  for (const QueryWord& word : question.words) {
    if (!word.counts) continue;
    all += word.rarity;
    if (word.known()) known += word.rarity;
  }
  if (best_possible <= 0 || all <= 0) return 1;
  return std::min(1.0, holder.weight / best_possible) * known / all;
}

}  // namespace kto::searchd
