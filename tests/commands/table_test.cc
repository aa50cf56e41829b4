#include "indexer/commands/table.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace kto::commands;

TEST_CASE("a letter is one column, whatever its bytes") {
  struct Row {
    const char* text;
    std::size_t width;
  };
  const Row rows[] = {{"", 0},  {"abc", 3},      {"ąćęłńóśźż", 9}, {"§ 16", 4}, {"a\u0301", 1}, {"„w”", 3},
                      {"→", 1}, {"a\u00adb", 2}, {"𝄞", 1},         {"\xff", 1}, {"\xc4", 1}};
  for (const Row& row : rows) CHECK(width_of(row.text) == row.width);
}

TEST_CASE("text is wrapped at blanks, but not inside a citation") {
  struct Row {
    const char* text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"", 10, {""}},
      {"ala ma kota", 20, {"ala ma kota"}},
      {"ala ma kota", 7, {"ala ma", "kota"}},
      {"żółć żółć", 4, {"żółć", "żółć"}},
      {"nadzwyczajnie długie", 5, {"nadzwyczajnie", "długie"}},
      {"raz\ndwa trzy", 20, {"raz", "dwa trzy"}},
      {"jak w § 16 ust. 1", 7, {"jak w", "§ 16", "ust. 1"}},
      {"jak (§ 16)", 7, {"jak", "(§ 16)"}},
      {"koniec §", 6, {"koniec", "§"}},
  };
  for (const Row& row : rows) CHECK(wrap(row.text, row.width) == row.lines);
}

TEST_CASE("columns are aligned by what the eye sees, the last is wrapped") {
  Table table({"Unit", "Words"});
  CHECK(table.empty());
  table.add({"GKOŚ", "prowadzenie rejestru działalności regulowanej"});
  table.add({"IT", "krótko"});
  std::ostringstream out;
  table.print(out, 2, 32);
  CHECK(out.str() ==
        "  Unit  Words\n"
        "  GKOŚ  prowadzenie rejestru\n"
        "        działalności regulowanej\n"
        "  IT    krótko\n");
  std::ostringstream bare;
  Table facts({"", ""});
  facts.add({"role", "owner"});
  facts.print(bare, 0, 80);
  CHECK(bare.str() == "role  owner\n");
}
