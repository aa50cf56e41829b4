// The same task worded alike in many offices: found once, with everybody who has it.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/law/error.h"
#include "indexer/store/wording_record.h"
#include "indexer/store/wording_runs.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

// Three offices: one wording of all, one that differs in its typography only, one that ended, one of one office.
std::vector<law::Catalogue> three() {
  return {test::office("a", {{"§ 1 pkt 1", "OR organizacja", "prowadzenia archiwum"},
                             {"§ 1 pkt 2", "OR organizacja", "wydawania dowodów", "2010-01-01", "2020-01-01"}}),
          test::office("b", {{"§ 2 ust. 1 pkt 1a", "BO biuro", "Prowadzenia  archiwum;"},
                             {"§ 2 ust. 1 pkt 2", "BO biuro", "nadzoru nad szkołami", "2022-01-01", "", "kierownik",
                              law::Role::supervises}}),
          test::office("c", {{"§ 3", "", "wydawania dowodów", "2015-05-05"},
                             {"§ 4", "OR-I", "prowadzenia archiwum", "1999-12-31"},
                             {"§ 5", "OR-I", "prowadzenia archiwów"}})};
}

const test::TinyIndex& index() {
  static const test::TinyIndex kIndex(three());
  return kIndex;
}

Query words(std::vector<std::string> lemmas, Filter filter = {}) {
  Query query;
  for (const std::string& lemma : lemmas) query.groups.push_back({{{Field::lemma, {lemma}, 1}}});
  query.filter = std::move(filter);
  return query;
}

// "prowadzenia archiwum: a OR § 1 pkt 1, b BO § 2 ust. 1 pkt 1a"
std::vector<std::string> lines(const Query& query) {
  std::vector<std::string> out;
  for (const WordingMatch& match : index().reader().wordings(query).matches) {
    std::string line = match.text + ":";
    for (const WordingHolder& holder : match.holders)
      line += std::string(&holder == match.holders.data() ? " " : ", ") + std::string(holder.office()) + " " +
              (holder.unit() != nullptr ? holder.unit()->code : "-") + " " + to_string(match.details(holder).citation);
    out.push_back(line);
  }
  return out;
}

TEST_CASE("a wording is found once, with those who have it") {
  const law::Date day = test::day("2024-06-01");
  struct Row {
    Filter filter;
    std::vector<std::string> wordings;
  };
  const std::vector<Row> rows{
      {{}, {"wydawania dowodów: a OR § 1 pkt 2, c - § 3"}},
      {{.as_of = day}, {"wydawania dowodów: c - § 3"}},
      {{.as_of = test::day("2012-01-01")}, {"wydawania dowodów: a OR § 1 pkt 2"}},
      {{.as_of = test::day("2009-12-31")}, {}},
      {{.units = {"OR"}}, {"wydawania dowodów: a OR § 1 pkt 2"}},
      {{.as_of = day, .units = {"OR"}}, {}},
      {{.office = "c"}, {"wydawania dowodów: c - § 3"}},
      {{.citations = {*law::parse_citation("§ 1")}}, {"wydawania dowodów: a OR § 1 pkt 2"}},
      {{.role = law::Role::supervises}, {}},
  };
  for (const Row& row : rows) CHECK(lines(words({"dowód"}, row.filter)) == row.wordings);
  CHECK(lines(words({"archiwum"}, {.units_within = {"OR"}})).size() == 2);
  CHECK(lines(words({"archiwum"}, {.office = "a", .units_within = {"OR"}})) ==
        std::vector<std::string>{"prowadzenia archiwum: a OR § 1 pkt 1"});
  CHECK(lines(words({"szkoła"}, {.role = law::Role::supervises})) ==
        std::vector<std::string>{"nadzoru nad szkołami: b BO § 2 ust. 1 pkt 2"});
  CHECK(lines(words({"szkoła"}, {.role = law::Role::owner})).empty());
}

TEST_CASE("a wording's holders are the tasks of the offices, each once, with all that is said of them") {
  std::map<std::string, const law::TaskPoint*> tasks;
  const auto offices = three();
  for (const law::Catalogue& office : offices)
    for (const law::TaskPoint& task : office.tasks) tasks[task.id] = &task;
  const std::size_t all = tasks.size();
  std::size_t found = 0;
  for (const WordingMatch& match : index().reader().wordings({.limit = 100}).matches) {
    std::set<std::string_view> of;
    for (const WordingHolder& holder : match.holders) {
      const WordingDetails details = match.details(holder);
      CAPTURE(details.task);
      REQUIRE(tasks.contains(details.task));
      const law::TaskPoint& task = *tasks[details.task];
      CHECK(details.citation == task.citation);
      CHECK(holder.role == task.role);
      CHECK(holder.validity == task.validity);
      CHECK(holder.post() == task.post);
      CHECK((holder.unit() != nullptr ? std::optional{*holder.unit()} : std::nullopt) == task.unit);
      CHECK(holder.act() == task.made_by.act);
      CHECK(wording_key(match.text, match.context) == wording_key(task.text, task.context));
      of.insert(holder.office());
      ++found;
    }
    CHECK(match.offices == of.size());
  }
  CHECK(found == all);
}

TEST_CASE("what the words are found in is said, and pages follow each other") {
  Query query = words({"archiwum"});
  query.groups[0].layers.push_back({Field::unit_lemma, {"organizacja", "biuro"}, 0.1});
  const Reader& all = index().reader();
  const WordingMatches whole = all.wordings(query);
  REQUIRE(whole.matches.size() == 4);
  CHECK_FALSE(whole.more);
  CHECK(whole.missing.empty());
  CHECK(whole.matches[0].layers == std::vector<MatchedLayer>{{0, Field::lemma}, {0, Field::unit_lemma}});
  for (unsigned at = 0; at < 4; ++at) {
    query.limit = 1;
    query.offset = at;
    const WordingMatches page = all.wordings(query);
    REQUIRE(page.matches.size() == 1);
    CHECK(page.matches[0].text == whole.matches[at].text);
    CHECK(page.more == (at < 3));
  }
  CHECK_FALSE(all.within("a").has_wordings());
  CHECK(all.within("a").wordings(query).matches.empty());
}

TEST_CASE("far down the list a day is still asked of all") {
  std::vector<test::Point> points;
  for (unsigned i = 0; i < 400; ++i)
    points.push_back({"§ " + std::to_string(i + 1), "OR", "prowadzenia archiwum numer " + std::to_string(i),
                      "2001-01-01", i < 398 ? "2002-01-01" : ""});
  const test::TinyIndex many({test::office("a", points), test::office("b", {{"§ 1", "OR", "obsługi rady"}})});
  Query query = words({"archiwum"}, {.as_of = test::day("2024-01-01")});
  query.limit = 5;
  CHECK(many.reader().wordings(query).matches.size() == 2);
}

TEST_CASE("ids of tasks come back whatever they look like") {
  const law::Citation citation = *law::parse_citation("§ 16 ust. 1 pkt 8");
  const law::Date from = test::day("2023-11-15");
  struct Row {
    std::string id, shape;
    std::uint64_t number;
  };
  const std::vector<Row> rows{
      {"lublin-par16-ust1-pkt8-20231115", "\1-\2-\3", 0},
      {"lublin-p00000042", std::string("\1-p\4") + '\10', 42},
      {"p7", std::string("p\4") + '\1', 7},
      {"18446744073709551616", "", 0},  // more digits than a number holds, and an id like no other
      {"3f2504e0-4f89-11d3-9a0c-0305e82c3301", "", 0},
      {"x\4y", "", 0},
      {"lublin", "\1", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    const IdParts parts = take_apart(row.id, "lublin", citation, from);
    CHECK(parts.shape == row.shape);
    CHECK(parts.number == row.number);
    if (!parts.shape.empty()) CHECK(put_together(parts.shape, parts.number, "lublin", citation, from) == row.id);
  }
}

TEST_CASE("coded texts come back byte for byte, and common words have short numbers") {
  WordCounts counts, more;
  for (const char* text : {"a b b", "a  b", "ą a", "b c"}) counts.add(text);
  more.add("ą once");
  counts.add(more);
  CHECK(counts.commonest({}) == std::vector<std::string>{"b", "a", "ą"});
  CHECK(counts.commonest({"b"}) == std::vector<std::string>{"a", "ą"});
  const StringList words{"b", "a", "ą", "a b"};
  const WordNumbers numbers(words);
  for (const std::string text : {"", " ", "  ", "a", "b ", " b", "a b ą nowe  b", "nowe", "\n\t\x01"}) {
    CAPTURE(text);
    Encoder out;
    write_coded(out, text, numbers);
    const std::string bytes = out.finish_part();
    Decoder in = Decoder::of_part(bytes);
    CHECK(read_coded(in, words) == text);
    CHECK(in.left() == 0);
    Encoder whole;
    write_whole(whole, text, numbers);
    const std::string one = whole.finish_part();
    Decoder again = Decoder::of_part(one);
    CHECK(read_whole(again, words) == text);
    CHECK(again.left() == 0);
  }
  Encoder whole;
  write_whole(whole, "a b", numbers);
  CHECK(whole.finish_part() == std::string("\5"));
  Encoder beyond;
  beyond.number(1);
  beyond.number(words.size() + 1);
  const std::string bytes = beyond.finish_part();
  Decoder in = Decoder::of_part(bytes);
  CHECK_THROWS_AS(read_coded(in, words), law::Error);
}

TEST_CASE("a record of a wording is the bytes that its description gives, and damage is noticed") {
  WordingMatch match;
  WordingTables tables{std::vector<std::string>(8, "o"), std::vector<WordingUnit>(4), {""}, {"", "p\4\2"}};
  NumberedHolder holder;
  holder.office = 7;
  holder.unit = 3;
  holder.validity.from = test::day("2015-01-02");
  holder.shape = 1;
  holder.id_number = 42;
  holder.citation = *law::parse_citation("§ 10 pkt 1");
  tables.words = {"x"};
  match.record = encode_wording("x yz x", "", {holder}, tables, WordNumbers(tables.words));
  match.tables = std::make_shared<WordingTables>(tables);
  CHECK(match.record == std::string("\3\1\0\2yz\1\0\1\7\17\4\0\5\1\52\316\1\36", 19));
  decode_wording(match);
  CHECK(match.text == "x yz x");
  CHECK(match.context.empty());
  REQUIRE(match.holders.size() == 1);
  CHECK(match.details(match.holders[0]).citation == holder.citation);
  CHECK(match.details(match.holders[0]).task == "p42");
  const std::string whole = match.record;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    match.record = whole.substr(0, size);
    CHECK_THROWS_AS(decode_wording(match), law::Error);
  }
  match.tables = std::make_shared<WordingTables>(WordingTables{{"o"}, std::vector<WordingUnit>(4), {""}, {""}});
  match.record = whole;
  CHECK_THROWS_AS(decode_wording(match), law::Error);
}

}  // namespace
}  // namespace kto::store
