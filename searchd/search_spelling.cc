#include "searchd/search_spelling.h"

#include <algorithm>
#include <iterator>

#include "indexer/text/concepts.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/nearest.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"

namespace kto::searchd {
namespace {

using store::Field;
using text::How;
using text::TokenKind;

// Forms that cost a wrong diacritic more than the nearest are as good: "poczat" is poczta and pocztą.
constexpr unsigned kAsGood = 2;

bool leads(const store::Reader& index, const std::string& lemma) {
  return occurs(index, lemma) || index.analyser().concepts().holds(lemma);
}

bool is_known(const std::vector<text::Reading>& readings) {
  return readings.front().how <= How::folded;
}

// How a word of the question stands before it is mended; looked up once.
struct Standing {
  bool word = false;     // no number, code or citation
  bool stop = false;     // a stop word
  bool unknown = false;  // no word of the language, even with diacritics put back
  bool idle = true;      // finds nothing
};

// A word finds something as typed in index or lexicon, with diacritics put back in the index only, since of the
// lexicon's words so many are short that every syllable is one ("wod" is no woda).
Standing standing_of(const store::Reader& index, const text::Token& token) {
  if (token.kind != TokenKind::word) return {false, false, false, false};
  if (text::is_stop_word(token)) return {true, true, false, true};
  const std::vector<text::Reading> readings = index.analyser().query_readings(token);
  const bool useful = std::any_of(readings.begin(), readings.end(), [&index](const text::Reading& reading) {
    if (reading.how == How::unknown) return index.frequency(Field::surface, reading.lemma) > 0;
    return occurs(index, reading.lemma) ||
           (reading.how == How::exact && index.analyser().concepts().holds(reading.lemma));
  });
  return {true, false, !text::is_asking_word(token) && !is_known(readings), !useful};
}

bool may_be_joined(const Standing& a, const Standing& b) {
  if (!a.word || !b.word || (a.stop && b.stop)) return false;
  return a.unknown || b.unknown || (a.idle && b.idle);
}

// The dictionary knows the word, with or without its diacritics, and it leads somewhere.
bool is_good_word(const store::Reader& index, const text::Token& token) {
  const std::vector<text::Reading> readings = index.analyser().query_readings(token);
  return std::any_of(readings.begin(), readings.end(), [&index](const text::Reading& reading) {
    return reading.how <= How::folded && leads(index, reading.lemma);
  });
}

bool is_known(const store::Reader& index, const text::Token& token) {
  return is_known(index.analyser().query_readings(token));
}

text::Token word_token(std::string text, std::size_t begin, std::size_t end) {
  return {TokenKind::word, std::move(text), begin, end, false};
}

bool only_blanks_between(std::string_view question, const text::Token& a, const text::Token& b) {
  if (a.end >= b.begin) return false;
  return question.substr(a.end, b.begin - a.end).find_first_not_of(" \t") == std::string_view::npos;
}

// "upraw nien" → "uprawnien"
std::optional<text::Token> joined(const store::Reader& index, const text::Token& a, const text::Token& b) {
  text::Token whole = word_token(a.text + b.text, a.begin, b.end);
  if (!is_good_word(index, whole)) return std::nullopt;
  return whole;
}

// Both parts must be long enough to be meant: one-letter words and two-letter nouns are in every word.
bool is_part(const store::Reader& index, const text::Token& part) {
  constexpr std::size_t kShortest = 4;  // bytes
  if (part.text.size() < kShortest) return false;
  return is_good_word(index, part);
}

// "niedziala" → "nie", "dziala"
std::vector<text::Token> split(const store::Reader& index, const text::Token& token) {
  for (std::size_t at = 2; at + 2 < token.text.size(); ++at) {
    if ((static_cast<unsigned char>(token.text[at]) & 0xC0U) == 0x80U) continue;
    const text::Token left = word_token(token.text.substr(0, at), token.begin, token.end);
    const text::Token right = word_token(token.text.substr(at), token.begin, token.end);
    if (is_part(index, right) && (text::is_stop_word(left) || is_part(index, left))) return {left, right};
  }
  return {};
}

void add_lemmas(const store::Reader& index, const std::string& form, std::vector<std::string>& lemmas) {
  for (const text::DictionaryEntry& entry : index.analyser().dictionary().exact(form))
    if (leads(index, entry.lemma) && std::find(lemmas.begin(), lemmas.end(), entry.lemma) == lemmas.end())
      lemmas.push_back(entry.lemma);
}

std::optional<Respelling> misspelt(const store::Reader& index, const std::string& word) {
  Respelling meant;
  unsigned least = 0;
  for (const text::NearWord& near : text::nearest(index.analyser().dictionary(), word, text::most_cost(word))) {
    if (!meant.lemmas.empty() && near.cost > least + kAsGood) break;
    const bool first = meant.lemmas.empty();
    add_lemmas(index, near.form, meant.lemmas);
    if (!first || meant.lemmas.empty()) continue;
    meant.form = near.form;
    least = near.cost;
  }
  if (meant.lemmas.empty()) return std::nullopt;
  return meant;
}

// Shortened before a vowel, as clerks write: "przygot", "wydz".
std::optional<Respelling> shortened(const store::Reader& index, const std::string& word) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kMostWords = 12;  // of more, none is meant
  constexpr std::string_view kVowels = "aeiouy";
  const std::string plain = text::fold(word);
  if (plain.size() < kShortest || kVowels.find(plain.back()) != std::string_view::npos) return std::nullopt;
  Respelling meant;
  for (const Field field : {Field::lemma, Field::unit_lemma})
    for (const std::string& lemma : index.values(field, word, kMostWords + 1)) meant.lemmas.push_back(lemma);
  std::sort(meant.lemmas.begin(), meant.lemmas.end());
  meant.lemmas.erase(std::unique(meant.lemmas.begin(), meant.lemmas.end()), meant.lemmas.end());
  if (meant.lemmas.empty() || meant.lemmas.size() > kMostWords) return std::nullopt;
  return meant;
}

}  // namespace

bool occurs(const store::Reader& index, const std::string& lemma) {
  return index.frequency(Field::lemma, lemma) > 0 || index.frequency(Field::unit_lemma, lemma) > 0;
}

std::optional<Respelling> respell(const store::Reader& index, const text::Token& word) {
  if (word.kind != TokenKind::word || is_known(index, word)) return std::nullopt;
  if (auto meant = shortened(index, word.text)) return meant;
  return misspelt(index, word.text);
}

Respaced respace(const store::Reader& index, std::string_view question, std::vector<text::Token> tokens) {
  std::vector<Standing> standing;
  standing.reserve(tokens.size());
  for (const text::Token& token : tokens) standing.push_back(standing_of(index, token));
  Respaced result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool with_next = i + 1 < tokens.size() && may_be_joined(standing[i], standing[i + 1]) &&
                           only_blanks_between(question, tokens[i], tokens[i + 1]);
    std::vector<text::Token> mended;
    if (auto whole = with_next ? joined(index, tokens[i], tokens[i + 1]) : std::nullopt) {
      mended.push_back(std::move(*whole));
      ++i;
    } else if (standing[i].unknown && standing[i].idle) {
      mended = split(index, tokens[i]);
    }
    if (!mended.empty()) result.changed.insert(mended.front().begin);
    if (mended.empty()) mended.push_back(std::move(tokens[i]));
    std::move(mended.begin(), mended.end(), std::back_inserter(result.tokens));
  }
  return result;
}

}  // namespace kto::searchd
