// JSON as text: the same as nlohmann's library writes, whatever the values are.
#include "searchd/api/json_text.h"

#include <cmath>
#include <limits>

#include "tests/support/catch.h"

namespace kto::api {
namespace {

using Tree = nlohmann::ordered_json;

std::string written(const Tree& tree) {
  return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

TEST_CASE("texts, bytes that are no UTF-8 included, are written as the library writes them") {
  std::string controls;
  for (char c = 0; c < 0x20; ++c) controls += c;
  for (const std::string& text :
       {std::string(), std::string("zażółć „gęślą” § 16"), std::string(R"(a"b\c/d)"), controls, std::string("\x7F"),
        std::string("\xFF"), std::string("a\xC5"), std::string("\xC5z\xE2\x82"), std::string("\xED\xA0\x80x"),
        std::string("\xF0\x9F\x98\x80"), std::string("\xF0\x9F\x98"), std::string("\xC0\xAF")})
    CHECK(JsonText(text).text() == written(Tree(text)));
}

TEST_CASE("numbers are written as the library writes them") {
  for (double value : {0.0, -0.0, 1.0, 0.5, 0.001, 0.1, 0.93, 12.7, 100000.0, 123456.789, 2.0 / 3, -4.25})
    CHECK(JsonText(value).text() == written(Tree(value)));
  for (int thousandths = 0; thousandths < 100000; thousandths += 7)
    CHECK(JsonText(thousandths / 1000.0).text() == written(Tree(thousandths / 1000.0)));
  CHECK(JsonText(std::numeric_limits<double>::infinity()).text() == "null");
  CHECK(JsonText(std::nan("")).text() == "null");
  CHECK(JsonText(4294967295U).text() == "4294967295");
}

TEST_CASE("objects and arrays, at once and value by value") {
  JsonText list = JsonText::array();
  CHECK(list.text() == "[]");
  list.push_back(1U);
  list.push_back("ą");
  JsonText whole{{"list", list}, {"none", nullptr}, {"yes", true}, {"words", std::vector<std::string>{"a", "b"}}};
  whole.add("in", {{"x", 0.5}});
  CHECK(whole.text() == R"({"list":[1,"ą"],"none":null,"yes":true,"words":["a","b"],"in":{"x":0.5}})");
  CHECK(written(Tree(whole)) == whole.text());
}

}  // namespace
}  // namespace kto::api
