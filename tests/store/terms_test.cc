#include "indexer/store/terms.h"

#include <algorithm>
#include <set>

#include "tests/support/catch.h"

namespace kto::store {
namespace {

law::Citation citation(const char* text) {
  return law::parse_citation(text).value();
}

TEST_CASE("a value is named by its field") {
  struct Row {
    Field field;
    std::string value, term;
  };
  const std::vector<Row> rows{
      {Field::lemma, "poczta", "Lpoczta"},      {Field::surface, "epuap", "Sepuap"},
      {Field::unit_lemma, "system", "Nsystem"}, {Field::unit, "IT-ES", "KIT-ES"},
      {Field::unit_within, "IT-ES", "CIT-ES"},  {Field::role, "owner", "Rowner"},
  };
  for (const Row& row : rows) CHECK(term(row.field, row.value) == row.term);
}

TEST_CASE("no term is longer than the search library takes, and long ones stay apart") {
  const std::string longest(5000, 'x');
  CHECK(term(Field::lemma, longest).size() <= 245);
  CHECK(term(Field::lemma, longest + "a") != term(Field::lemma, longest + "b"));
  CHECK(term(Field::lemma, longest) == term(Field::lemma, longest));
}

TEST_CASE("a code brings the codes above it") {
  struct Row {
    const char* code;
    std::vector<std::string> codes;
  };
  const std::vector<Row> rows{
      {"IT", {"IT"}}, {"IT-ES", {"IT", "IT-ES"}}, {"IT-ES-II", {"IT", "IT-ES", "IT-ES-II"}}, {"", {""}}};
  for (const Row& row : rows) CHECK(code_and_prefixes(row.code) == row.codes);
}

TEST_CASE("citation keys sort as citations do, and begin with the keys of what they are under") {
  std::vector<law::Citation> citations;
  for (const char* text : {"§ 1", "§ 1 ust. 1", "§ 1 pkt 1", "§ 1 pkt 1a", "§ 1 pkt 1 lit. a", "§ 1 pkt 1 lit. za",
                           "§ 1a", "§ 1aa", "§ 1ab", "§ 2", "§ 10", "§ 13 pkt 8", "§ 13a",
                           "§ 22b ust. 5 pkt 7 lit. a tiret 2", "§ 255", "§ 256", "§ 9999", "art. 5"})
    citations.push_back(citation(text));
  for (const law::Citation& a : citations)
    for (const law::Citation& b : citations) {
      INFO(to_string(a) << " and " << to_string(b));
      CHECK((a < b) == (citation_key(a) < citation_key(b)));
      CHECK(a.contains(b) == citation_key(b).starts_with(citation_key(a)));
    }
}

TEST_CASE("keys of days sort as days do, and an open end after all of them") {
  std::string before;
  for (const char* day : {"1000-01-01", "1999-12-31", "2023-11-14", "2023-11-15", "2024-06-30", "9999-12-30"}) {
    const std::string key = day_key(*law::parse_date(day));
    CHECK(key.size() == 3);
    CHECK(before < key);
    before = key;
  }
  CHECK(before < end_key(std::nullopt));
  CHECK(end_key(law::parse_date("2023-11-15")) == day_key(*law::parse_date("2023-11-15")));
}

}  // namespace
}  // namespace kto::store
