#include <string>
#include <utility>
#include <vector>

#include "searchd/front/target.h"
#include "tests/support/catch.h"

using namespace kto::front;

TEST_CASE("percent decoding") {
  struct Row {
    std::string text, path, query;
  };
  const std::vector<Row> rows = {
      {"", "", ""},
      {"IT%2DES", "IT-ES", "IT-ES"},
      {"%C5%82", "ł", "ł"},
      {"%c5%82", "ł", "ł"},
      {"a+b", "a+b", "a b"},
      {"a%2Bb", "a+b", "a+b"},
      {"100%", "100%", "100%"},
      {"%", "%", "%"},
      {"%4", "%4", "%4"},
      {"%zz", "%zz", "%zz"},
      {"%u0142", "%u0142", "%u0142"},
      {"%%41", "%A", "%A"},
      {"%2541", "%41", "%41"},  // once only
      {"a%00b", std::string("a\0b", 3), std::string("a\0b", 3)},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(percent_decode(row.text, false) == row.path);
    CHECK(percent_decode(row.text, true) == row.query);
  }
}

TEST_CASE("a target is a path and a query") {
  struct Row {
    std::string target, path, query;
  };
  const std::vector<Row> rows = {
      {"/", "/", ""}, {"/?", "/", ""}, {"/?q=a", "/", "q=a"}, {"/a?b?c", "/a", "b?c"}, {"/a%3Fb", "/a%3Fb", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.target);
    CHECK(path_of(row.target) == row.path);
    CHECK(query_of(row.target) == row.query);
  }
}

TEST_CASE("path segments are decoded after the split") {
  using Segments = std::vector<std::string>;
  const std::vector<std::pair<std::string, Segments>> rows = {
      {"/", {""}},
      {"/a", {"a"}},
      {"/a/b", {"a", "b"}},
      {"/a/", {"a", ""}},
      {"//a", {"", "a"}},
      {"/a%2Fb", {"a/b"}},
      {"/19%2F11/2023", {"19/11", "2023"}},
      {"/..", {".."}},
      {"/%2e%2e/x", {"..", "x"}},
  };
  for (const auto& [path, segments] : rows) {
    CAPTURE(path);
    CHECK(path_segments(path) == segments);
  }
}

TEST_CASE("parameters keep repeats, empty values and everything behind the first equals sign") {
  using Parameters = std::multimap<std::string, std::string>;
  const std::vector<std::pair<std::string, Parameters>> rows = {
      {"", {}},
      {"q=poczta", {{"q", "poczta"}}},
      {"q=a&q=a", {{"q", "a"}, {"q", "a"}}},  // the library folds them into one
      {"q=a=b", {{"q", "a=b"}}},              // the library says "b"
      {"q", {{"q", ""}}},
      {"q=", {{"q", ""}}},
      {"=a&&", {}},
      {"q=co+to%3F", {{"q", "co to?"}}},
      {"q=a?b", {{"q", "a?b"}}},
      {"a%3Db=c", {{"a=b", "c"}}},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(parameters(query) == expected);
  }
}
