// Questions without an answer: what is counted, what is told, what never is.
#include "searchd/api/misses.h"

#include "tests/support/catch.h"

using namespace kto;
using searchd::Status;

namespace {

std::string csv(const std::vector<std::pair<std::string, Status>>& asked, unsigned times = 1) {
  api::Misses misses;
  for (unsigned i = 0; i < times; ++i)
    for (const auto& [question, status] : asked) misses.count(question, status);
  const auto text = misses.csv();
  REQUIRE(text.rfind("question,no_answer,ambiguous\r\n", 0) == 0);
  return text.substr(30);
}

}  // namespace

TEST_CASE("masked questions") {
  const struct {
    const char *question, *masked;
  } rows[] = {
      {"Zgubiłem  DOWÓD", "zgubiłem dowód"},
      {"tel. 600 100 200 PESEL 44051401359", "tel. # # # pesel #"},
      {"pisz na Jan.Kowalski@example.pl!", "pisz na @"},
      {"§ 16 ust. 1", "§ # ust. #"},
      {"a b c d e f g h i j k l m n", "a b c d e f g h i j k l m n"},
      {"a b c d e f g h i j k l m n o", ""},
      {"", ""},
  };
  for (const auto& row : rows) CHECK(api::masked_question(row.question, api::Misses::kWords) == row.masked);
}

TEST_CASE("words are told from the fifth time on") {
  CHECK(csv({{"zgubiłem dowód", Status::no_answer}}, 4) == "(rzadsze),4,0\r\n");
  CHECK(csv({{"zgubiłem dowód", Status::no_answer}}, 5) == "zgubiłem dowód,5,0\r\n(rzadsze),0,0\r\n");
  CHECK(csv({{"Zgubiłem dowód", Status::no_answer}, {"zgubiłem  DOWÓD", Status::ambiguous}}, 3) ==
        "zgubiłem dowód,3,3\r\n(rzadsze),0,0\r\n");
  CHECK(csv({{"rzadko", Status::no_answer}, {"często", Status::no_answer}, {"często", Status::no_answer}}, 5) ==
        "często,10,0\r\nrzadko,5,0\r\n(rzadsze),0,0\r\n");
}

TEST_CASE("what is answered is not counted, and long questions have no words") {
  CHECK(csv({{"poczta", Status::answered}, {"poczta", Status::out_of_coverage}}, 9) == "(rzadsze),0,0\r\n");
  const std::string letter =
      "Szanowni Państwo nazywam się Jan Kowalski i proszę bardzo o pilne usunięcie awarii na ulicy";
  CHECK(csv({{letter, Status::no_answer}}, 9) == "(rzadsze),9,0\r\n");
}

TEST_CASE("different questions are bounded") {
  api::Misses misses;
  std::string letters = "aaaa";
  const auto next = [&] {
    for (std::size_t i = letters.size(); i-- > 0;) {
      if (++letters[i] <= 'z') return;
      letters[i] = 'a';
    }
  };
  for (std::size_t i = 0; i < api::Misses::kMost + 500; ++i, next()) misses.count(letters, Status::no_answer);
  for (unsigned i = 0; i < 9; ++i) misses.count("zgubiłem dowód", Status::no_answer);
  CHECK(misses.csv() ==
        "question,no_answer,ambiguous\r\n(rzadsze)," + std::to_string(api::Misses::kMost + 509) + ",0\r\n");
}
