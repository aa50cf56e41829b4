// Suggestions: what is found from which letters, on which day, in which order.
#include "searchd/suggest.h"

#include <algorithm>

#include "tests/search/lublin.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

using namespace kto;
using namespace kto::test;
using searchd::Suggestions;

namespace {

const Suggestions& table() {
  static const TinyIndex index(
      {office("lublin", {{"§ 3 pkt 1", "IT-ES referat ds. systemów", "obsługi poczty elektronicznej"},
                         {"§ 3 pkt 2", "IT-ES referat ds. systemów", "obsługi zgłoszeń", "2022-01-01", "2023-01-01"},
                         {"§ 3 pkt 10", "IT-ZP stanowisko", "prowadzenia rejestru zamówień"}}),
       office("chelm", {{"§ 1 pkt 1", "GK", "utrzymania zieleni"}})});
  static const Suggestions suggestions(index.reader());
  return suggestions;
}

// "task obsługi zgłoszeń; citation § 3 pkt 2"
std::string found(const std::string& q, const std::string& as_of = "2022-06-01", const std::string& office = "lublin",
                  unsigned limit = 8) {
  std::string out;
  for (const auto& one : table().find({q, day(as_of), office, limit}))
    if (one.kind != searchd::SuggestionKind::word)
      out += (out.empty() ? "" : "; ") + std::string(to_string(one.kind)) + " " + one.text;
  return out;
}

}  // namespace

TEST_CASE("words of a text") {
  const struct {
    const char *text, *words;
  } rows[] = {
      {"§ 16 ust. 1 pkt 8", "16 ust 1 pkt 8"},
      {"„Żółć” – w\u00A0urzędzie…", "zolc w urzedzie"},
      {"IT-ES", "it es"},
      {"Київ, Αθήνα", "киів αθηνα"},
      {" ; ", ""},
  };
  for (const auto& row : rows) CHECK(Suggestions::words_of(row.text) == row.words);
}

TEST_CASE("what letters become") {
  const struct {
    std::string q, found;
  } rows[] = {
      {"o", ""},  // from two letters on
      {"po", "task obsługi poczty elektronicznej"},
      {"ob", "task obsługi zgłoszeń; task obsługi poczty elektronicznej"},
      {"OBSŁUGI p", "task obsługi poczty elektronicznej"},
      {"zgloszen", "task obsługi zgłoszeń"},
      {"zgłoszeń", "task obsługi zgłoszeń"},
      {"poczta elek", "task obsługi poczty elektronicznej"},         // another ending
      {"elektroniczna pocz", "task obsługi poczty elektronicznej"},  // another order
      {"czty", ""},                                                  // not inside a word
      {"it", "code IT-ES; code IT-ZP"},
      {"it-z", "code IT-ZP"},
      {"it z", "code IT-ZP"},
      {"referat", "unit referat ds. systemów"},
      {"ds sys", "unit referat ds. systemów"},
      {"§ 3", "citation § 3 pkt 1; citation § 3 pkt 2; citation § 3 pkt 10"},
      {"§3 pkt 1", "citation § 3 pkt 1; citation § 3 pkt 10"},
      {"par. 3 pkt 10", "citation § 3 pkt 10"},
      {"zieleni", ""},  // of another office
      {"  ", ""},
      {"xyz", ""},
  };
  for (const auto& row : rows) {
    INFO(row.q);
    CHECK(found(row.q) == row.found);
  }
}

TEST_CASE("only what is valid that day") {
  CHECK(found("zgłoszeń", "2022-12-31") == "task obsługi zgłoszeń");
  CHECK(found("zgłoszeń", "2023-01-01") == "");
  CHECK(found("it", "2021-12-31") == "");
}

TEST_CASE("of one office or of all, which is said") {
  CHECK(found("zi", "2022-06-01", "chelm") == "task utrzymania zieleni");
  const auto all = table().find({"zi", day("2022-06-01"), "", 8});
  const auto task =
      std::find_if(all.begin(), all.end(), [](const auto& one) { return one.kind == searchd::SuggestionKind::task; });
  REQUIRE(task != all.end());
  CHECK(task->office == "chelm");
  CHECK(task->detail == "GK");
  CHECK(found("zi", "2022-06-01", "nowhere") == "");
}

TEST_CASE("the limit holds, and each kind has its share") {
  for (const unsigned limit : {1U, 2U, 8U}) CHECK(table().find({"ob", day("2022-06-01"), "", limit}).size() <= limit);
  CHECK(found("ob", "2022-06-01", "lublin", 1) == "task obsługi zgłoszeń");
}

TEST_CASE("words of people are suggested where they lead somewhere") {
  const auto kinds = [&](const std::string& as_of) {
    std::string out;
    for (const auto& one : table().find({"mail", day(as_of), "lublin", 8}))
      out += std::string(to_string(one.kind)) + " ";
    return out;
  };
  CHECK(kinds("2022-06-01").find("word") != std::string::npos);
  CHECK(kinds("2021-06-01").empty());
  const TinyIndex without({{"§ 1 pkt 1", "GK", "utrzymania zieleni"}});
  CHECK(Suggestions(without.reader()).find({"mail", day("2022-06-01"), "", 8}).empty());
}

TEST_CASE("a long point is cut between words") {
  std::string text = "prowadzenia";
  while (text.size() < 400) text += " ewidencji";
  const TinyIndex index({{"§ 1 pkt 1", "GK", text}});
  const auto all = Suggestions(index.reader()).find({"prow", day("2022-06-01"), "", 8});
  REQUIRE(all.size() == 1);
  CHECK(all[0].text.size() <= Suggestions::kLongest);
  CHECK(text.substr(0, all[0].text.size() + 1) == all[0].text + " ");
}

TEST_CASE("every task of the corpus is found by the beginnings of its own words") {
  const store::Reader& index = lublin_index().reader();
  const Suggestions suggestions(index);
  unsigned asked = 0;
  store::TaskPage page;
  while (!(page = index.tasks_after(page.last, 100)).tasks.empty())
    for (const auto& stored : page.tasks) {
      const auto words = Suggestions::words_of(stored.task.text);
      const auto all = suggestions.find({words.substr(0, 60), stored.task.validity.from, stored.office, 8});
      INFO(stored.task.text);
      CHECK_FALSE(all.empty());
      ++asked;
    }
  CHECK(asked > 200);
}
