#include "indexer/text/concepts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"

namespace kto::text {
namespace {

constexpr std::array<std::pair<std::string_view, PhraseKind>, 12> kKinds{{
    {"official", PhraseKind::official},
    {"otherwise", PhraseKind::otherwise},
    {"thing", PhraseKind::thing},
    {"state", PhraseKind::state},
    {"act", PhraseKind::act},
    {"broader", PhraseKind::broader},
    {"institution", PhraseKind::institution},
    {"brand", PhraseKind::brand},
    {"person", PhraseKind::person},
    {"abbreviation", PhraseKind::abbreviation},
    {"foreign", PhraseKind::foreign},
    {"test", PhraseKind::test},
}};

std::optional<PhraseKind> kind_of(std::string_view name) {
  for (const auto& [known, kind] : kKinds)
    if (known == name) return kind;
  return std::nullopt;
}

constexpr std::string_view kClass = "class ";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// The text up to the mark, and the text behind it.
std::pair<std::string_view, std::string_view> split(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

// The lemmas of the words of a file: its phrases are made of few words, and looking each up once halves the start of
// every program.
class KnownWords {
 public:
  explicit KnownWords(const Analyser& analyser) : analyser_(analyser) {}
  const Lemmas& of(const Token& token) {
    const auto [known, is_new] = words_.try_emplace({token.kind, token.capitalised, token.text});
    if (is_new) known->second = concept_lemmas(analyser_, token);
    return known->second;
  }

 private:
  const Analyser& analyser_;
  std::map<std::tuple<TokenKind, bool, std::string>, Lemmas> words_;
};

Phrase phrase_of(PhraseKind kind, std::string text, KnownWords& known) {
  Phrase phrase{kind, std::move(text), {}};
  std::size_t end = 0;
  bool begun = false;  // the place of the phrase that the word stands in has a word
  for (const Token& token : tokenize(phrase.text)) {
    const bool other = end > 0 && phrase.text.substr(end, token.begin - end) == "/";
    end = token.end;
    begun = begun && other;
    if (!tells_concepts_apart(token)) continue;
    if (!begun) phrase.words.emplace_back();
    const Lemmas& lemmas = known.of(token);
    phrase.words.back().insert(lemmas.begin(), lemmas.end());
    begun = true;
  }
  return phrase;
}

// The phrase with the words of each class in place of its name: "ściąć <drzewo>" → "ściąć brzoza/dąb/lipa". What names
// no class stays.
std::string written_out(std::string_view phrase, const WordClasses& classes) {
  std::string out;
  while (!phrase.empty()) {
    const auto [before, rest] = split(phrase, '<');
    const auto [name, behind] = split(rest, '>');
    out += before;
    if (const auto known = classes.find(name); known != classes.end())
      out += known->second;
    else if (!name.empty())
      out += '<' + std::string(name) + '>';
    phrase = behind;
  }
  return out;
}

// Bytes of the shortest lemma; families are left out.
std::size_t shortest(const Lemmas& word) {
  std::size_t bytes = std::string::npos;
  for (const std::string& lemma : word)
    if (lemma.front() != kFamily) bytes = std::min(bytes, lemma.size());
  return bytes;
}

// By lemma, or also by family.
bool intersect(const Lemmas& a, const Lemmas& b, bool families) {
  return std::any_of(a.begin(), a.end(), [&b, families](const std::string& lemma) {
    return b.contains(lemma) && (families || lemma.front() != kFamily);
  });
}

// The words of the question that say the phrase; empty when more of its words are missing than may be.
std::vector<std::size_t> words_saying(const Phrase& phrase, const std::vector<Lemmas>& question, std::size_t may_lack) {
  // One word says too little for its whole family to say it: with families the first holder is right in .786 of
  // dev.jsonl, without in .812.
  const bool families = phrase.words.size() > 1;
  std::set<std::size_t> words;
  for (const Lemmas& wanted : phrase.words) {
    const auto said = std::find_if(question.begin(), question.end(), [&](const Lemmas& word) {
      return intersect(wanted, word, families) && !words.contains(static_cast<std::size_t>(&word - question.data()));
    });
    if (said == question.end() && may_lack-- == 0) return {};
    if (said == question.end()) continue;
    words.insert(static_cast<std::size_t>(said - question.begin()));
  }
  return {words.begin(), words.end()};
}

}  // namespace

bool tells_concepts_apart(const Token& word) {
  return word.text == "nie" || !is_stop_word(word);
}

Lemmas concept_lemmas(const Analyser& analyser, const Token& word) {
  Token token = word;
  if (token.kind == TokenKind::code) {  // "PIT-37" and "pit-37" are one
    token.kind = TokenKind::word;
    token.text = lower(token.text);
  }
  const std::vector<Reading> readings = analyser.query_readings(token);
  Lemmas lemmas;
  for (const Reading& reading : readings)
    if (reading.how == readings.front().how || reading.how > How::folded) lemmas.insert(reading.lemma);
  Lemmas roots;
  for (const std::string& lemma : lemmas) roots.insert(kFamily + analyser.dictionary().root(lemma));
  lemmas.merge(roots);
  return lemmas;
}

void Concepts::read(std::string_view file, const std::string& name, const Analyser& analyser) {
  Concept current;
  KnownWords known(analyser);
  for (std::size_t number = 1; !file.empty(); ++number) {
    const auto [whole, rest] = split(file, '\n');
    file = rest;
    const std::string_view line = trimmed(whole);
    if (line.empty()) {
      finish(std::exchange(current, {}));
      continue;
    }
    if (line.starts_with('#')) continue;
    const auto [label, phrases] = split(line, ':');
    if (label.starts_with(kClass)) {
      classes_.insert_or_assign(std::string(trimmed(label.substr(kClass.size()))), std::string(trimmed(phrases)));
      continue;
    }
    const std::optional<PhraseKind> kind = kind_of(trimmed(label));
    if (!kind) {
      faults_.push_back({name, number, "\"" + std::string(label) + "\" is no kind of phrase"});
      continue;
    }
    if (current.phrases.empty()) current.file = name, current.line = number;
    for (std::string_view left = phrases; !left.empty();) {
      const auto [text, others] = split(left, ';');
      left = others;
      Phrase phrase = phrase_of(*kind, written_out(trimmed(text), classes_), known);
      if (phrase.text.find('<') != std::string::npos)
        faults_.push_back({name, number, "\"" + phrase.text + "\" names a class that is not known"});
      else if (!phrase.words.empty())
        current.phrases.push_back(std::move(phrase));
      else if (!trimmed(text).empty() || !trimmed(others).empty())
        faults_.push_back({name, number, "\"" + std::string(trimmed(text)) + "\" has no word that counts"});
    }
  }
  finish(std::move(current));
}

bool says(PhraseKind kind) {
  return kind != PhraseKind::test && kind != PhraseKind::otherwise;
}

void Concepts::finish(Concept concept_read) {
  if (concept_read.phrases.empty()) return;
  const auto is_official = [](const Phrase& phrase) { return phrase.kind == PhraseKind::official; };
  if (std::none_of(concept_read.phrases.begin(), concept_read.phrases.end(), is_official))
    faults_.push_back({concept_read.file, concept_read.line, "the concept has no official phrase"});
  for (std::size_t i = 0; i < concept_read.phrases.size(); ++i) {
    if (!says(concept_read.phrases[i].kind)) continue;
    const std::vector<Lemmas>& words = concept_read.phrases[i].words;
    for (const Lemmas& word : words)
      for (const std::string& lemma : word) holders_[lemma].insert(concepts_.size());
    const Lemmas& telling = *std::max_element(
        words.begin(), words.end(), [](const Lemmas& a, const Lemmas& b) { return shortest(a) < shortest(b); });
    for (const std::string& lemma : telling) places_[lemma].insert({concepts_.size(), i});
  }
  concepts_.push_back(std::move(concept_read));
}

// Families are left out: with them the first holder is right in .940 of dev.jsonl and .861 of own.jsonl, without in as
// many.
std::vector<ConceptLikeness> Concepts::likenesses(const std::vector<Lemmas>& words) const {
  std::map<std::size_t, ConceptLikeness> alike;
  double all = 0;
  for (std::size_t word = 0; word < words.size(); ++word) {
    std::map<std::size_t, double> rarities;  // of the word, for each concept that has it
    for (const std::string& lemma : words[word]) {
      const auto holders = lemma.front() == kFamily ? holders_.end() : holders_.find(lemma);
      if (holders == holders_.end()) continue;
      const double rarity =
          std::log(static_cast<double>(concepts_.size() + 1) / static_cast<double>(holders->second.size()));
      for (const std::size_t place : holders->second) rarities[place] = std::max(rarities[place], rarity);
    }
    double most = 0;
    for (const auto& [place, rarity] : rarities) {
      most = std::max(most, rarity);
      alike[place].share += rarity;
      alike[place].words.push_back(word);
    }
    all += most;
  }
  std::vector<ConceptLikeness> likenesses;
  for (auto& [place, one] : alike) {
    one.meant = &concepts_[place];
    one.share = all > 0 ? one.share / all : 0;
    likenesses.push_back(std::move(one));
  }
  return likenesses;
}

std::vector<ConceptMatch> Concepts::matches(const std::vector<Lemmas>& words, bool nearly) const {
  constexpr std::size_t kWordsToLackOne = 3;
  std::set<Place> places;
  for (const Lemmas& word : words)
    for (const std::string& lemma : word)
      if (const auto known = places_.find(lemma); known != places_.end())
        places.insert(known->second.begin(), known->second.end());
  std::vector<ConceptMatch> matches;
  for (const Place& place : places) {
    const Concept& meant = concepts_[place.meant];
    const Phrase& phrase = meant.phrases[place.phrase];
    if (nearly && phrase.words.size() < kWordsToLackOne) continue;
    std::vector<std::size_t> saying = words_saying(phrase, words, nearly ? 1 : 0);
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
