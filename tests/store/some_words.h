// Documents of words drawn by lot, and questions about them.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>

#include "indexer/store/query.h"
#include "indexer/store/terms.h"
#include "tests/support/index.h"

namespace kto::store {

inline constexpr unsigned kWords = 60;
inline constexpr Field kTextFields[] = {Field::lemma, Field::surface, Field::unit_lemma};

inline std::string word(unsigned number) {
  return "w" + std::to_string(number);
}

// The first word is in every document, each further one in fewer; some documents were taken out again.
class Corpus {
 public:
  Corpus(std::mt19937& random, unsigned documents, unsigned most_times) {
    Xapian::WritableDatabase database((folder_.path() / "index").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    std::uniform_int_distribution<unsigned> any(0, 99), times(1, most_times);
    for (Xapian::docid i = 0; i < documents; ++i) {
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
inline Query some_query(std::mt19937& random) {
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

}  // namespace kto::store
