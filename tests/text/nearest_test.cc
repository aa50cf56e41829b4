// Nearest words: what costs what, and how long it takes. Whether misspelt words are found in an index:
// tests/search/spelling_test.cc.
#include "indexer/text/nearest.h"

#include <fstream>
#include <string>
#include <vector>

#include "indexer/text/dictionary.h"
#include "tests/support/catch.h"

namespace kto::text {
namespace {

const Dictionary& dictionary() {
  static const auto kDictionary = Dictionary::open(default_dictionary_path());
  return *kDictionary;
}

unsigned cost_of(const std::string& typed, const std::string& meant) {
  for (const NearWord& near : nearest(dictionary(), typed, 20))
    if (near.form == meant) return near.cost;
  return 99;
}

TEST_CASE("what Polish writers take for each other costs less than chance") {
  struct Row {
    const char* typed;
    const char* meant;
    unsigned cost;
  };
  const std::vector<Row> rows{
      {"drukarka", "drukarka", 0},     {"zamówienia", "zamówienia", 0},
      {"zamowienia", "zamówienia", 1},  // a diacritic left out
      {"obśługa", "obsługa", 3},        // one too many
      {"zamuwienia", "zamówienia", 4},  // by its sound
      {"pszetarg", "przetarg", 4},     {"kurhan", "kurhan", 0},
      {"kurchan", "kurhan", 4},        {"pocztom", "pocztą", 4},
      {"urząt", "urząd", 4},           {"rejestrr", "rejestr", 5},       // a letter twice
      {"instalajca", "instalacja", 6},                                   // in the wrong order
      {"drukatka", "drukarka", 7},                                       // the next key
      {"drukrka", "drukarka", 8},                                        // left out
      {"drukjarka", "drukarka", 8},                                      // added
      {"drukaxka", "drukarka", 10},    {"zgloszenei", "zgłoszenie", 7},  // two slips
      {"qqqqqqqq", "drukarka", 99},
  };
  for (const Row& row : rows) {
    INFO(row.typed << " for " << row.meant);
    CHECK(cost_of(row.typed, row.meant) == row.cost);
  }
}

TEST_CASE("the nearest come first") {
  const std::vector<NearWord> near = nearest(dictionary(), "pocat", most_cost("pocat"));
  REQUIRE_FALSE(near.empty());
  for (std::size_t i = 1; i < near.size(); ++i) CHECK(near[i - 1].cost <= near[i].cost);
}

TEST_CASE("very short and very long words have none near") {
  CHECK(most_cost("kot") == 0);
  CHECK(most_cost("żółw") == 10);
  CHECK(most_cost("drukarka") == 14);
  CHECK(nearest(dictionary(), "", 10).empty());
  CHECK(nearest(dictionary(), std::string(5000, 'a'), 10).empty());
  CHECK(nearest(dictionary(), "\xC5", 10).size() < 1000);  // half a letter
}

}  // namespace
}  // namespace kto::text
