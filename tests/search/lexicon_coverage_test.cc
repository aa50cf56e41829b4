// How much of what an office does the lexicon speaks of: the words of people that lead to a concept, to a task and to a
// unit. A report in the test's output, with floors:
//
//   build/dev/test-search "the lexicon speaks*"
#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "indexer/corpus/corpus.h"
#include "indexer/corpus/office_law.h"
#include "indexer/text/concepts.h"
#include "tests/search/lublin.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

// Measured: 24.5 phrases a concept; 74.5 and 25.3 a task, none for 0 and 7 of a hundred tasks. The best public
// catalogue known has 14 a task.
constexpr double kFloorConcept = 20, kFloorTask = 20, kMostWithout = 0.1;

using text::Concept;
using text::Phrase;
using text::PhraseKind;

std::size_t said_of(const Concept& meant) {
  return static_cast<std::size_t>(std::count_if(meant.phrases.begin(), meant.phrases.end(), [](const Phrase& phrase) {
    return phrase.kind != PhraseKind::official && text::says(phrase.kind);
  }));
}

text::Lemmas lemmas_of(const std::string& text) {
  text::Lemmas lemmas;
  for (const text::Token& token : text::tokenize(text))
    for (const text::Reading& reading : test::analyser()->index_readings(token)) lemmas.insert(reading.lemma);
  return lemmas;
}

bool says(const text::Lemmas& text, const Phrase& phrase) {
  return std::all_of(phrase.words.begin(), phrase.words.end(), [&text](const text::LemmaIds& word) {
    return std::any_of(word.begin(), word.end(), [&text](const text::LemmaId id) {
      return text.contains(test::analyser()->concepts().lemma(id));
    });
  });
}

bool is_spoken_of(const text::Lemmas& text, const Concept& meant) {
  return std::any_of(meant.phrases.begin(), meant.phrases.end(), [&text](const Phrase& phrase) {
    return phrase.kind == PhraseKind::official && says(text, phrase);
  });
}

// Phrases of people that lead to a task.
std::size_t leading_to(const law::TaskPoint& task) {
  const text::Lemmas text = lemmas_of(task.text + " " + task.context);
  std::size_t phrases = 0;
  for (const Concept& meant : test::analyser()->concepts().all())
    if (is_spoken_of(text, meant)) phrases += said_of(meant);
  return phrases;
}

struct Coverage {
  std::size_t tasks = 0, without = 0, phrases = 0;
};

double share(std::size_t part, std::size_t all) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(all, 1));
}

std::map<std::string, Coverage> by_unit(const law::Catalogue& catalogue) {
  std::map<std::string, Coverage> units;
  for (const law::TaskPoint& task : catalogue.tasks) {
    const std::size_t phrases = leading_to(task);
    for (Coverage* one : {&units["all"], &units[task.unit ? task.unit->code : task.position]}) {
      ++one->tasks;
      one->phrases += phrases;
      one->without += phrases == 0 ? 1 : 0;
    }
  }
  return units;
}

law::Catalogue example_office() {
  for (const corpus::OfficeSource& source : corpus::read_corpus("corpus"))
    if (source.id == "przykladowa") return corpus::to_catalogue(corpus::read_law(source));
  return {};
}

void report(const law::Catalogue& catalogue) {
  for (const auto& [unit, one] : by_unit(catalogue))
    std::cout << "lexicon, " << catalogue.office << " " << unit << ": " << share(one.phrases, one.tasks)
              << " phrases a task, none for " << one.without << " of " << one.tasks << " tasks\n";
}

TEST_CASE("the lexicon speaks of what offices do in people's words") {
  std::size_t concepts = 0, phrases = 0;
  for (const Concept& meant : test::analyser()->concepts().all()) ++concepts, phrases += said_of(meant);
  std::cout << "lexicon: " << concepts << " concepts, " << phrases << " phrases of people, " << share(phrases, concepts)
            << " a concept\n";
  CHECK(share(phrases, concepts) >= kFloorConcept);
  for (const law::Catalogue& catalogue : {test::lublin(), example_office()}) {
    report(catalogue);
    const Coverage all = by_unit(catalogue).at("all");
    CHECK(share(all.phrases, all.tasks) >= kFloorTask);
    CHECK(share(all.without, all.tasks) <= kMostWithout);
  }
}

}  // namespace
}  // namespace kto::searchd
