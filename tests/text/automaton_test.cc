#include "indexer/text/automaton.h"

#include <random>
#include <set>
#include <string>

#include "indexer/text/compile/automaton_builder.h"
#include "indexer/text/lexicon_key.h"
#include "tests/support/catch.h"

using namespace kto::text;

namespace {

std::string built(const std::set<std::string>& keys) {
  AutomatonBuilder builder;
  for (const std::string& key : keys) builder.add(key);
  return builder.finish();
}

bool holds(const Automaton& automaton, std::string_view key) {
  Automaton::Step step{automaton.root(), true, false};
  for (char c : key) step = automaton.step(step.state, static_cast<unsigned char>(c));
  return step.ends_key;
}

}  // namespace

TEST_CASE("the worked example of automaton.h") {
  std::string fault;
  const std::string file = built({"do", "to"});
  CHECK(file.size() == 32 + 5 * 4);
  const Automaton automaton = Automaton::parse(file, fault);
  CHECK(fault.empty());
  CHECK(automaton.root() == 1);
  CHECK(automaton.arc(1).label == 'd');
  CHECK(automaton.arc(2).label == 't');
  CHECK(automaton.arc(2).last);
  CHECK(automaton.arc(1).target == 3);
  CHECK(automaton.arc(2).target == 3);
  CHECK(automaton.arc(3).ends_key);
  CHECK(automaton.arc(3).target == 0);
}

TEST_CASE("an automaton holds its keys and no others") {
  std::mt19937 random(1);
  std::set<std::string> keys;
  while (keys.size() < 600) {
    std::string key(1 + random() % 6, ' ');
    for (char& c : key) c = "ab\xC5\x82"[random() % 4];
    keys.insert(key);
  }
  const std::string file = built(keys);
  std::string fault;
  const Automaton automaton = Automaton::parse(file, fault);
  REQUIRE(fault.empty());
  for (const std::string& key : keys) {
    CHECK(holds(automaton, key));
    CHECK(holds(automaton, key + "a") == keys.contains(key + "a"));
    CHECK(holds(automaton, key.substr(1)) == keys.contains(key.substr(1)));
  }
  CHECK_FALSE(holds(automaton, ""));
  CHECK_FALSE(holds(automaton, "z"));
}

TEST_CASE("keys out of order are refused") {
  AutomatonBuilder builder;
  builder.add("b");
  CHECK_THROWS(builder.add("a"));
  CHECK_THROWS(builder.add("b"));
  CHECK_THROWS(AutomatonBuilder().add(""));
}

TEST_CASE("readings as keys") {
  struct Row {
    std::string form, lemma;
    WordClass word_class;
    std::string encoded;
  };
  const Row rows[] = {
      {"pocztą", "poczta", WordClass::noun, "\x01\x03Sa"},
      {"najlepszego", "dobry", WordClass::adjective,
       "\x01\x0C"
       "Adobry"},
      {"najnowszy", "nowy", WordClass::adjective,
       "\x04\x04"
       "Ay"},
      {"nieudzielenia", "nieudzielenie", WordClass::negated_gerund, "\x01\x02ge"},
      {"sąd", "sąd", WordClass::noun, "\x01\x01S"},
      {"sądzie", "sąd", WordClass::noun, "\x01\x04S"},
      {"rąk", "ręka", WordClass::noun, "\x01\x04Sęka"},  // ą and ę share their first byte: a letter is cut whole
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(encode_reading(row.form, row.lemma, row.word_class) == row.encoded);
    CHECK(decode_reading(row.form, row.encoded) == LexiconKey{row.lemma, row.word_class});
  }
}

TEST_CASE("bytes that are no reading are a miss") {
  for (const char* bytes : {"", "\x01\x01", "\x01\x01?", "\x09\x01S", "\x01\x09S", "\x05\x05S", "\xFF\xFFS"}) {
    CAPTURE(bytes);
    CHECK_FALSE(decode_reading("poczta", bytes));
  }
  CHECK_FALSE(decode_reading("poczta", std::string("\0\0S", 3)));
}
