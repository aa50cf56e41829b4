// What is added up in memory is what the search library finds.
#include "indexer/store/best_tasks.h"

#include <xapian.h>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

#include "indexer/store/matched_layers.h"
#include "indexer/store/word_weights.h"
#include "indexer/store/xapian_query.h"
#include "tests/store/some_words.h"
#include "tests/support/catch.h"

namespace kto::store {
namespace {

// Searched as one.
Xapian::Database as_one(const std::vector<Xapian::Database>& files) {
  Xapian::Database all;
  for (const Xapian::Database& file : files) all.add_database(file);
  return all;
}

// All that the library finds. Asked for the best of them only, it passes over what cannot be among them, and in one of
// some thousand of these searches also over one that is.
Xapian::MSet found_by_library(const Xapian::Database& all, const Query& query) {
  Xapian::Enquire enquire(all);
  enquire.set_query(to_xapian(query));
  enquire.set_weighting_scheme(task_weighting());
  return enquire.get_mset(0, all.get_doccount());
}

// Whether the library finds the same, with the same weights to the last bit and in the same order.
void check(const std::vector<Xapian::Database>& files, const Query& query) {
  const Xapian::Database all = as_one(files);
  const BestTasks words(files, query);
  const Xapian::MSet set = found_by_library(all, query);
  for (const Xapian::doccount most : {1U, 20U, 300U, 5000U}) {
    CAPTURE(most);
    std::vector<WeighedDocument> expected;
    for (Xapian::doccount i = 0; i < std::min(most, set.size()); ++i)
      expected.push_back({*set[i], set[i].get_weight()});
    const std::vector<WeighedDocument> best = words.best(most);
    REQUIRE(best == expected);
    CHECK(words.layers_of(best) == matched_layers(all, best, query));
  }
}

TEST_CASE("the best tasks are those of the search library, with its weights and in its order") {
  std::mt19937 random(36);
  for (const unsigned documents : {1U, 2U, 7U, 40U, 400U, 2000U})
    for (const unsigned most_times : {1U, 4U, 30U}) {
      const Corpus corpus(random, documents, most_times);
      for (unsigned round = 0; round < 30; ++round) {
        CAPTURE(documents, most_times, round);
        check({corpus.database()}, some_query(random));
      }
    }
}

TEST_CASE("files searched as one are weighed as the search library weighs them together") {
  std::mt19937 random(39);
  for (const std::vector<unsigned>& sizes :
       std::vector<std::vector<unsigned>>{{40, 40}, {1, 400, 3}, {0, 30, 0}, {7, 7, 7, 7}, {2000, 300}, {0, 0}}) {
    std::deque<Corpus> corpora;
    std::vector<Xapian::Database> files;
    for (const unsigned documents : sizes)
      files.push_back(corpora.emplace_back(random, documents, documents % 5 + 1).database());
    for (unsigned round = 0; round < 60; ++round) {
      CAPTURE(sizes, round);
      check(files, some_query(random));
    }
  }
}

TEST_CASE("a value said twice counts twice, though not more often than a text is long") {
  std::mt19937 random(38);
  const Corpus corpus(random, 40, 30);
  check({corpus.database()}, {{{{{Field::lemma, {word(0), word(0)}, 1}}}}});
  check({corpus.database()}, {{{{{Field::lemma, {word(0), word(9), word(0)}, 1}}}}});
}

TEST_CASE("in an office without tasks, and without a word that is there, nothing is found") {
  std::mt19937 random(37);
  const Corpus none(random, 0, 1), some(random, 20, 1);
  const auto found = [](const Corpus& corpus, const Query& query) {
    const BestTasks words({corpus.database()}, query);
    CHECK(words.best(0).empty());
    return words.best(10).size();
  };
  const Query first{{{{{Field::lemma, {word(0)}, 1}}}}};
  CHECK(found(some, first) == 10);
  CHECK(found(none, first) == 0);
  CHECK(found(some, {{{{{Field::lemma, {"none"}, 1}}}}}) == 0);
  CHECK(found(some, {{{{{Field::lemma, {}, 1}}}}}) == 0);
  CHECK(found(some, {}) == 0);
}

}  // namespace
}  // namespace kto::store
