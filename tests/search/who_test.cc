// Who handles it: questions → the first holder, on the law of Lublin.
#include <algorithm>

#include "searchd/search.h"
#include "tests/search/lublin.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::searchd {
namespace {

Answer ask(const std::string& q, const std::string& as_of = "2024-06-01", const std::string& unit = "") {
  WhoQuery query;
  query.q = q;
  query.as_of = test::day(as_of);
  query.office = "lublin";
  query.unit = unit;
  return who(test::lublin_index().reader(), query);
}

std::string name_of(const Holder& holder) {
  return holder.unit ? holder.unit->code : holder.position;
}

// "IT-ES: § 16 ust. 1 pkt 8"; empty: no answer.
std::string first_of(const Answer& answer) {
  if (answer.answers.empty()) return "";
  const HolderAnswer& first = answer.answers.front();
  return name_of(first.holder) + ": " + to_string(first.tasks.at(0).task.citation);
}

TEST_CASE("all ways to ask for the mail lead to its administrator") {
  for (const char* q :
       {"administrowania systemem poczty elektronicznej", "ADMINISTROWANIA SYSTEMEM POCZTY ELEKTRONICZNEJ",
        "kto administruje systemem poczty elektronicznej?", "§ 16 ust. 1 pkt 8", "par 16 ust 1 pkt 8", "§16/1/8",
        "w § 16 w ust. 1 w pkt 8"}) {
    INFO(q);
    CHECK(first_of(ask(q)) == "IT-ES: § 16 ust. 1 pkt 8");
  }
  for (const char* q : {"poczta elektroniczna", "pocztą", "POCZTY ELEKTRONICZNEJ", "poczta elektroniczną", "poczte",
                        "elektronicznej poczty", "Poczta Elektroniczna", "IT-ES", "it-es"}) {
    INFO(q);
    CHECK(first_of(ask(q)).starts_with("IT-ES: § 16 ust. 1"));
  }
  CHECK(first_of(ask("it-es-ii")).starts_with("IT-ES-II: § 16 ust. 4"));
}

TEST_CASE("questions and their first holder") {
  struct Row {
    const char* question;
    const char* holder;
  };
  const std::vector<Row> rows{
      {"Punkt Obsługi Cudzoziemców", "OM-IU-IV"},
      {"inżynier serwisu", "IT-SS-I"},
      {"inżynier bezpieczeństwa systemów", "IT-TB-I"},  // named, though its unit has the task in the same words
      {"otwarte dane", "IT-SG-III"},
      {"migrację danych", "IT-SG-III"},
      {"naprawy okablowania", "IT-SS-III"},
      {"legalność oprogramowania", "IT-SS"},
      {"fundusze pozabudżetowe", "IT-ZP"},
      {"utylizacja sprzętu", "IT-SS-III"},
      {"dane kontrahentow", "IT-ER"},
      {"slowniki", "IT-SZ-II"},
      {"system kolejkowy", "OM-IU"},
      {"telefoniczne zapisy na nieodpłatną pomoc prawną", "§ 25 ust. 3"},
      {"obsługa sekretarska dyrektora", "§ 13"},
      {"kto w IT-SS-IV ma rejestr licencji", "IT-SS-IV"},
      {"IT-ES drukarka", "IT-ES"},
      {"zepsuta huśtawka na placu zabaw", "OM-IU-III"},  // playgrounds are elsewhere, what is told of them is not
      {"narzeczona jest z Wietnamu, kto jej to wytłumaczy", "OM-IU-IV"},  // "narzeczona" alone is of weddings
      {"glpi", "IT-ES"},  // a name of the lexicon, once taken for a misspelt word
      {"§ 22b ust. 5 pkt 7", "IT-SG-III"},
  };
  for (const Row& row : rows) {
    INFO(row.question);
    const Answer answer = ask(row.question);
    REQUIRE_FALSE(answer.answers.empty());
    CHECK(name_of(answer.answers.front().holder) == row.holder);
  }
}

TEST_CASE("the day decides") {
  struct Row {
    const char* question;
    const char* day;
    Status status;
    const char* first;
  };
  const std::vector<Row> rows{
      {"administrowania systemem poczty elektronicznej", "2021-12-31", Status::out_of_coverage, ""},
      {"administrowania systemem poczty elektronicznej", "2022-01-01", Status::no_answer, ""},
      {"administrowania systemem poczty elektronicznej", "2023-11-14", Status::no_answer, ""},
      {"administrowania systemem poczty elektronicznej", "2023-11-15", Status::answered, "IT-ES: § 16 ust. 1 pkt 8"},
      {"§ 16 ust. 1 pkt 8", "2023-11-14", Status::no_answer, ""},
      {"IT-ES", "2023-11-14", Status::no_answer, ""},
      {"§ 12 pkt 2", "2022-01-01", Status::answered, "§ 12: § 12 pkt 2"},
      {"§ 12 pkt 2", "2024-06-01", Status::answered, "§ 12: § 12 pkt 2"},
  };
  for (const Row& row : rows) {
    INFO(row.question << " on " << row.day);
    const Answer answer = ask(row.question, row.day);
    CHECK(answer.status == row.status);
    CHECK(first_of(answer) == row.first);
    for (const std::vector<HolderAnswer>* holders : {&answer.answers, &answer.related})
      for (const HolderAnswer& holder : *holders)
        for (const Hit& hit : holder.tasks) CHECK(hit.task.validity.contains(test::day(row.day)));
  }
}

TEST_CASE("what kto does not stand behind") {
  for (const char* q : {"", "kto", "jak zapisać dziecko do przedszkola", "dodatek mieszkaniowy", "qwertyuiop", "§ 999",
                        "...", "XX-YY-ZZ", "ile kosztuje pies"}) {
    INFO(q);
    const Answer answer = ask(q);
    CHECK(answer.status == Status::no_answer);
    CHECK(answer.answers.empty());
  }
}

TEST_CASE("nearest points go to related when none is the answer") {
  const Answer answer = ask("administrowania systemem poczty elektronicznej", "2023-11-14");
  CHECK(answer.answers.empty());
  CHECK_FALSE(answer.related.empty());
}

TEST_CASE("holders that cannot be told apart are all shown") {
  const Answer answer = ask("archiwum zakładowe");
  CHECK(answer.status == Status::ambiguous);
  std::vector<std::string> holders;
  for (const HolderAnswer& holder : answer.answers) holders.push_back(name_of(holder.holder));
  std::sort(holders.begin(), holders.end());
  CHECK(holders == std::vector<std::string>{"IT-ER", "IT-ZP"});
}

TEST_CASE("words of many texts tell no holders apart") {
  std::size_t told = 0;
  for (const HolderAnswer& one : ask("wyceny").answers) {
    told += one.apart.size();
    for (const std::string& word : one.apart) {
      INFO(word);
      CHECK((word != "stanowisko" && word != "pracy"));
    }
  }
  CHECK(told > 0);
}

TEST_CASE("a part of a code stands for all that begin so") {
  const Answer answer = ask("IT-E");
  CHECK(answer.status == Status::ambiguous);
  for (const HolderAnswer& holder : answer.answers) CHECK(name_of(holder.holder).starts_with("IT-E"));
}

TEST_CASE("scores fall from 1 to 0 and the limits are kept") {
  WhoQuery query;
  query.q = "zarządzanie systemami informatycznymi i szkolenia użytkowników";
  query.as_of = test::day("2024-06-01");
  query.office = "lublin";
  query.limit = 4;
  query.tasks = 2;
  const Answer answer = who(test::lublin_index().reader(), query);
  REQUIRE(answer.answers.size() == 4);
  double above = 1;
  for (const HolderAnswer& holder : answer.answers) {
    CHECK(holder.score <= above);
    CHECK(holder.score > 0);
    CHECK(holder.tasks.size() <= 2);
    above = holder.score;
  }
}

TEST_CASE("a score is how likely the unit is right, whether its words or the lexicon's led there") {
  struct Row {
    const char* question;
    double least, most;  // of the first unit's
  };
  const Row row = GENERATE(values<Row>({
      {"kto administruje pocztą elektroniczną", 0.8, 0.9},  // its post has nearly the same words
      {"drukarka nie drukuje", 0.7, 1},                     // no word of it stands in any text
      {"IT-ES", 1, 1},                                      // nothing to doubt
      {"umowa z firmą sprzątającą", 0.5, 0.8},              // many do some of it
  }));
  INFO(row.question);
  const Answer answer = ask(row.question);
  REQUIRE_FALSE(answer.answers.empty());
  CHECK(answer.answers.front().score >= row.least);
  CHECK(answer.answers.front().score <= row.most);
}

TEST_CASE("a filter by unit") {
  for (const HolderAnswer& holder : ask("uprawnienia użytkowników", "2024-06-01", "IT-SS").answers)
    CHECK(name_of(holder.holder).starts_with("IT-SS"));
}

TEST_CASE("what was understood") {
  const Answer answer = ask("kto administruje poczta w IT-ES");
  REQUIRE(answer.understood.size() == 3);
  CHECK(answer.understood[0].word == "IT-ES");
  CHECK(answer.understood[0].as == std::vector<std::string>{"IT-ES"});
  CHECK(answer.understood[1].word == "administruje");
  CHECK(answer.understood[1].as == std::vector<std::string>{"administrować"});
  CHECK(answer.understood[2].word == "poczta");
  CHECK(std::count(answer.understood[2].as.begin(), answer.understood[2].as.end(), "poczta") == 1);
}

TEST_CASE("freshness and the index are said of every answer") {
  for (const char* day : {"2021-12-31", "2024-06-01"}) {
    const Answer answer = ask("poczta", day);
    CHECK(answer.freshness.law_state_as_of == test::day("2023-11-15"));
    CHECK(answer.freshness.last_act == "19/11/2023");
    CHECK(answer.index == test::lublin_index().reader().manifest().fingerprint);
  }
}

TEST_CASE("an empty index answers nothing") {
  const test::TinyIndex empty(std::vector<law::Catalogue>{});
  WhoQuery query;
  query.q = "poczta";
  query.as_of = test::day("2024-06-01");
  CHECK(who(empty.reader(), query).status == Status::out_of_coverage);
  TasksQuery all;
  all.as_of = query.as_of;
  CHECK(tasks(empty.reader(), all).total == 0);
}

TEST_CASE("units without a code are told apart by their names") {
  const test::TinyIndex index({
      {"§ 1 pkt 1", " Referat Finansowy", "prowadzenia rejestru umów"},
      {"§ 2 pkt 1", " Referat Oświaty", "prowadzenia rejestru żłobków"},
  });
  WhoQuery query;
  query.q = "prowadzenie rejestru";
  query.as_of = test::day("2024-06-01");
  const Answer answer = who(index.reader(), query);
  REQUIRE(answer.answers.size() == 2);
  for (const HolderAnswer& one : answer.answers) {
    CHECK(one.tasks.size() == 1);
    REQUIRE(one.holder.unit.has_value());
    CHECK(one.holder.validity.has_value());
  }
  CHECK(answer.answers[0].holder.unit->name != answer.answers[1].holder.unit->name);
}

}  // namespace
}  // namespace kto::searchd
