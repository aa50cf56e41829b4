// Whether the forms of one word come out as one, and different words stay apart. The sets and how they were made:
// data/README.md. The floors are what was measured when the rule last changed; a change that loses them fails.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"
#include "indexer/text/dictionary.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

using Lemmas = std::set<std::string>;

const Analyser& analyser() {
  static const Analyser kAnalyser(Dictionary::open(default_dictionary_path()));
  return kAnalyser;
}

Lemmas lemmas_of(const std::string& word) {
  Lemmas lemmas;
  for (const Token& token : tokenize(word))
    for (const Reading& reading : analyser().index_readings(token)) lemmas.insert(reading.lemma);
  return lemmas;
}

Lemmas roots_of(const std::string& word) {
  Lemmas roots;
  for (const std::string& lemma : lemmas_of(word)) roots.insert(analyser().dictionary().root(lemma));
  return roots;
}

bool meet(const Lemmas& a, const Lemmas& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& lemma) { return b.contains(lemma); });
}

struct Missed {
  std::size_t missed = 0, pairs = 0;
  double percent() const { return 100.0 * static_cast<double>(missed) / static_cast<double>(pairs); }
};

void count_pairs(const std::vector<Lemmas>& words, Missed& missed) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      ++missed.pairs;
      if (!meet(words[i], words[j])) ++missed.missed;
    }
  }
}

// Pairs of forms of one word, in the groups of one kind, that share no lemma.
Missed missed_pairs(const std::string& file, const std::string& wanted_kind, Lemmas (*keys_of)(const std::string&)) {
  std::ifstream lines("tests/text/data/" + file);
  REQUIRE(lines);
  Missed missed;
  std::string line, id, kind, label, word;
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    fields >> id >> kind >> label;
    if (kind != wanted_kind) continue;
    std::vector<Lemmas> words;
    while (fields >> word) words.push_back(keys_of(word));
    count_pairs(words, missed);
  }
  std::cout << file << ", " << wanted_kind << ": " << missed.missed << " of " << missed.pairs << " pairs missed, "
            << missed.percent() << " %\n";
  REQUIRE(missed.pairs > 0);
  return missed;
}

}  // namespace

TEST_CASE("forms of one word share a lemma") {
  // Measured: 0.18 %. What is missed are urządzenie and uprawnienie as forms of their verbs, which things.txt wants.
  CHECK(missed_pairs("conflation_groups_polimorf.tsv", "infl", lemmas_of).percent() <= 0.5);
  // Measured: 3.24 %. These groups count an adverb as a form of its adjective (publicznie, publiczny) and the plural of
  // a verbal noun as a form of the verb (wdrożeń, wdrożyć); as lemmas they are different words.
  CHECK(missed_pairs("conflation_groups.tsv", "infl", lemmas_of).percent() <= 3.3);
}

TEST_CASE("what is another word by its lemma is of the same family all the same") {
  // Measured: .45 %. Most of what is missed are the things of things.txt again (zarządzenie, urządzenie, uprawnienie).
  CHECK(missed_pairs("conflation_groups.tsv", "infl", roots_of).percent() <= 0.5);
}

TEST_CASE("words made from one another share a root") {
  // Measured: 4.2 %; by lemma alone it is 87. What is missed are members that only meaning joins.
  CHECK(missed_pairs("conflation_groups.tsv", "deriv", roots_of).percent() <= 4.5);
}

void check_apart(Lemmas (*keys_of)(const std::string&)) {
  std::ifstream lines("tests/text/data/confusables.tsv");
  REQUIRE(lines);
  std::size_t pairs = 0, merged = 0;
  std::string line, a, b, names;
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    fields >> a >> b;
    ++pairs;
    if (!meet(keys_of(a), keys_of(b))) continue;
    ++merged;
    names += " " + a + "/" + b;
  }
  std::cout << "confusables: " << merged << " of " << pairs << " merged:" << names << "\n";
  CHECK(pairs == 214);
  CHECK(merged <= 4);
}

TEST_CASE("confusable words stay apart, as words and as families") {
  check_apart(lemmas_of);
  check_apart(roots_of);
}
