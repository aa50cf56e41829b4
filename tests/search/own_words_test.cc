// Every indexed text is found by its own words: as they stand, folded, in capitals, and in every form the dictionary
// has of them. The index and the question are analysed by the same code; this is the test that they stay so.
#include <algorithm>
#include <iterator>

#include "indexer/text/normalize.h"
#include "indexer/text/stop_words.h"
#include "searchd/search_words.h"
#include "tests/search/lublin.h"
#include "tests/search/paradigm.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

using Ids = std::set<std::string>;

// The words of a catalogue, and the tasks each stands in. Citations and codes are addresses, not words: marks_test.cc.
std::map<std::string, Ids> words_of(const law::Catalogue& catalogue) {
  std::map<std::string, Ids> words;
  for (const law::TaskPoint& task : catalogue.tasks)
    for (const std::string* text : {&task.text, &task.context})
      for (const text::Token& token : text::tokenize(*text))
        if ((token.kind == text::TokenKind::word || token.kind == text::TokenKind::number) &&
            !text::is_stop_word(token))
          words[text->substr(token.begin, token.end - token.begin)].insert(task.id);
  return words;
}

// The lemmas of a catalogue, and the tasks each stands in.
std::map<std::string, Ids> lemmas_of(const law::Catalogue& catalogue) {
  std::map<std::string, Ids> lemmas;
  for (const auto& [word, ids] : words_of(catalogue))
    for (const text::Token& token : text::tokenize(word))
      for (const text::Reading& reading : test::analyser()->index_readings(token))
        if (reading.how == text::How::exact) lemmas[reading.lemma].insert(ids.begin(), ids.end());
  return lemmas;
}

Ids found_by(const store::Reader& index, const std::string& q) {
  store::Query query;
  for (const QueryWord& word : understand(index, q, "none").words) query.groups.push_back(group_of(word));
  query.limit = index.documents();
  Ids found;
  if (query.groups.empty()) return found;
  for (const store::Match& match : index.find(query).matches) found.insert(match.found->stored().task.id);
  return found;
}

Ids missing(const Ids& wanted, const Ids& found) {
  Ids missing;
  std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(), std::inserter(missing, missing.end()));
  return missing;
}

// Fails with the word for every task that its own word does not find.
void require_found_by_own_words(const store::Reader& index, const law::Catalogue& catalogue) {
  for (const auto& [word, ids] : words_of(catalogue))
    for (const std::string& typed : {word, text::fold(word), text::upper(word), text::upper(text::fold(word))}) {
      INFO("\"" << typed << "\" for \"" << word << "\"");
      CHECK(missing(ids, found_by(index, typed)) == Ids{});
    }
}

// The same for every form of every word: at least one of its readings must be among those it is searched by.
void require_found_by_all_forms(const store::Reader& index, const law::Catalogue& catalogue) {
  const std::map<std::string, Ids> lemmas = lemmas_of(catalogue);
  std::set<std::string> names;
  for (const auto& [lemma, ids] : lemmas) names.insert(lemma);
  for (const auto& [lemma, forms] : test::forms_of(*test::dictionary(), names))
    for (const std::string& form : forms)
      for (const text::Token& token : text::tokenize(form)) {
        if (text::is_stop_word(token)) continue;
        INFO("\"" << form << "\" for \"" << lemma << "\"");
        const std::vector<QueryWord> words = understand(index, form, "none").words;
        REQUIRE(words.size() == 1);
        const auto holds = [&lemma = lemma](const std::vector<std::string>& values) {
          return std::find(values.begin(), values.end(), lemma) != values.end();
        };
        CHECK((holds(words[0].lemmas) || holds(words[0].folded)));
      }
}

TEST_CASE("every text of the corpus is found by its own words, folded and in capitals") {
  REQUIRE(test::lublin().tasks.size() > 200);
  require_found_by_own_words(test::lublin_index().reader(), test::lublin());
}

TEST_CASE("every text of the corpus is found by every form of its words") {
  require_found_by_all_forms(test::lublin_index().reader(), test::lublin());
}

TEST_CASE("texts that no dictionary knows are found by their own words") {
  const law::Catalogue catalogue = test::office(
      "x", {{"§ 1 pkt 1", "XY-Z biuro", "prowadzenia ePUAP-u i systemu Żmĳ 2000 wg § 16 ust. 1, Dz.U. e-Doręczeń"},
            {"§ 2 pkt 1", "", "obsługi \u00adpark\u00adletów, foodtrucków i Wi-Fi na ul. Kołłątaja 12a (K2)"},
            {"§ 3 pkt 1", "", "Zażółć gęślą jaźń – ŹDŹBŁO ŁÓDŹ łączność IT-ES-II oraz BIP-ie"}});
  const test::TinyIndex index(std::vector{catalogue});
  require_found_by_own_words(index.reader(), catalogue);
}

}  // namespace
}  // namespace kto::searchd
