// What is found in lists kept in memory is what the search library finds in its own.
#include "indexer/store/best_wordings.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "indexer/store/matched_layers.h"
#include "indexer/store/word_weights.h"
#include "indexer/store/xapian_query.h"
#include "tests/store/some_words.h"
#include "tests/support/catch.h"

namespace kto::store {
namespace {

// More than two windows, with more in its lists than is kept of them.
constexpr unsigned kDocuments = 2 * kWindow + 500;

TEST_CASE("the best wordings are those of the search library, with its weights and in its order") {
  std::mt19937 random(28);
  const Corpus corpus(random, kDocuments, 3);
  const Xapian::Database& database = corpus.database();
  PostingLists lists;
  for (unsigned round = 0; round < 60; ++round) {
    const Query query = some_query(random);
    const BestWordings words(database, lists, query);
    Xapian::Enquire enquire(database);
    enquire.set_query(to_xapian(query));
    enquire.set_weighting_scheme(wording_weighting());
    for (const unsigned most : {1U, 20U, 350U, 20000U}) {
      const Xapian::MSet set = enquire.get_mset(0, most);
      std::vector<WeighedDocument> best = words.best(most);
      CAPTURE(round, most);
      REQUIRE(best.size() == set.size());
      bool same = true;
      for (Xapian::doccount i = 0; i < set.size(); ++i)
        same = same && *set[i] == best[i].document && std::abs(set[i].get_weight() - best[i].weight) < 1e-9;
      CHECK(same);
      best.resize(std::min<std::size_t>(best.size(), 50));
      const auto layers = matched_layers(database, best, query);
      for (std::size_t i = 0; i < best.size(); ++i) CHECK(words.layers_of(best[i].document) == layers[i]);
    }
  }
}

TEST_CASE("without a word that is there, nothing is found") {
  std::mt19937 random(29);
  const Corpus corpus(random, kDocuments, 3);
  PostingLists lists;
  const auto found = [&](const Query& query) { return BestWordings(corpus.database(), lists, query).best(10).size(); };
  CHECK(found({{{{{Field::lemma, {word(0)}, 1}}}}}) == 10);
  CHECK(found({{{{{Field::lemma, {"none"}, 1}}}}}) == 0);
  CHECK(found({{{{{Field::lemma, {}, 1}}}}}) == 0);
  CHECK(found({}) == 0);
}

}  // namespace
}  // namespace kto::store
