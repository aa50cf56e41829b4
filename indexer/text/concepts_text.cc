#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "indexer/text/concepts.h"
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

// The lemmas of the words of a file: its phrases are made of few words, each looked up once.
class KnownWords {
 public:
  KnownWords(const Analyser& analyser, Concepts& lexicon) : analyser_(analyser), lexicon_(lexicon) {}
  const LemmaIds& of(const Token& token) {
    const auto [known, is_new] = words_.try_emplace({token.kind, token.capitalised, token.text});
    if (is_new)
      for (const std::string& lemma : concept_lemmas(analyser_, token)) known->second.push_back(lexicon_.id_of(lemma));
    return known->second;
  }

 private:
  const Analyser& analyser_;
  Concepts& lexicon_;
  std::map<std::tuple<TokenKind, bool, std::string>, LemmaIds> words_;
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
    const LemmaIds& lemmas = known.of(token);
    phrase.words.back().insert(phrase.words.back().end(), lemmas.begin(), lemmas.end());
    begun = true;
  }
  for (LemmaIds& word : phrase.words) {
    std::sort(word.begin(), word.end());
    word.erase(std::unique(word.begin(), word.end()), word.end());
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
  KnownWords known(analyser, *this);
  const auto finish = [&] {
    const auto is_official = [](const Phrase& phrase) { return phrase.kind == PhraseKind::official; };
    const std::vector<Phrase>& phrases = current.phrases;
    if (!phrases.empty() && std::none_of(phrases.begin(), phrases.end(), is_official))
      add(ConceptFault{current.file, current.line, "the concept has no official phrase"});
    add(std::exchange(current, {}));
  };
  for (std::size_t number = 1; !file.empty(); ++number) {
    const auto [whole, rest] = split(file, '\n');
    file = rest;
    const std::string_view line = trimmed(whole);
    if (line.empty()) {
      finish();
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
      add(ConceptFault{name, number, "\"" + std::string(label) + "\" is no kind of phrase"});
      continue;
    }
    if (current.phrases.empty()) current.file = name, current.line = number;
    for (std::string_view left = phrases; !left.empty();) {
      const auto [text, others] = split(left, ';');
      left = others;
      Phrase phrase = phrase_of(*kind, written_out(trimmed(text), classes_), known);
      if (phrase.text.find('<') != std::string::npos)
        add(ConceptFault{name, number, "\"" + phrase.text + "\" names a class that is not known"});
      else if (!phrase.words.empty())
        current.phrases.push_back(std::move(phrase));
      else if (!trimmed(text).empty() || !trimmed(others).empty())
        add(ConceptFault{name, number, "\"" + std::string(trimmed(text)) + "\" has no word that counts"});
    }
  }
  finish();
}

}  // namespace kto::text
