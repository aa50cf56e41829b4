#include "indexer/store/terms.h"

#include <algorithm>
#include <set>

#include "tests/support/catch.h"

namespace kto::store {
namespace {

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

TEST_CASE("an open end sorts after every day") {
  CHECK(end_key(std::nullopt) == "9999-12-31");
  CHECK(end_key(law::parse_date("2023-11-15")) == "2023-11-15");
  CHECK(day_key(*law::parse_date("2023-11-15")) < end_key(std::nullopt));
}

}  // namespace
}  // namespace kto::store
