// How a point is weighed, and why so. Measured as rank.cc says.
//
// A point weighs by how much of the question it answers, not only by how rare its words are: nine tenths of its weight
// are worth its coverage. With 0, .5, .8, .9, 1 the first holder is right in .812, .838, .838, .838, .838 (dev.jsonl)
// and .713, .722, .713, .722, .713 (own.jsonl), units score .814, .825, .837, .839, .840 and .797, .819, .830, .828,
// .825, points .721, .736, .739, .744, .746 and .679, .706, .717, .715, .714.
//
// What the question says of a concept of the lexicon that no text here holds is foreign, unless a phrase as long says
// one that is held, or as many words are like one that is: the words are those of something that somebody else does.
// Counted by all phrases of a concept together the first holder is right in .917 of own.jsonl and .019 are lost, by the
// longest .935 and none.
//
// Where the lexicon knows what is asked, and nobody here does any of it, a point with but one word of the question says
// four tenths of that word: kto abstains on .688 of the fresh questions of a second round that nobody answers, not on
// .438, and finds .676 of the others, not .685. What all units do weighs half: .913 → .922 of a first round.
#include "searchd/weigh.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "indexer/law/common_task.h"

namespace kto::searchd {
namespace {

using store::Field;

// A word that the index knows speaks for itself; found only by an official phrase of the lexicon it counts half.
// Counted whole, kto answered one more question about what is no longer in force; not at all, it missed known wordings.
constexpr double kKnownButExpanded = 0.5;
// A point that holds all that was typed comes before points that hold what the lexicon puts in its place, and one that
// says nothing more before those that do. From 1 to 2 either scores the same; they decide between near-equal wordings.
constexpr double kExactWording = 1.5, kNothingMore = 1.5;
constexpr double kWhole = 0.9;
constexpr double kOfWhatIsElsewhere = 0.4;
constexpr double kCommon = 0.5;
constexpr double kAllButRounding = 0.999;  // sums of fractions
constexpr std::size_t kWordsOfAQuestion = 5;

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

bool is_of_unit(Field field) {
  return field == Field::unit_lemma || field == Field::unit_surface;
}

// Numbers of words of a question, and of added ones behind them; in order, none twice.
using Words = std::vector<unsigned>;

// Which a match answers in the fields that `counts` lets through.
template <typename Counts>
Words words_in(const store::Match& match, const Counts& counts) {
  Words words;
  for (const store::MatchedLayer& at : match.layers)  // in order of their groups
    if (counts(at.field) && (words.empty() || words.back() != at.group)) words.push_back(at.group);
  return words;
}

Words words_in(const store::Match& match) {
  return words_in(match, [](Field) { return true; });
}

bool has(const Words& found, unsigned word) {
  return std::binary_search(found.begin(), found.end(), word);
}

bool has_all(const Words& found, const Words& wanted) {
  return std::includes(found.begin(), found.end(), wanted.begin(), wanted.end());
}

// For each word of a question, whether something is so.
using Flags = std::vector<bool>;

void set(Flags& flags, const Words& words) {
  for (const unsigned word : words) flags[word] = true;
}

// An official phrase that is all there answers the words it stands for.
Flags expanded_words(const Words& found, const Question& question) {
  Flags words(question.words.size());
  for (const Expansion& expansion : question.expansions)
    if (has_all(found, expansion.groups)) set(words, expansion.stands_for);
  return words;
}

// All words of an official phrase of the concept.
bool has_a_phrase(const Words& found, const Meaning& meaning) {
  return std::any_of(meaning.phrases.begin(), meaning.phrases.end(),
                     [&found](const auto& phrase) { return !phrase.empty() && has_all(found, phrase); });
}

// Which concepts that the question speaks of are anyone's task here: some text has all words of an official phrase.
std::vector<bool> held_meanings(const std::vector<store::Match>& found, const Question& question) {
  std::vector<bool> held(question.meanings.size());
  if (held.empty()) return held;
  for (const store::Match& match : found) {
    const Words groups = words_in(match);
    for (std::size_t i = 0; i < held.size(); ++i)
      if (!held[i] && has_a_phrase(groups, question.meanings[i])) held[i] = true;
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
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (question.meanings[i].supposed && !held[i]) continue;
    for (const std::vector<unsigned>& phrase : question.meanings[i].said)
      for (const unsigned word : phrase) {
        std::size_t& most = held[i] ? words[word].here : words[word].elsewhere;
        most = std::max(most, phrase.size());
      }
  }
  return words;
}

// Whether the lexicon knows what the question is about, and nobody here does any of it.
bool speaks_of_elsewhere_alone(const Question& question, const std::vector<bool>& held) {
  bool elsewhere = false;
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (question.meanings[i].said.empty() || question.meanings[i].supposed) continue;
    if (held[i]) return false;
    elsewhere = true;
  }
  return elsewhere;
}

// Whether anything is asked for but how, or in what circumstances: then a point that has nothing but those words is
// none
// ("ile kosztuje pies" where nobody has to do with dogs).
bool names_a_matter(const Question& question) {
  return std::any_of(question.words.begin(), question.words.end(),
                     [](const QueryWord& word) { return word.counts && word.share >= 1; });
}

// What of a question a point answers.
struct Covered {
  double rarity = 0;
  unsigned words = 0;     // words of asking not counted
  bool expanded = false;  // some by an official phrase of the lexicon
};

// Of the words as typed alone.
double typed_rarity(const Words& found, const Question& question) {
  double rarity = 0;
  for (const unsigned word : found)
    if (word < question.words.size() && question.words[word].counts) rarity += question.words[word].rarity;
  return rarity;
}

// Whether the question says all that the text says.
bool is_all_of(const store::Match& match, const Question& question) {
  const Words found = words_in(match, [](Field field) { return field == Field::lemma || field == Field::surface; });
  const auto typed = static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [&question](unsigned word) { return word < question.words.size(); }));
  return match.found->head().long_words <= typed;
}

bool is_common(const store::Match& match) {
  return match.found->head().unit_reason.starts_with(law::kCommonTask);
}

// Weighs the points found for one question.
class Weighing {
 public:
  Weighing(const Question& question, const std::vector<store::Match>& found)
      : question_(question),
        total_(content_of(question)),
        held_(held_meanings(found, question)),
        spoken_(spoken_for(question, held_)),
        elsewhere_(speaks_of_elsewhere_alone(question, held_)),
        names_a_matter_(names_a_matter(question)) {}

  Evidence weigh(const store::Match& match) const {
    // What was found without words was found by the code or the citation asked for.
    Evidence one{match.found, match.weight, match.layers.empty() ? 1.0 : 0.0, 0, false, match.weight, {}};
    const Words found = words_in(match);
    one.groups = found;
    if (total_ <= 0) return one;
    const Covered by_point = covered(found);
    one.coverage = std::min(1.0, one.coverage + by_point.rarity / total_);
    one.one_word = by_point.words < 2 && !by_point.expanded;
    if (one.one_word && (elsewhere_ || (names_a_matter_ && by_point.words == 0))) one.coverage *= kOfWhatIsElsewhere;
    if (!question_.expansions.empty() && typed_rarity(found, question_) / total_ >= kAllButRounding)
      one.weight *= kExactWording;
    if (is_all_of(match, question_)) one.weight *= kNothingMore;
    one.weight *= 1 - kWhole + kWhole * one.coverage;
    if (is_common(match)) one.weight *= kCommon;
    one.in_name = typed_rarity(words_in(match, is_of_unit), question_) / total_;
    return one;
  }

 private:
  // Words of what nobody here does are left out.
  Covered covered(const Words& found) const {
    const Flags expanded = expanded_words(found, question_);
    const Flags foreign = foreign_words(found);
    Covered sum;
    for (unsigned i = 0; i < question_.words.size(); ++i) {
      const QueryWord& word = question_.words[i];
      const bool as_typed = has(found, i);
      if (!word.counts || foreign[i] || !(as_typed || expanded[i])) continue;
      sum.rarity += as_typed || !word.known_as_typed() ? word.rarity : kKnownButExpanded * word.rarity;
      if (word.share >= 1) ++sum.words;
    }
    sum.expanded = std::any_of(question_.meanings.begin(), question_.meanings.end(), [&found](const Meaning& meaning) {
      return !meaning.supposed && has_a_phrase(found, meaning);
    });
    return sum;
  }

  // Words by which the question speaks of what nobody here does: "licencja" of "licencja na taksówkę" is none of
  // software. A text that has the whole phrase is meant all the same.
  Flags foreign_words(const Words& found) const {
    Flags foreign(question_.words.size());
    for (std::size_t i = 0; i < held_.size(); ++i)
      for (const Words& phrase : question_.meanings[i].said)
        if (!held_[i] && !question_.meanings[i].supposed && !has_all(found, phrase))
          for (const unsigned word : phrase)
            if (spoken_[word].elsewhere > spoken_[word].here) foreign[word] = true;
    return foreign;
  }

  const Question& question_;
  const double total_;
  const std::vector<bool> held_;
  const std::vector<SpokenFor> spoken_;
  const bool elsewhere_, names_a_matter_;
};

}  // namespace

std::vector<Evidence> weigh(const std::vector<store::Match>& found, const Question& question) {
  const Weighing weighing(question, found);
  std::vector<Evidence> evidence;
  evidence.reserve(found.size());
  for (const store::Match& match : found) evidence.push_back(weighing.weigh(match));
  return evidence;
}

double best_coverage(const std::vector<Evidence>& evidence) {
  double best = 0;
  for (const Evidence& one : evidence) best = std::max(best, one.coverage);
  return best;
}

}  // namespace kto::searchd
