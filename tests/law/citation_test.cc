#include "indexer/law/citation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace kto::law;

TEST_CASE("a citation is read in any spelling and printed in one") {
  struct Row {
    const char* typed;
    const char* printed;
  };
  const Row rows[] = {
      {"§ 16 ust. 1 pkt 8", "§ 16 ust. 1 pkt 8"},
      {"§16 ust.1 pkt.8", "§ 16 ust. 1 pkt 8"},
      {"par. 16 ust 1 pkt 8", "§ 16 ust. 1 pkt 8"},
      {"paragraf 16 ustęp 1 punkt 8", "§ 16 ust. 1 pkt 8"},
      {"§16/1/8", "§ 16 ust. 1 pkt 8"},
      {"§ 22B UST. 5 PKT 7 LIT. A", "§ 22b ust. 5 pkt 7 lit. a"},
      {"w § 3 w ust. 1 w pkt 1 lit. b", "§ 3 ust. 1 pkt 1 lit. b"},
      {"§ 3 ust. 1, pkt 4", "§ 3 ust. 1 pkt 4"},
      {"§ 13 pkt 1", "§ 13 pkt 1"},
      {"art. 5 § 2", "art. 5 § 2"},
      {"pkt 2 lit. za tiret 3", "pkt 2 lit. za tiret 3"},
      {"& 1", "§ 1"},
  };
  for (const Row& row : rows) {
    const auto citation = parse_citation(row.typed);
    INFO(row.typed);
    REQUIRE(citation.has_value());
    CHECK(to_string(*citation) == row.printed);
    CHECK(parse_citation(to_string(*citation)) == citation);
  }
}

TEST_CASE("the short form may mean several, and more is read where people type") {
  struct Row {
    const char* typed;
    const char* readings;
  };
  const Row rows[] = {
      {"§12/2", "§ 12 ust. 2 | § 12 pkt 2"},
      {"§ 12 / 2", ""},
      {"§16/1/8", "§ 16 ust. 1 pkt 8"},
      {"§12/2/a", "§ 12 ust. 2 lit. a | § 12 pkt 2 lit. a"},
      {"§ 3/1/4/b/2", "§ 3 ust. 1 pkt 4 lit. b tiret 2"},
      {"§12/a", "§ 12 lit. a"},
      {"§ 12a/2 lit. b", "§ 12a ust. 2 lit. b | § 12a pkt 2 lit. b"},
      {"§12/2 pkt 3", "§ 12 ust. 2 pkt 3"},
      {"§ 16.1.8", "§ 16 ust. 1 pkt 8"},
      {"16.1.8", "§ 16 ust. 1 pkt 8"},
      {"16/1/8", "§ 16 ust. 1 pkt 8"},
      {"12.2", "§ 12 ust. 2 | § 12 pkt 2"},
      {"par. 16 ust 1 pkt 8", "§ 16 ust. 1 pkt 8"},
      {"§ 16 ust.1 p. 8", "§ 16 ust. 1 pkt 8"},
      {"p. 16 p. 8", "§ 16 pkt 8"},
      {"§ 16.", "§ 16"},
      {"§ 16. ust. 1.", "§ 16 ust. 1"},
      {"16", ""},           // a number
      {"19/11/2023", ""},   // an act
      {"15.11.2023", ""},   // a day
      {"1431.5.2024", ""},  // the rest of a case mark
      {"§16/1/8/2", ""},    // nothing below a point has a number
      {"§ 12/2/3/4/5", ""},
      {"16.1.8 poczta", ""},
      {"16.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.typed);
    std::string all;
    for (const Citation& one : citation_readings(row.typed)) all += (all.empty() ? "" : " | ") + to_string(one);
    CHECK(all == row.readings);
  }
  CHECK_FALSE(parse_citation("16.1.8"));
  CHECK_FALSE(parse_citation("§ 16.1.8"));
}

TEST_CASE("what is not a citation is not read as one") {
  for (const char* text : {"", "§", "§ a", "§ 16 poczta", "poczta", "pkt 8 ust. 1", "§ 16 ust. 1 ust. 2", "§ 0",
                           "§ 99999", "lit. 5", "§ 16/1/8/2", "IT-ES", "16", "w"}) {
    INFO(text);
    CHECK(!parse_citation(text).has_value());
  }
}

TEST_CASE("citations have one total order, the order of the document") {
  std::vector<std::string> in_order = {"§ 1",
                                       "§ 1 ust. 1",
                                       "§ 1 ust. 1 pkt 1",
                                       "§ 1 ust. 1 pkt 1 lit. a",
                                       "§ 1 ust. 1 pkt 1 lit. b",
                                       "§ 1 ust. 1 pkt 1 lit. ba",
                                       "§ 1 ust. 1 pkt 1 lit. c",
                                       "§ 1 ust. 1 pkt 1 lit. z",
                                       "§ 1 ust. 1 pkt 1 lit. za",
                                       "§ 1 ust. 1 pkt 1a",
                                       "§ 1 ust. 1 pkt 2",
                                       "§ 1 ust. 1 pkt 10",
                                       "§ 1 ust. 1a",
                                       "§ 1 ust. 2",
                                       "§ 1a",
                                       "§ 2",
                                       "§ 10",
                                       "§ 22",
                                       "§ 22a",
                                       "§ 22h",
                                       "§ 23"};
  std::vector<Citation> citations;
  for (const auto& text : in_order) citations.push_back(parse_citation(text).value());
  CHECK(std::is_sorted(citations.begin(), citations.end()));
  CHECK(std::adjacent_find(citations.begin(), citations.end()) == citations.end());
}

TEST_CASE("a citation contains itself and what is below it, and nothing with a longer number") {
  const auto c = [](const char* text) { return parse_citation(text).value(); };
  CHECK(c("§ 13").contains(c("§ 13 pkt 8")));
  CHECK(c("§ 13").contains(c("§ 13")));
  CHECK(!c("§ 13").contains(c("§ 13a")));
  CHECK(!c("§ 22").contains(c("§ 22a pkt 1")));
  CHECK(!c("§ 3 pkt 1").contains(c("§ 3 pkt 1a")));
  CHECK(!c("§ 13 pkt 8").contains(c("§ 13")));
}

TEST_CASE("slugs for addresses are plain and distinct") {
  CHECK(to_slug(parse_citation("§ 22b ust. 5 pkt 7 lit. a tiret 2").value()) == "par22b-ust5-pkt7-lit-a-tir2");
}

TEST_CASE("ordinals") {
  CHECK(parse_ordinal("13a") == Ordinal{13, "a"});
  CHECK(parse_ordinal("za") == Ordinal{0, "za"});
  CHECK(!parse_ordinal("0"));
  CHECK(!parse_ordinal("10000"));
  CHECK(!parse_ordinal("a1"));
  CHECK(!parse_ordinal("ą"));
}

TEST_CASE("nearest citations") {
  const auto cited = [](const char* text) { return parse_citation(text).value(); };
  std::vector<Citation> known;
  for (const char* one : {"§ 1", "§ 15", "§ 16", "§ 16 ust. 1", "§ 16 ust. 1 pkt 8", "§ 16 ust. 4 pkt 1", "§ 17 pkt 1"})
    known.push_back(cited(one));
  const auto near = [&](const char* asked) {
    std::string out;
    for (const Citation& one : nearest(cited(asked), known, 2)) out += (out.empty() ? "" : ", ") + to_string(one);
    return out;
  };
  CHECK(near("§ 16 ust. 1 pkt 9") == "§ 16 ust. 1 pkt 8, § 16 ust. 1");
  CHECK(near("§ 16a") == "§ 16, § 15");
  CHECK(near("§ 14") == "§ 15, § 16");
  CHECK(nearest(cited("§ 1"), {}, 3).empty());
}

TEST_CASE("renumbered") {
  struct Row {
    const char* citation;
    const char* from;
    const char* to;
    const char* now;
  };
  for (const Row& row : {Row{"§ 18 pkt 2", "§ 18", "§ 18 ust. 1", "§ 18 ust. 1 pkt 2"},
                         Row{"§ 18", "§ 18", "§ 18 ust. 1", "§ 18 ust. 1"}, Row{"§ 18a pkt 2", "§ 18", "§ 19", ""}}) {
    const auto now = renumbered(*parse_citation(row.citation), *parse_citation(row.from), *parse_citation(row.to));
    CHECK((now ? to_string(*now) : "") == row.now);
  }
}
