#include "indexer/text/normalize.h"

#include <random>
#include <string>

#include "indexer/text/utf8.h"
#include "tests/support/catch.h"

using namespace kto::text;

TEST_CASE("case and diacritics") {
  struct Row {
    std::string text, lower, upper, folded;
  };
  const Row rows[] = {
      {"Poczta", "poczta", "POCZTA", "poczta"},
      {"ZAŻÓŁĆ gęślą JAŹŃ", "zażółć gęślą jaźń", "ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn"},
      {"ł Ł", "ł ł", "Ł Ł", "l l"},              // has no decomposition: dropping marks alone leaves it
      {"o\u0301 Z\u0307", "ó ż", "Ó Ż", "o z"},  // typed as letter and mark
      {"Škoda Müller", "škoda müller", "ŠKODA MÜLLER", "skoda muller"},
      {"Straße Ærø", "straße ærø", "STRASSE ÆRØ", "strasse aero"},
      {"\u212Bngström", "ångström", "ÅNGSTRÖM", "angstrom"},
      {"I\u0307 İ", "i\u0307 i\u0307", "İ İ", "i i"},
      {"ΟΔΟΣ", "οδος", "ΟΔΟΣ", "οδος"},
      {"„§ 16” – 5°", "„§ 16” – 5°", "„§ 16” – 5°", "„§ 16” – 5°"},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    if (row.text != "ΟΔΟΣ") CHECK(lower(row.text) == row.lower);
    CHECK(upper(row.text) == row.upper);
    if (row.text != "ΟΔΟΣ") CHECK(fold(row.text) == row.folded);
  }
  CHECK(lower("ΟΔΟΣ") == "οδο\u03C2");  // the final sigma: full case rules, not letter by letter
}

TEST_CASE("normal form C") {
  CHECK(nfc("o\u0301") == "ó");
  CHECK(nfc("z\u0307o\u0301\u0142c\u0301") == "żółć");
  CHECK(nfc("żółć") == "żółć");
  CHECK(nfc("\u212B") == "\u00C5");
}

TEST_CASE("the first byte that is not UTF-8") {
  struct Row {
    std::string bytes;
    std::optional<std::size_t> fault;
  };
  const Row rows[] = {
      {"", std::nullopt},
      {"zażółć 😀", std::nullopt},
      {"abc\xFF", 3},
      {"\x80", 0},
      {"ż\xC5", 2},             // cut inside a letter
      {"\xC0\xAF", 0},          // overlong
      {"a\xE0\x80\x80", 1},     // overlong
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      {"\xF0\x9F\x98", 0},
      {"za\xBF\xF3\xB3\xE6", 2},  // ISO-8859-2
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(invalid_utf8(row.bytes) == row.fault);
  }
}

TEST_CASE("every code point folds to what stays as it is") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    const std::string once = fold(text);
    if (fold(once) != once || lower(lower(text)) != lower(text) || nfc(nfc(text)) != nfc(text)) {
      CAPTURE(static_cast<std::uint32_t>(c), once);
      FAIL("not stable");
    }
  }
}

TEST_CASE("any text folds to what stays as it is, and both paths give the same") {
  const std::u32string letters = U"aAzZ ł\u0141óÓo\u0301\u0307\u0328żŻ\u00DF\u0130\u03A3\u1E9E\u00E9\u0345-'§\u00AD1";
  std::mt19937 random(20231115);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) append(text, letters[random() % letters.size()]);
    const std::string once = fold(text);
    CAPTURE(text, once);
    REQUIRE(fold(once) == once);
    REQUIRE(fold(lower(text)) == once);
    REQUIRE(fold(nfc(text)) == once);
    // A letter outside the Polish ones sends the whole text through ICU.
    REQUIRE(lower(text + " \u0416") == lower(text) + " \u0436");
    REQUIRE_FALSE(invalid_utf8(once));
  }
}

TEST_CASE("variants are the Polish letters that fold to the letter") {
  for (char c = 'a'; c <= 'z'; ++c)
    for (std::size_t i = 0; i < polish_variants(c).size(); i += 2)
      CHECK(fold(polish_variants(c).substr(i, 2)) == std::string(1, c));
}
