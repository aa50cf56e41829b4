// Names in the order of a Polish dictionary.
#include "indexer/text/collation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace kto::text {
namespace {

TEST_CASE("names stand in Polish order") {
  const std::vector<std::string> ordered{"Gmina Cmolas", "Gmina Czarna",       "gmina Ćmielów", "Gmina Lubin",
                                         "Gmina Łask",   "Gmina Sieradz",      "Gmina Śrem",    "Gmina Zakopane",
                                         "Gmina Źródła", "Gmina Żary",         "Urząd Miasta",  "Urząd Miasta Łodzi",
                                         "Urząd Zator",  std::string(300, 'z')};
  std::vector<std::string> sorted = ordered;
  std::reverse(sorted.begin(), sorted.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const std::string& a, const std::string& b) { return polish_sort_key(a) < polish_sort_key(b); });
  CHECK(sorted == ordered);
}

}  // namespace
}  // namespace kto::text
