#include "searchd/search_words.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "indexer/text/concepts.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"
#include "searchd/search_concepts.h"

namespace kto::searchd {
namespace {

using store::Field;

// .25 to .5 score the same; above .4 a name that repeats a word of the question beats the text that says all of it.
constexpr double kUnitName = 0.35;

bool occurs(const store::Reader& index, Field text, Field unit_name, const std::string& value) {
  return index.frequency(text, value) > 0 || index.frequency(unit_name, value) > 0;
}

void keep_lemma(const store::Reader& index, std::vector<std::string>& lemmas, const std::string& lemma) {
  if (occurs(index, Field::lemma, Field::unit_lemma, lemma)) lemmas.push_back(lemma);
}

void keep_surface(const store::Reader& index, std::vector<std::string>& surfaces, const std::string& surface) {
  if (occurs(index, Field::surface, Field::unit_surface, surface)) surfaces.push_back(surface);
}

// Documents with the word: the commonest reading decides, task texts before unit names.
unsigned frequency(const store::Reader& index, const QueryWord& word) {
  unsigned in_text = 0, in_names = 0;
  const auto count = [&](Field text, Field unit_name, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      in_text = std::max(in_text, index.frequency(text, value));
      in_names = std::max(in_names, index.frequency(unit_name, value));
    }
  };
  count(Field::lemma, Field::unit_lemma, word.lemmas);
  count(Field::lemma, Field::unit_lemma, word.folded);
  count(Field::surface, Field::unit_surface, word.surfaces);
  return in_text > 0 ? in_text : in_names;
}

double rarity(const store::Reader& index, const QueryWord& word) {
  const double documents = index.documents();
  return std::max(0.0, std::log((documents + 1) / (frequency(index, word) + 0.5)));
}

// Numbers, codes and citations are taken as they stand.
QueryWord read_mark(const store::Reader& index, const text::Token& token) {
  QueryWord word;
  word.typed = token.text;
  keep_surface(index, word.surfaces, token.text);
  word.counts = word.known();
  return word;
}

QueryWord read_word(const store::Reader& index, text::Token token) {
  if (token.kind != text::TokenKind::word) {
    QueryWord word = read_mark(index, token);
    if (word.known() || token.kind != text::TokenKind::code) return word;
    // "BIP-IE" looks like a code and may be a word in capitals.
    token.kind = text::TokenKind::word;
    token.text = text::lower(token.text);
  }
  QueryWord word;
  word.typed = token.text;
  for (const text::Reading& reading : index.analyser().query_readings(token)) {
    if (reading.how == text::How::unknown)
      keep_surface(index, word.surfaces, reading.lemma);
    else
      keep_lemma(index, reading.how == text::How::folded ? word.folded : word.lemmas, reading.lemma);
  }
  if (word.lemmas.empty()) word.lemmas.swap(word.folded);
  // A guessed word has a surface too; it would count twice.
  if (!word.lemmas.empty()) word.surfaces.clear();
  return word;
}

std::vector<std::string> codes_of(const store::Reader& index, const std::string& office) {
  std::set<std::string> codes;
  for (const store::OfficeSummary& summary : index.manifest().offices) {
    if (!office.empty() && summary.id != office) continue;
    if (const store::Office* found = index.office(summary.id))
      for (const law::Unit& unit : found->units) codes.insert(unit.code);
  }
  return {codes.begin(), codes.end()};
}

bool stands_in(const Marks& marks, const text::Token& token) {
  return std::any_of(marks.found.begin(), marks.found.end(),
                     [&token](const Mark& mark) { return token.begin < mark.end && mark.begin < token.end; });
}

bool same_word(const QueryWord& a, const QueryWord& b) {
  if (!a.known() || !b.known()) return a.typed == b.typed;
  return a.lemmas == b.lemmas && a.folded == b.folded && a.surfaces == b.surfaces;
}

}  // namespace

Question understand(const store::Reader& index, const std::string& q, const std::string& office) {
  Question question;
  question.marks = find_marks(q, codes_of(index, office));
  std::vector<SaidWord> said;
  for (const text::Token& token : text::tokenize(q)) {
    if (stands_in(question.marks, token)) continue;
    if (text::tells_concepts_apart(token)) said.push_back({text::concept_lemmas(index.analyser(), token), {}});
    if (text::is_stop_word(token)) continue;
    QueryWord word = read_word(index, token);
    const auto same = [&word](const QueryWord& other) { return same_word(word, other); };
    const auto known = std::find_if(question.words.begin(), question.words.end(), same);
    said.back().word = static_cast<unsigned>(known - question.words.begin());
    if (known != question.words.end()) continue;
    word.rarity = rarity(index, word);
    question.words.push_back(std::move(word));
  }
  expand(index, said, question);
  return question;
}

store::Group group_of(const QueryWord& word) {
  // A word with a reading as typed is seldom meant as another one: .7, from the lab's judged queries.
  constexpr double kFolded = 0.7;
  store::Group group;
  const auto add = [&group](Field field, const std::vector<std::string>& values, double weight) {
    if (!values.empty()) group.layers.push_back({field, values, weight});
  };
  add(Field::lemma, word.lemmas, 1);
  add(Field::lemma, word.folded, kFolded);
  add(Field::surface, word.surfaces, 1);
  add(Field::unit_lemma, word.lemmas, kUnitName);
  add(Field::unit_lemma, word.folded, kUnitName * kFolded);
  add(Field::unit_surface, word.surfaces, kUnitName);
  return group;
}

std::vector<store::Group> groups_of(const Question& question) {
  std::vector<store::Group> groups;
  for (const QueryWord& word : question.words) groups.push_back(group_of(word));
  for (const AddedWord& word : question.added)
    groups.push_back(
        {{{Field::lemma, word.lemmas, word.weight}, {Field::unit_lemma, word.lemmas, word.weight * kUnitName}}});
  return groups;
}

}  // namespace kto::searchd
