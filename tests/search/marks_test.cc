#include "searchd/search_marks.h"
#include "tests/support/catch.h"

namespace kto::searchd {
namespace {

// What of a question is a mark, and what it means: "typed → meaning, meaning | …".
std::string shown(const std::string& question) {
  static const std::vector<std::string> kCodes{"IT-ER",    "IT-ES",   "IT-ES-I", "IT-ES-II", "IT-SS",
                                               "IT-SS-II", "IT-ZIII", "OM-IU",   "OM-IU-I"};
  std::string text;
  for (const Mark& mark : find_marks(question, [] { return kCodes; }).found) {
    if (!text.empty()) text += " | ";
    text += mark.typed + " →";
    for (const std::string& meaning : mark.means) text += " " + meaning + ",";
    text.pop_back();
  }
  return text;
}

TEST_CASE("codes and citations in a question") {
  struct Row {
    const char* question;
    const char* shown;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"kto administruje pocztą", ""},
      {"IT-ES", "IT-ES → IT-ES"},
      {"it-es-ii", "it-es-ii → IT-ES-II"},
      {" It-Es ", "It-Es → IT-ES"},
      {"(IT-ES),", "IT-ES → IT-ES"},
      {"kto w IT-ES ma pocztę", "IT-ES → IT-ES"},
      {"IT-ES.1431.5.2024", "IT-ES.1431.5.2024 → IT-ES"},  // a case mark
      {"IT-E", "IT-E → IT-ER, IT-ES"},
      {"IT", "IT → IT-ER, IT-ES, IT-SS, IT-ZIII"},
      {"it", "it → IT-ER, IT-ES, IT-SS, IT-ZIII"},
      {"zakupy it w szkole", ""},  // a word inside a sentence
      {"zakupy IT w szkole", "IT → IT-ER, IT-ES, IT-SS, IT-ZIII"},
      {"ES-II", "ES-II → IT-ES-II"},
      {"-", ""},
      {"--", ""},
      {"2024", ""},
      {"12-16", ""},
      {"XX-YY", ""},
      {"e-mail", ""},
      {"IT-ES-żółw", ""},
      {"§ 16 ust. 1 pkt 8", "§ 16 ust. 1 pkt 8 → § 16 ust. 1 pkt 8"},
      {"par 16 ust 1 pkt 8", "par 16 ust 1 pkt 8 → § 16 ust. 1 pkt 8"},
      {"§16/1/8", "§16/1/8 → § 16 ust. 1 pkt 8"},
      {"co mówi §12/2 regulaminu", "§12/2 → § 12 ust. 2, § 12 pkt 2"},
      {"§ 16 ust.1 p. 8", "§ 16 ust.1 p. 8 → § 16 ust. 1 pkt 8"},
      {"16.1.8", "16.1.8 → § 16 ust. 1 pkt 8"},
      {"poczta 16.1.8", ""},
      {"faktura 16/1/8", ""},
      {"co mówi § 16 ust. 1?", "§ 16 ust. 1 → § 16 ust. 1"},
      {"§ 13a i § 22b", "§ 13a → § 13a | § 22b → § 22b"},
      {"§ 16 ust. 1 pkt 8 IT-ES", "§ 16 ust. 1 pkt 8 → § 16 ust. 1 pkt 8 | IT-ES → IT-ES"},
      {"§", ""},
      {"art. 33 ust. 2 ustawy", "art. 33 ust. 2 → art. 33 ust. 2"},
  };
  for (const Row& row : rows) {
    INFO(row.question);
    CHECK(shown(row.question) == row.shown);
  }
}

TEST_CASE("a unit named with one above it is found with that one") {
  const std::vector<std::string> codes{"IT-ES", "IT-ES-II", "OM-IU-I"};
  const Marks marks = find_marks("IT-ES-II IT-ES OM-IU-I", [&codes] { return codes; });
  CHECK(marks.units == std::vector<std::string>{"IT-ES", "OM-IU-I"});
}

TEST_CASE("codes are asked for once, and only where something looks like one") {
  unsigned asked = 0;
  const auto codes = [&asked] {
    ++asked;
    return std::vector<std::string>{"IT-ES"};
  };
  find_marks("kto administruje pocztą elektroniczną w szkole", codes);
  CHECK(asked == 0);
  find_marks("IT-ES albo IT-SS", codes);
  CHECK(asked == 1);
}

}  // namespace
}  // namespace kto::searchd
