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
constexpr double kLeastOfOneWord = 0.25;
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

bool has_all(const std::set<unsigned>& found, const std::vector<unsigned>& wanted) {
  return std::includes(found.begin(), found.end(), wanted.begin(), wanted.end());
}

// Which concepts that the question speaks of are anyone's task here: some text has all words of an official phrase.
std::vector<bool> held_meanings(const store::Matches& found, const Question& question) {
  std::vector<bool> held(question.meanings.size());
  for (const store::Match& match : found.matches) {
    const std::set<unsigned> groups = words_in(match, [](Field) { return true; });
    const auto has = [&groups](const std::vector<unsigned>& phrase) {
      return !phrase.empty() && has_all(groups, phrase);
    };
    for (std::size_t i = 0; i < held.size(); ++i)
      if (std::any_of(question.meanings[i].phrases.begin(), question.meanings[i].phrases.end(), has)) held[i] = true;
  }
  return held;
}

// For each word of the question, how many words the longest phrase has by which it speaks of something that is done
// here, or that is not.
struct SpokenFor {
  std::size_t here = 0, elsewhere = 0;
};
std::vector<SpokenFor> spoken_for(const Question& question, const std::vector<bool>& held) {
  std::vector<SpokenFor> words(question.words.size());
  for (std::size_t i = 0; i < held.size(); ++i)
    for (const std::vector<unsigned>& phrase : question.meanings[i].said)
      for (const unsigned word : phrase) {
        std::size_t& longest = held[i] ? words[word].here : words[word].elsewhere;
        longest = std::max(longest, phrase.size());
      }
  return words;
}

// Words by which the question speaks of what nobody here does: "licencja" of "licencja na taksówkę" is none of
// software. A text that has the whole phrase is meant all the same.
std::set<unsigned> foreign_words(const std::set<unsigned>& found, const Question& question,
                                 const std::vector<bool>& held) {
  std::set<unsigned> foreign;
  const std::vector<SpokenFor> words = spoken_for(question, held);
  for (std::size_t i = 0; i < held.size(); ++i)
    for (const std::vector<unsigned>& phrase : question.meanings[i].said)
      if (!held[i] && !has_all(found, phrase))
        std::copy_if(phrase.begin(), phrase.end(), std::inserter(foreign, foreign.end()),
                     [&words](unsigned word) { return words[word].elsewhere > words[word].here; });
  return foreign;
}

// What of a question a point answers.
struct Covered {
  double rarity = 0;
  unsigned words = 0;     // words of asking not counted
  bool expanded = false;  // some by an official phrase of the lexicon
};

Covered covered(const std::set<unsigned>& found, const Question& question, const std::vector<bool>& held) {
  const std::set<unsigned> expanded = expanded_words(found, question);
  const std::set<unsigned> foreign = foreign_words(found, question, held);
  Covered sum;
  for (unsigned i = 0; i < question.words.size(); ++i) {
    const QueryWord& word = question.words[i];
    const bool as_typed = found.contains(i);
    if (!word.counts || foreign.contains(i) || !(as_typed || expanded.contains(i))) continue;
    sum.rarity += as_typed || !word.known() ? word.rarity : kKnownButExpanded * word.rarity;
    if (word.share >= 1) ++sum.words;
    if (expanded.contains(i)) sum.expanded = true;
  }
  return sum;
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
  const std::vector<bool> held = held_meanings(found, question);
  const std::vector<bool> all(held.size(), true);
  std::vector<Evidence> evidence;
  const double total = content_of(question);
  for (const store::Match& match : found.matches) {
    // What was found without words was found by the code or the citation asked for.
    Evidence one{match.stored, match.weight, match.layers.empty() ? 1.0 : 0.0, 0, false};
    if (total > 0) {
      const Covered by_point = covered(words_in(match, [](Field) { return true; }), question, held);
      one.coverage = std::min(1.0, one.coverage + by_point.rarity / total);
      one.one_word = by_point.words < 2 && !by_point.expanded;
      if (!question.expansions.empty() && typed_rarity(match, question) / total >= kWholeName)
        one.weight *= kExactWording;
      one.in_name = covered(words_in(match, is_of_unit), question, all).rarity / total;
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
  if (on_any_day >= kMoreOnAnotherDay * on_the_day) return false;
  const std::vector<Evidence>& points = holders.front().points;
  return std::any_of(points.begin(), points.end(), [](const Evidence& point) {
    return point.coverage >= (point.one_word ? kLeastOfOneWord : kLeastCoverage);
  });
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
