// More offices than are searched through their own shards: all are searched by their wordings, and one office answers
// as if alone.
#include <algorithm>
#include <set>

#include "indexer/law/error.h"
#include "indexer/store/folder.h"
#include "indexer/store/generation.h"
#include "indexer/store/seal.h"
#include "indexer/store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/index.h"

namespace kto::store {
namespace {

constexpr unsigned kOffices = kTogether + 8;

// Office "o07" has seven task points and more; "poczta" is rare in most offices and common in o00.
std::vector<law::Catalogue> country() {
  std::vector<law::Catalogue> offices;
  for (unsigned i = 0; i < kOffices; ++i) {
    const std::string id = (i < 10 ? "o0" : "o") + std::to_string(i);
    std::vector<test::Point> points{{"§ 1 pkt 1", "OR", "administrowania pocztą elektroniczną"}};
    for (unsigned point = 2; point < i + 2; ++point)
      points.push_back({"§ 1 pkt " + std::to_string(point), "KD",
                        (i == 0 ? "obsługi poczty numer " : "prowadzenia rejestru numer ") + std::to_string(point)});
    offices.push_back(test::office(id, points));
  }
  return offices;
}

const test::TinyIndex& index() {
  static const test::TinyIndex kIndex(country());
  return kIndex;
}

Query words(const std::string& lemma, const std::string& office = "") {
  Query query;
  query.groups = {{{{Field::lemma, {lemma}, 1}}}};
  query.filter.office = office;
  query.limit = 1000;
  return query;
}

TEST_CASE("all offices are searched together, each alone, and none is missed") {
  const Reader& all = index().reader();
  const auto found = all.find(words("poczta"));
  std::set<std::string> offices;
  for (const Match& match : found.matches) {
    offices.insert(match.found->stored().office);
    CHECK(match.layers == std::vector<MatchedLayer>{{0, Field::lemma}});
  }
  CHECK(offices.size() == kOffices);
  CHECK(all.frequency(Field::lemma, "poczta") == 1);  // in one wording, which all have
  CHECK(all.find(words("poczta", "o31")).matches.size() == 1);
  CHECK(all.find(words("poczta", "nobody")).matches.empty());
  CHECK(all.within("o31").frequency(Field::lemma, "poczta") == 1);
  CHECK(all.within("o31").documents() == 32);
  CHECK(all.within("o31").within("o32").documents() == 0);
  CHECK(all.within("nobody").documents() == 0);
  CHECK(all.within("nobody").find({}).matches.empty());
  CHECK(all.within("").documents() == all.documents());
  CHECK(all.values(Field::unit, "", 10) == std::vector<std::string>{"KD", "OR"});
}

TEST_CASE("an office answers among many as it does alone") {
  const auto offices = country();
  for (const std::size_t i : {std::size_t{0}, std::size_t{5}, std::size_t{kOffices - 1}}) {
    const test::TinyIndex alone({offices[i]});
    const Reader among = index().reader().within(offices[i].office);
    for (const std::string lemma : {"poczta", "rejestr", "numer"}) {
      CAPTURE(offices[i].office, lemma);
      const auto expected = alone.reader().find(words(lemma)), found = among.find(words(lemma));
      REQUIRE(found.matches.size() == expected.matches.size());
      for (std::size_t at = 0; at < found.matches.size(); ++at) {
        CHECK(found.matches[at].found->stored() == expected.matches[at].found->stored());
        CHECK(found.matches[at].weight == expected.matches[at].weight);
      }
      CHECK(among.frequency(Field::lemma, lemma) == alone.reader().frequency(Field::lemma, lemma));
    }
    CHECK(among.documents() == alone.reader().documents());
  }
}

// The same points for the same words, with the same weights to the last bit.
bool same(const std::vector<Match>& a, const std::vector<Match>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Match& one, const Match& other) {
    return one.found->stored() == other.found->stored() && one.weight == other.weight && one.layers == other.layers;
  });
}

TEST_CASE("one search for a day and for any day finds what two find") {
  std::vector<test::Point> points;
  for (int i = 0; i < 60; ++i) {
    const std::string from = i % 3 == 0 ? "2024-01-01" : "2020-01-01", to = i % 3 == 1 ? "2022-01-01" : "";
    points.push_back({"§ " + std::to_string(i + 1), "OR", "obsługi poczty " + std::to_string(i % 7), from, to});
  }
  const test::TinyIndex office({test::office("o", points)});
  using Wanted = std::vector<std::pair<unsigned, std::vector<std::string>>>;  // how many of any day, of which units
  for (const char* day : {"2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01", "2023-12-31", "2024-01-01"})
    for (const unsigned limit : {1U, 5U, 20U, 29U, 30U, 31U, 200U})
      for (const auto& [any_day, units] : Wanted{{1, {}}, {10, {}}, {100, {}}, {10, {"OR"}}}) {
        CAPTURE(day, limit, any_day, units);
        Query both = words("poczta");
        both.filter.units = units;
        both.groups.push_back({{{Field::surface, {"3"}, 1}}});
        both.filter.as_of = law::parse_date(day);
        both.limit = limit;
        Query on_the_day = both, of_any_day = both;
        both.any_day = any_day;
        of_any_day.filter.as_of.reset();
        of_any_day.limit = any_day;
        for (Query* alone : {&on_the_day, &of_any_day}) alone->count = true;  // which is the search library's
        const Matches found = office.reader().find(both);
        CHECK(same(found.matches, office.reader().find(on_the_day).matches));
        CHECK(same(found.of_any_day, office.reader().find(of_any_day).matches));
        CHECK(found.total == found.matches.size());
      }
}

TEST_CASE("page by page through all offices and through one, whatever the size of a page") {
  std::size_t all = 0;
  for (const law::Catalogue& office : country()) all += office.tasks.size();
  for (const unsigned count : {1U, 7U, 1000U}) {
    TaskPage page;
    std::vector<std::string> ids;
    do {
      page = index().reader().tasks_after(page.last, count);
      CHECK(page.tasks.size() <= count);
      for (const StoredTask& one : page.tasks) ids.push_back(one.task.id);
    } while (!page.tasks.empty());
    CHECK(ids.size() == all);
    CHECK(page.last == all);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == all);
  }
  const Reader one = index().reader().within("o07");
  CHECK(one.tasks_after(0, 100).tasks.size() == 8);
  CHECK(one.tasks_after(8, 100).tasks.empty());
}

TEST_CASE("what was read of many offices is let go between requests, and read again") {
  const Reader reader = index().reader().another();
  for (int round = 0; round < 2; ++round) {
    for (const OfficeSummary& office : reader.manifest().offices) {
      REQUIRE(reader.office(office.id) != nullptr);
      CHECK(reader.office(office.id)->summary.id == office.id);
      REQUIRE(reader.outline(office.id) != nullptr);
    }
    reader.rest();
  }
}

TEST_CASE("wordings are written when one of the offices changed, and only then") {
  const test::TempFolder folder;
  auto offices = country();
  const auto build = [&] { return build_index(offices, *test::analyser(), folder.path()); };
  const auto wordings = [&] { return Generation::open_current(folder.path())->manifest().wordings; };
  build();
  const Shard first = wordings();
  CHECK_FALSE(first.hash.empty());
  CHECK_FALSE(build().built);
  CHECK(wordings() == first);
  offices[3].tasks[0].text = "administrowania telefonami";
  CHECK(build().written == 1);
  CHECK(wordings() == first);  // those of one office are written beside it
  CHECK(Reader::open(folder.path(), test::analyser()).frequency(Field::lemma, "telefon") == 1);
  std::filesystem::resize_file(shard_file(folder.path(), kWordings, wordings()), 100);
  CHECK_THROWS_AS(require_whole(folder.path(), 2), law::Error);
  CHECK(build().built);  // nothing changed but what the disk did
  require_whole(folder.path(), 3);
  offices.resize(1);
  CHECK(build().built);
  CHECK(wordings().hash.empty());
}

// Of each wording, with those who have it; whatever file it stands in, and however it is asked for.
std::set<std::string> all_wordings(const Reader& reader) {
  std::set<std::string> lines;
  const Query everything{.limit = 10'000};
  Query by_words = everything;
  by_words.groups = {{{{Field::lemma, {"administrować"}, 1}}}, {{{Field::lemma, {"poczta", "telefon"}, 1}}}};
  for (const Query* query : {&everything, static_cast<const Query*>(&by_words)})
    for (const WordingMatch& match : reader.wordings(*query).matches) {
      std::string line = query == &by_words ? "by its words: " + match.text : match.text;
      for (const WordingHolder& holder : match.holders)
        line += " " + std::string(holder.office()) + " " + match.details(holder).task;
      CHECK(lines.insert(line).second);
    }
  return lines;
}

TEST_CASE("where few offices changed their wordings are written beside the others, and all are found as in one file") {
  const test::TempFolder folder;
  auto offices = country();
  const auto build = [&] { return build_index(offices, *test::analyser(), folder.path()); };
  const auto manifest = [&] { return Generation::open_current(folder.path())->manifest(); };
  const auto reader = [&] { return Reader::open(folder.path(), test::analyser()); };
  const auto in_one_file = [&] { return all_wordings(test::TinyIndex(offices).reader()); };
  build();
  const Manifest first = manifest();
  CHECK(first.since.hash.empty());
  offices[3].tasks[0].text = "administrowania telefonami";
  offices[4].tasks[0].unit->name = "wydział poczty";
  build();
  CHECK(manifest().wordings == first.wordings);
  const Shard since = manifest().since;
  CHECK_FALSE(since.hash.empty());
  CHECK(all_wordings(reader()) == in_one_file());
  CHECK_FALSE(build().built);
  CHECK(manifest().since == since);
  offices.erase(offices.begin() + 5);
  build();
  CHECK(manifest().wordings == first.wordings);
  CHECK(all_wordings(reader()) == in_one_file());
  offices.back().tasks[0].text = "administrowania telegrafem";  // of the largest: then too much has changed
  offices[offices.size() - 2].tasks[0].text = "administrowania telegrafem";
  build();
  CHECK(manifest().since.hash.empty());
  CHECK(all_wordings(reader()) == in_one_file());
  offices[3].tasks[0].text = "administrowania radiem";
  build();
  const Manifest last = manifest();
  CHECK_FALSE(last.since.hash.empty());
  std::filesystem::resize_file(shard_file(folder.path(), kSince, last.since), 100);
  CHECK_THROWS_AS(require_whole(folder.path(), *current_generation(folder.path())), law::Error);
  build();
  require_whole(folder.path(), *current_generation(folder.path()));
  CHECK(all_wordings(reader()) == in_one_file());
}

}  // namespace
}  // namespace kto::store
