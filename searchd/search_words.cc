#include "searchd/search_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "indexer/text/concepts.h"
#include "indexer/text/dictionary.h"
#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"
#include "searchd/search_concepts.h"
#include "searchd/search_spelling.h"

namespace kto::searchd {
namespace {

using store::Field;

// With .2, .35, .5 the first holder is right in .880 of dev.jsonl and .769, .787, .787 of own.jsonl; above .4 a name
// that repeats a word of the question beats the text that says all of it.
constexpr double kUnitName = 0.35;

// Words of asking: with a share of 0, .3, .5, .7, 1 the first holder is right in .829, .838, .846, .846, .846 of the
// judged queries of dev.jsonl, and in .620 of own.jsonl with any. Dropped, they leave questions with nothing to go by
// ("pod jaki numer zadzwonić"); whole, they outweigh short ones.
constexpr double kAsking = 0.5;
// A misspelt word may be taken for the wrong one. .6, .8, 1 are right first equally often, the order of points is .698,
// .707, .711 on dev.jsonl: half way, since a wrong guess costs more than it does there.
constexpr double kMeant = 0.8;
// Words of the same family: with 0, .3, .5, .7 the first holder is right in .829, .821, .821, .821 of dev.jsonl and
// .620, .667, .657, .648 of own.jsonl, the order of points .708, .708, .703, .698 and .609, .624, .620, .622.
constexpr double kKin = 0.3;
// A word of a phrase that the lexicon puts into other words. With 1, .8, .6, .4 the first holder is right in .913,
// .916, .919, .919 of own-2.jsonl, .935, .935, .935, .926 of own.jsonl and .923 of dev.jsonl with any; units score
// .939, .940, .941, .941 and .937, .940, .939, .938 and .903, .907, .907, .907.
constexpr double kPutOtherwise = 0.6;

void keep_lemma(const store::Reader& index, std::vector<std::string>& lemmas, const std::string& lemma) {
  if (occurs(index, lemma)) lemmas.push_back(lemma);
}

void keep_surface(const store::Reader& index, std::vector<std::string>& surfaces, const std::string& surface) {
  if (index.frequency(Field::surface, surface) > 0 || index.frequency(Field::unit_surface, surface) > 0)
    surfaces.push_back(surface);
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
  count(Field::lemma, Field::unit_lemma, word.meant);
  count(Field::surface, Field::unit_surface, word.surfaces);
  if (in_text == 0 && in_names == 0) count(Field::lemma, Field::unit_lemma, word.kin);
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

// All its readings count: a form of a word that the index lacks may be a form of one whose family it has.
void keep_kin(const store::Reader& index, const std::vector<text::Reading>& readings, QueryWord& word) {
  std::set<std::string> kin;
  for (const text::Reading& reading : readings) {
    if (reading.how != readings.front().how || reading.how == text::How::unknown) continue;
    for (std::string& lemma : index.analyser().dictionary().kin(reading.lemma))
      if (occurs(index, lemma)) kin.insert(std::move(lemma));
  }
  const auto is_typed = [&word](const std::string& lemma) {
    return std::find(word.lemmas.begin(), word.lemmas.end(), lemma) != word.lemmas.end();
  };
  std::remove_copy_if(kin.begin(), kin.end(), std::back_inserter(word.kin), is_typed);
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
  const std::vector<text::Reading> readings = index.analyser().query_readings(token);
  for (const text::Reading& reading : readings) {
    if (reading.how == text::How::unknown)
      keep_surface(index, word.surfaces, reading.lemma);
    else
      keep_lemma(index, reading.how == text::How::folded ? word.folded : word.lemmas, reading.lemma);
  }
  if (word.lemmas.empty()) word.lemmas.swap(word.folded);
  keep_kin(index, readings, word);
  // A guessed word has a surface too; it would count twice.
  if (!word.lemmas.empty()) word.surfaces.clear();
  return word;
}

std::vector<std::string> codes_of(const store::Reader& index, const std::string& office) {
  // Of a country none: a code is of one office, another one's has the same letters and is another unit.
  if (office.empty() && index.is_country()) return {};
  if (!office.empty()) return index.codes(office);
  std::set<std::string> codes;
  for (const store::OfficeSummary& summary : index.manifest().offices)
    for (std::string& code : index.codes(summary.id)) codes.insert(std::move(code));
  return {codes.begin(), codes.end()};
}

bool stands_in(const Marks& marks, const text::Token& token) {
  return std::any_of(marks.found.begin(), marks.found.end(),
                     [&token](const Mark& mark) { return token.begin < mark.end && mark.begin < token.end; });
}

bool same_word(const QueryWord& a, const QueryWord& b) {
  if (!a.known() || !b.known()) return a.typed == b.typed;
  return a.lemmas == b.lemmas && a.folded == b.folded && a.surfaces == b.surfaces && a.meant == b.meant &&
         a.kin == b.kin;
}

// Names of people are not misspelt words: in running text, what nobody knows and has a capital letter is one. All in
// capitals, or at the very beginning, anything has.
bool may_be_misspelt(const text::Token& token, const std::vector<text::Token>& all) {
  if (!token.capitalised || token.begin == all.front().begin) return true;
  return std::all_of(all.begin(), all.end(),
                     [](const text::Token& one) { return one.capitalised || one.kind != text::TokenKind::word; });
}

std::set<std::string> phrases_in(const std::string& list) {
  std::set<std::string> phrases;
  std::istringstream parts(list);
  for (std::string part; std::getline(parts, part, ';');) {
    const std::size_t first = part.find_first_not_of(' ');
    if (first != std::string::npos) phrases.insert(part.substr(first, part.find_last_not_of(' ') + 1 - first));
  }
  return phrases;
}

// "po", "z powodu", "wskutek", "w związku z": what follows is no matter but how it came to it. `before`: the word
// before.
bool leads_to_circumstance(const std::string& word, const std::string& before) {
  return word == "po" || word == "powodu" || word == "wskutek" ||
         (before == "związku" && (word == "z" || word == "ze"));
}

// What happens to people, after which they ask for something else: "prawo jazdy po zmianie nazwiska" asks for a
// licence.
bool is_event(const text::Lemmas& lemmas) {
  static const std::set<std::string, std::less<>> kEvents{
      "utrata",    "zmiana",   "zakup",   "kupno",   "sprzedaż", "śmierć",  "zgon",   "rozwód",        "ślub",
      "wypadek",   "pożar",    "powódź",  "burza",   "remont",   "wyjazd",  "powrót", "przeprowadzka", "urodzenie",
      "narodziny", "operacja", "choroba", "kolizja", "stłuczka", "wichura", "ulewa",  "deszcz",        "zima"};
  return std::any_of(lemmas.begin(), lemmas.end(), [](const std::string& lemma) { return kEvents.count(lemma) > 0; });
}

// Reads a question into its words.
class Understanding {
 public:
  Understanding(const store::Reader& index, const std::string& q, const AsTyped& as_typed, Question& question)
      : index_(index), q_(q), question_(question) {
    question_.unwanted = phrases_in(as_typed.without);
    for (text::Token& token : text::tokenize(as_typed.exact)) exact_.insert(std::move(token.text));
  }

  void read() {
    std::vector<text::Token> tokens;
    for (text::Token& token : text::tokenize(q_))
      if (!stands_in(question_.marks, token)) tokens.push_back(std::move(token));
    const Respaced respaced = respace_all(std::move(tokens));
    for (const text::Token& token : respaced.tokens) add(token, respaced.tokens);
    if (nothing_else()) {  // then the circumstance is the matter: "co załatwić po śmierci brata"
      for (const unsigned word : circumstance_) question_.words[word].share = 1;
      if (nothing_else())
        for (QueryWord& word : question_.words) word.share = 1;
    }
    for (QueryWord& word : question_.words) word.rarity = word.share * rarity(index_, word);
    expand(index_, said_, question_);
    mend(respaced);
  }

 private:
  bool nothing_else() const {
    return std::all_of(question_.words.begin(), question_.words.end(),
                       [](const QueryWord& word) { return word.share < 1; });
  }

  bool is_exact(const text::Token& token) const { return exact_.contains(token.text); }

  // What stands between two words that are to be taken as typed is respaced for itself.
  Respaced respace_all(std::vector<text::Token> tokens) const {
    Respaced out;
    std::vector<text::Token> between;
    const auto flush = [&] {
      Respaced part = respace(index_, q_, std::exchange(between, {}));
      std::move(part.tokens.begin(), part.tokens.end(), std::back_inserter(out.tokens));
      out.changed.merge(part.changed);
    };
    for (text::Token& token : tokens) {
      const bool exact = is_exact(token);
      if (exact) flush();
      (exact ? out.tokens : between).push_back(std::move(token));
    }
    flush();
    return out;
  }

  // A word to be taken as typed says nothing to the lexicon.
  SaidWord& say(const text::Token& token) {
    text::Lemmas lemmas = is_exact(token) ? text::Lemmas{} : text::concept_lemmas(index_.analyser(), token);
    return said_.emplace_back(SaidWord{std::move(lemmas), {}});
  }

  // "jira" is a name that people say, not a misspelt word.
  bool in_lexicon(const SaidWord& said) const {
    const text::Concepts& lexicon = index_.analyser().concepts();
    return std::any_of(said.lemmas.begin(), said.lemmas.end(),
                       [&lexicon](const std::string& lemma) { return lexicon.holds(lemma); });
  }

  // Counts the words of a circumstance that are still to come: the event and what it happened to.
  bool is_circumstance(const text::Token& token, const text::Lemmas& lemmas) {
    constexpr unsigned kEventAndItsThing = 2;
    if (after_ && is_event(lemmas)) in_circumstance_ = kEventAndItsThing;
    if (in_circumstance_ == 0 || text::is_asking_word(token)) return false;
    --in_circumstance_;
    return true;
  }

  void add(const text::Token& token, const std::vector<text::Token>& all) {
    SaidWord* said = text::tells_concepts_apart(token) ? &say(token) : nullptr;
    const bool is_stop = text::is_stop_word(token);
    if (is_stop) in_circumstance_ = 0;
    const bool of_circumstance = !is_stop && is_circumstance(token, said->lemmas);
    after_ = leads_to_circumstance(token.text, std::exchange(before_, token.text));
    if (is_stop) return;
    QueryWord word = read_word(index_, token);
    if (text::is_asking_word(token) || of_circumstance) word.share = kAsking;
    if (is_exact(token)) word.kin.clear();
    if (!word.known() && !is_exact(token) && !in_lexicon(*said) && may_be_misspelt(token, all))
      if (const auto meant = respell(index_, token)) {
        std::copy_if(meant->lemmas.begin(), meant->lemmas.end(), std::back_inserter(word.meant),
                     [this](const std::string& lemma) { return occurs(index_, lemma); });
        said->lemmas = {meant->lemmas.begin(), meant->lemmas.end()};
        if (!meant->form.empty()) mended_.emplace(token.begin, meant->form);
      }
    said->word = add_word(std::move(word));
    if (of_circumstance) circumstance_.insert(*said->word);
  }

  unsigned add_word(QueryWord word) {
    std::vector<QueryWord>& words = question_.words;
    const auto known =
        std::find_if(words.begin(), words.end(), [&word](const QueryWord& other) { return same_word(word, other); });
    const auto number = static_cast<unsigned>(known - words.begin());
    if (known != words.end()) return number;
    words.push_back(std::move(word));
    return number;
  }

  // The question with its words mended; the parts of a split word stand one after the other.
  void mend(const Respaced& respaced) {
    if (mended_.empty() && respaced.changed.empty()) return;
    std::string out;
    std::size_t at = 0;
    for (const text::Token& token : respaced.tokens) {
      const auto form = mended_.find(token.begin);
      if (form == mended_.end() && !respaced.changed.contains(token.begin)) continue;
      out += token.begin < at ? " " : q_.substr(at, token.begin - at);
      out += form == mended_.end() ? token.text : form->second;
      at = token.end;
    }
    question_.respelt = out + q_.substr(at);
  }

  const store::Reader& index_;
  const std::string& q_;
  Question& question_;
  std::set<std::string> exact_;  // as the tokeniser gives them
  std::vector<SaidWord> said_;
  std::string before_;  // the word before
  bool after_ = false;  // it leads to a circumstance
  unsigned in_circumstance_ = 0;
  std::set<unsigned> circumstance_;            // words of the question
  std::map<std::size_t, std::string> mended_;  // where a word begins: what it was meant for
};

std::set<std::string> readings_of(const Question& question) {
  std::set<std::string> readings;
  for (const QueryWord& word : question.words)
    for (const auto* values : {&word.lemmas, &word.folded, &word.surfaces, &word.meant, &word.kin})
      readings.insert(values->begin(), values->end());
  for (const AddedWord& word : question.added) readings.insert(word.lemmas.begin(), word.lemmas.end());
  return readings;
}

}  // namespace

Question understand(const store::Reader& index, const std::string& q, const std::string& office,
                    const AsTyped& as_typed) {
  Question question;
  question.marks = find_marks(q, [&] { return codes_of(index, office); });
  Understanding(index, q, as_typed, question).read();
  question.readings = readings_of(question);
  return question;
}

store::Group group_of(const QueryWord& word) {
  // A word with a reading as typed is seldom meant as another one: .7, from the lab's judged queries.
  constexpr double kFolded = 0.7;
  store::Group group;
  const auto add = [&group, &word](Field field, const std::vector<std::string>& values, double weight) {
    if (!values.empty()) group.layers.push_back({field, values, weight * word.share});
  };
  add(Field::lemma, word.lemmas, 1);
  add(Field::lemma, word.folded, kFolded);
  add(Field::lemma, word.meant, kMeant);
  add(Field::lemma, word.kin, kKin);
  add(Field::surface, word.surfaces, 1);
  add(Field::unit_lemma, word.lemmas, kUnitName);
  add(Field::unit_lemma, word.folded, kUnitName * kFolded);
  add(Field::unit_lemma, word.meant, kUnitName * kMeant);
  add(Field::unit_lemma, word.kin, kUnitName * kKin);
  add(Field::unit_surface, word.surfaces, kUnitName);
  return group;
}

namespace {

// Words of phrases of people's for which official ones are searched instead, none of them official themselves:
// "program" of "program księgowy" is no "program szkoleń".
std::set<unsigned> put_otherwise(const Question& question) {
  std::set<unsigned> told, official;
  for (const Meaning& meaning : question.meanings) {
    if (meaning.phrases.empty()) continue;
    for (const std::vector<unsigned>& phrase : meaning.phrases) official.insert(phrase.begin(), phrase.end());
    for (const std::vector<unsigned>& phrase : meaning.said)
      if (phrase.size() > 1) told.insert(phrase.begin(), phrase.end());
  }
  for (const unsigned word : official) told.erase(word);
  return told;
}

void weaken(store::Group& group) {
  for (auto& layer : group.layers) layer.weight *= kPutOtherwise;
}

}  // namespace

std::vector<store::Group> groups_of(const Question& question) {
  std::vector<store::Group> groups;
  for (const QueryWord& word : question.words) groups.push_back(group_of(word));
  for (const unsigned word : put_otherwise(question))
    if (question.words[word].share >= 1) weaken(groups[word]);
  for (const AddedWord& word : question.added)
    groups.push_back(
        {{{Field::lemma, word.lemmas, word.weight}, {Field::unit_lemma, word.lemmas, word.weight * kUnitName}}});
  return groups;
}

}  // namespace kto::searchd
