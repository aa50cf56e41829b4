#include "searchd/search_concepts.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "searchd/search_spelling.h"

namespace kto::searchd {
namespace {

using text::PhraseKind;

// What an official phrase weighs beside a typed word of weight 1. On the finished lexicon with what people say at .35,
// .5, .7, .9 the first holder is right in .880, .880, .880, .846 of dev.jsonl and .769, .787, .778, .778 of own.jsonl;
// exact wording stays above.
constexpr double kSaid = 0.5;
// A broader notion speaks of more than this concept; .15, .3 and .5 score the same.
constexpr double kBroader = 0.3;

double weight_of(PhraseKind said) {
  // Worded as ordinances are: what is meant is there already. Other official phrases beside it changed nothing.
  if (said == PhraseKind::official) return 0;
  return said == PhraseKind::broader ? kBroader : kSaid;
}

// A phrase of several words weighs more than one of one word, but not as many times: by the root of their number the
// first holder is right in .744, by the number in .726, without either in .641.
double share_of_word(std::size_t words) {
  return 1 / std::sqrt(static_cast<double>(words));
}

// The lemmas that the index has; empty when it has none.
std::vector<std::string> in_index(const store::Reader& index, const text::Lemmas& lemmas) {
  std::vector<std::string> found;
  std::copy_if(lemmas.begin(), lemmas.end(), std::back_inserter(found),
               [&index](const std::string& lemma) { return lemma.front() != text::kFamily && occurs(index, lemma); });
  return found;
}

// The words of a phrase as the index has them; empty when it lacks one.
std::vector<std::vector<std::string>> words_in_index(const store::Reader& index, const text::Phrase& phrase) {
  std::vector<std::vector<std::string>> words;
  for (const text::Lemmas& word : phrase.words) {
    words.push_back(in_index(index, word));
    if (words.back().empty()) return {};
  }
  return words;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&b](const std::string& lemma) { return std::find(b.begin(), b.end(), lemma) != b.end(); });
}

// The number of the group that searches these lemmas: a typed word's, an added one's, or a new one's.
unsigned group_for(const std::vector<std::string>& lemmas, double weight, Question& question) {
  const std::size_t typed = question.words.size();
  for (std::size_t i = 0; i < typed; ++i)
    if (share(question.words[i].lemmas, lemmas)) return static_cast<unsigned>(i);
  for (std::size_t i = 0; i < question.added.size(); ++i)
    if (share(question.added[i].lemmas, lemmas)) {
      question.added[i].weight = std::max(question.added[i].weight, weight);
      return static_cast<unsigned>(typed + i);
    }
  question.added.push_back({lemmas, weight});
  return static_cast<unsigned>(typed + question.added.size() - 1);
}

void sort_unique(std::vector<unsigned>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// What one concept is said by, taken together.
struct Said {
  double weight = 0;
  std::vector<unsigned> words;
  std::vector<std::vector<unsigned>> official, other;  // words that say one of its own phrases, or one of people's
};
using SaidConcepts =
    std::map<std::size_t, Said>;  // by their place in the lexicon, so that the order is always the same

// "poczta" inside "poczta elektroniczna" is no word of the street: exact wording comes first.
bool is_part_of_official(const text::ConceptMatch& match, const std::vector<text::ConceptMatch>& all) {
  return std::any_of(all.begin(), all.end(), [&match](const text::ConceptMatch& other) {
    return other.said->kind == PhraseKind::official &&
           std::includes(other.words.begin(), other.words.end(), match.words.begin(), match.words.end());
  });
}

std::vector<unsigned> typed_words(const text::ConceptMatch& match, const std::vector<SaidWord>& said) {
  std::vector<unsigned> words;
  for (const std::size_t word : match.words)
    if (said[word].word) words.push_back(*said[word].word);
  sort_unique(words);
  return words;
}

std::vector<text::ConceptMatch> matches_in(const text::Concepts& lexicon, const std::vector<SaidWord>& said) {
  std::vector<text::Lemmas> words;
  words.reserve(said.size());
  for (const SaidWord& word : said) words.push_back(word.lemmas);
  return lexicon.find(words);
}

// The longest phrase is meant: "asysta techniczna" is no "asysta" at the counter. With all, the first holder is right
// in .855 of dev.jsonl and .713 of own.jsonl, with the longest in .863 and .722.
bool is_part_of_longer(const text::ConceptMatch& match, const std::vector<text::ConceptMatch>& all) {
  return std::any_of(all.begin(), all.end(), [&match](const text::ConceptMatch& other) {
    return other.meant != match.meant && other.words.size() > match.words.size() &&
           std::includes(other.words.begin(), other.words.end(), match.words.begin(), match.words.end());
  });
}

SaidConcepts concepts_in(const text::Concepts& lexicon, const std::vector<SaidWord>& said) {
  const std::vector<text::ConceptMatch> matches = matches_in(lexicon, said);
  SaidConcepts concepts;
  for (const text::ConceptMatch& match : matches) {
    const bool official = match.said->kind == PhraseKind::official;
    if (!official && is_part_of_official(match, matches)) continue;
    if (is_part_of_longer(match, matches)) continue;
    Said& one = concepts[static_cast<std::size_t>(match.meant - lexicon.all().data())];
    one.weight = std::max(one.weight, weight_of(match.said->kind));
    const std::vector<unsigned> words = typed_words(match, said);
    one.words.insert(one.words.end(), words.begin(), words.end());
    (official ? one.official : one.other).push_back(words);
  }
  for (auto& [place, by] : concepts) {
    // Also where people's words say it beside: "administrowanie poczta elektroniczna". On the judged queries no score
    // moves by more than .002; added phrases only lift points that hold some of their words.
    if (!by.official.empty()) by.weight = 0;
    sort_unique(by.words);
  }
  return concepts;
}

void add_phrase(const store::Reader& index, const text::Phrase& phrase, const Said& by, Meaning& meaning,
                Question& question) {
  const auto words = words_in_index(index, phrase);
  if (words.empty()) return;
  Expansion expansion{phrase.text, by.words, {}};
  for (const auto& lemmas : words)
    expansion.groups.push_back(group_for(lemmas, by.weight * share_of_word(words.size()), question));
  sort_unique(expansion.groups);
  meaning.phrases.push_back(expansion.groups);
  question.expansions.push_back(std::move(expansion));
}

}  // namespace

void expand(const store::Reader& index, const std::vector<SaidWord>& said, Question& question) {
  const text::Concepts& lexicon = index.analyser().concepts();
  for (const auto& [place, by] : concepts_in(lexicon, said)) {
    Meaning meaning{by.other, by.official};
    meaning.said.insert(meaning.said.end(), by.official.begin(), by.official.end());
    for (const text::Phrase& phrase : lexicon.all()[place].phrases)
      if (phrase.kind == PhraseKind::official && by.weight > 0) add_phrase(index, phrase, by, meaning, question);
    question.meanings.push_back(std::move(meaning));
  }
}

}  // namespace kto::searchd
