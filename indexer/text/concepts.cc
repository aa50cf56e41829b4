#include "indexer/text/concepts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kto::text {

LemmaId Concepts::id_of(std::string_view lemma) {
  if (const auto known = ids_.find(lemma); known != ids_.end()) return known->second;
  const auto id = static_cast<LemmaId>(lemmas_.size());
  lemmas_.emplace_back(lemma);
  ids_.emplace(lemma, id);
  places_.emplace_back();
  holders_.emplace_back();
  return id;
}

// What the lexicon has of them.
std::vector<LemmaIds> Concepts::ids_of(const std::vector<Lemmas>& words) const {
  std::vector<LemmaIds> out(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string& lemma : words[i])
      if (const auto known = ids_.find(lemma); known != ids_.end()) out[i].push_back(known->second);
    std::sort(out[i].begin(), out[i].end());
  }
  return out;
}

// Phrases that say nothing may have lemmas of their own.
bool Concepts::holds(std::string_view lemma) const {
  const auto known = ids_.find(lemma);
  return known != ids_.end() && !holders_[known->second].empty();
}

// Bytes of the shortest lemma; families are left out.
std::size_t Concepts::shortest(const LemmaIds& word) const {
  std::size_t bytes = std::string::npos;
  for (const LemmaId id : word)
    if (!is_family(id)) bytes = std::min(bytes, lemmas_[id].size());
  return bytes;
}

// By lemma, or also by family.
bool Concepts::intersect(const LemmaIds& a, const LemmaIds& b, bool families) const {
  auto one = a.begin(), other = b.begin();
  while (one != a.end() && other != b.end()) {
    if (*one == *other && (families || !is_family(*one))) return true;
    *one <= *other ? ++one : ++other;
  }
  return false;
}

// The words of the question that say the phrase; empty when more of its words are missing than may be.
std::vector<std::size_t> Concepts::words_saying(const Phrase& phrase, const std::vector<LemmaIds>& question,
                                                std::size_t may_lack) const {
  // One word says too little for its whole family to say it: with families the first holder is right in .786 of
  // dev.jsonl, without in .812.
  const bool families = phrase.words.size() > 1;
  std::vector<std::size_t> words;
  for (const LemmaIds& wanted : phrase.words) {
    std::size_t said = 0;
    while (said < question.size() &&
           (!intersect(wanted, question[said], families) || std::find(words.begin(), words.end(), said) != words.end()))
      ++said;
    if (said == question.size() && may_lack-- == 0) return {};
    if (said < question.size()) words.push_back(said);
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool says(PhraseKind kind) {
  return kind != PhraseKind::test && kind != PhraseKind::otherwise;
}

void Concepts::add(Concept concept_read) {
  if (concept_read.phrases.empty()) return;
  const auto insert = [](auto& places, const auto& place) {
    const bool is_new = places.empty() || places.back() != place;  // they come in order
    if (is_new) places.push_back(place);
    return is_new;
  };
  std::size_t size = 0;
  for (std::size_t i = 0; i < concept_read.phrases.size(); ++i) {
    if (!says(concept_read.phrases[i].kind)) continue;
    const std::vector<LemmaIds>& words = concept_read.phrases[i].words;
    for (const LemmaIds& word : words)
      for (const LemmaId id : word) size += insert(holders_[id], concepts_.size()) ? 1 : 0;
    const LemmaIds& telling = *std::max_element(
        words.begin(), words.end(), [this](const auto& a, const auto& b) { return shortest(a) < shortest(b); });
    for (const LemmaId id : telling) insert(places_[id], Place{concepts_.size(), i});
  }
  sizes_.push_back(size);
  concepts_.push_back(std::move(concept_read));
}

// A concept that has very many words is like many a question by chance. With the power 0, .1, .2, .3, .5 the first
// holder is right in .787, .787, .803, .795, .787 of a seventh round of fresh questions, .931, .931, .935, .935, .938
// of own-2.jsonl and .932, .923, .923, .923, .923 of dev.jsonl.
double told_by_words(std::size_t size) {
  constexpr double kMany = 150, kPower = 0.2;
  return std::pow(kMany / std::max(kMany, static_cast<double>(size)), kPower);
}

// Families are left out: with them the first holder is right in .940 of dev.jsonl and .861 of own.jsonl, without in as
// many.
std::vector<ConceptLikeness> Concepts::likenesses(const std::vector<Lemmas>& words) const {
  const std::vector<LemmaIds> ids = ids_of(words);
  struct Held {
    std::size_t place = 0, word = 0;
    double rarity = 0;
  };
  std::vector<Held> held;
  double all = 0;
  for (std::size_t word = 0; word < words.size(); ++word) {
    double most = 0;
    for (const LemmaId id : ids[word]) {
      const std::vector<std::size_t>& holders = holders_[id];
      if (is_family(id) || holders.empty()) continue;
      const double rarity = std::log(static_cast<double>(concepts_.size() + 1) / static_cast<double>(holders.size()));
      for (const std::size_t place : holders) held.push_back({place, word, rarity});
      most = std::max(most, rarity);
    }
    all += most;
  }
  // Of a concept word by word, of a word its rarest lemma first.
  std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return std::tuple(a.place, a.word, -a.rarity) < std::tuple(b.place, b.word, -b.rarity);
  });
  std::vector<ConceptLikeness> likenesses;
  for (const Held& one : held) {
    const Concept* meant = &concepts_[one.place];
    if (likenesses.empty() || likenesses.back().meant != meant) likenesses.push_back({meant, 0, {}});
    ConceptLikeness& alike = likenesses.back();
    if (!alike.words.empty() && alike.words.back() == one.word) continue;
    alike.share += one.rarity;
    alike.words.push_back(one.word);
  }
  for (ConceptLikeness& one : likenesses)
    one.share =
        all > 0 ? one.share / all * told_by_words(sizes_[static_cast<std::size_t>(one.meant - concepts_.data())]) : 0;
  return likenesses;
}

std::vector<ConceptMatch> Concepts::matches(const std::vector<Lemmas>& words, bool nearly) const {
  constexpr std::size_t kWordsToLackOne = 3;
  const std::vector<LemmaIds> ids = ids_of(words);
  std::vector<Place> places;
  for (const LemmaIds& word : ids)
    for (const LemmaId id : word) places.insert(places.end(), places_[id].begin(), places_[id].end());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<ConceptMatch> matches;
  for (const Place& place : places) {
    const Concept& meant = concepts_[place.meant];
    const Phrase& phrase = meant.phrases[place.phrase];
    if (nearly && phrase.words.size() < kWordsToLackOne) continue;
    std::vector<std::size_t> saying = words_saying(phrase, ids, nearly ? 1 : 0);
    if (!saying.empty()) matches.push_back({&meant, &phrase, std::move(saying)});
  }
  return matches;
}

std::vector<ConceptMatch> Concepts::find(const std::vector<Lemmas>& words) const {
  return matches(words, false);
}

std::vector<ConceptMatch> Concepts::nearly(const std::vector<Lemmas>& words) const {
  return matches(words, true);
}

}  // namespace kto::text
