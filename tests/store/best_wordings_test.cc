// What is found in lists kept in memory is what the search library finds in its own.
#include "indexer/store/best_wordings.h"

#include <xapian.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "indexer/store/matched_layers.h"
#include "indexer/store/terms.h"
#include "indexer/store/xapian_query.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

constexpr unsigned kWords = 60;
constexpr Field kTextFields[] = {Field::lemma, Field::surface, Field::unit_lemma};

std::string word(unsigned number) {
  return "w" + std::to_string(number);
}

// More than two windows of documents, with more in its lists than is kept of them. The first word is in every document,
// each further one in fewer.
class Corpus {
 public:
  explicit Corpus(std::mt19937& random) {
    Xapian::WritableDatabase database((folder_.path() / "index").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    std::uniform_int_distribution<unsigned> any(0, 99), times(1, 3);
    for (Xapian::docid i = 0; i < 2 * kWindow + 500; ++i) {
      Xapian::Document document;
      for (const Field field : kTextFields)
        for (unsigned number = 0; number < kWords; ++number)
          if (number * any(random) < 100) document.add_term(term(field, word(number)), times(random));
      database.add_document(document);
      if (i % 1000 == 7) database.delete_document(i / 2 + 1);
    }
    database.commit();
    database_ = Xapian::Database((folder_.path() / "index").string());
  }

  const Xapian::Database& database() const { return database_; }

 private:
  test::TempFolder folder_;
  Xapian::Database database_;
};

// Of words that are there and some that are not.
Query some_query(std::mt19937& random) {
  std::uniform_int_distribution<unsigned> groups(1, 6), layers(1, 3), values(1, 3), number(0, kWords + 5), field(0, 2),
      weight(0, 3);
  constexpr double kWeights[] = {1, 0.7, 0.35, 0.105};
  Query query;
  query.groups.resize(groups(random));
  for (Group& group : query.groups)
    for (unsigned left = layers(random); left > 0; --left) {
      Layer layer{kTextFields[field(random)], {}, kWeights[weight(random)]};
      for (unsigned more = values(random); more > 0; --more)
        if (const std::string one = word(number(random));
            std::find(layer.values.begin(), layer.values.end(), one) == layer.values.end())
          layer.values.push_back(one);
      group.layers.push_back(std::move(layer));
    }
  return query;
}

TEST_CASE("the best wordings are those of the search library, with its weights and in its order") {
  std::mt19937 random(28);
  const Corpus corpus(random);
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
      const std::vector<WeighedDocument> best = words.best(most);
      CAPTURE(round, most);
      REQUIRE(best.size() == set.size());
      // How often a word may stand in a text is for each release of the library to suppose: far above all that do.
      CHECK(std::abs(words.best_possible() - set.get_max_possible()) <= 0.05 * set.get_max_possible());
      if (!best.empty()) CHECK(words.best_possible() >= best.front().weight);
      std::vector<Xapian::docid> documents;
      bool same = true;
      for (Xapian::doccount i = 0; i < set.size(); ++i) {
        same = same && *set[i] == best[i].document && std::abs(set[i].get_weight() - best[i].weight) < 1e-9;
        if (i < 50) documents.push_back(best[i].document);
      }
      CHECK(same);
      const auto layers = matched_layers(database, documents, query);
      for (std::size_t i = 0; i < documents.size(); ++i) CHECK(words.layers_of(documents[i]) == layers[i]);
    }
  }
}

TEST_CASE("without a word that is there, nothing is found") {
  std::mt19937 random(29);
  const Corpus corpus(random);
  PostingLists lists;
  const auto found = [&](const Query& query) { return BestWordings(corpus.database(), lists, query).best(10).size(); };
  CHECK(found({{{{{Field::lemma, {word(0)}, 1}}}}}) == 10);
  CHECK(found({{{{{Field::lemma, {"none"}, 1}}}}}) == 0);
  CHECK(found({{{{{Field::lemma, {}, 1}}}}}) == 0);
  CHECK(found({}) == 0);
}

}  // namespace
}  // namespace kto::store
