// JsonText: a JSON value as its text, put together without a tree. An answer has a thousand values; as a tree of
// nlohmann's library it took a third of a millisecond to make, to write and to free.
//
//   JsonText{{"code", "IT"}, {"tasks", 3U}}.text()  →  {"code":"IT","tasks":3}
//
// Text is UTF-8; bytes that are not are replaced by U+FFFD: an answer is never refused for a letter of a text.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kto::api {

class JsonText {
 public:
  struct Member;

  // Not explicit, so that a value stands for itself among members.
  // NOLINTBEGIN(google-explicit-constructor)
  JsonText(std::nullptr_t) : text_("null") {}
  JsonText(bool value) : text_(value ? "true" : "false") {}
  JsonText(unsigned value) : text_(std::to_string(value)) {}
  JsonText(std::size_t value) : text_(std::to_string(value)) {}
  JsonText(double value);
  JsonText(std::string_view value);
  JsonText(const std::string& value) : JsonText(std::string_view(value)) {}
  JsonText(const char* value) : JsonText(std::string_view(value)) {}
  JsonText(const std::vector<std::string>& values);
  // NOLINTEND(google-explicit-constructor)
  // An object, its members in this order. Their names are written as they stand.
  JsonText(std::initializer_list<Member> members);
  static JsonText array();

  // A further value of an array, a further member of an object.
  void push_back(const JsonText& value);
  void add(std::string_view name, const JsonText& value);

  const std::string& text() const { return text_; }

 private:
  void open_up(char end);

  std::string text_;
};

struct JsonText::Member {
  std::string_view name;
  JsonText value;
};

// The tree, for what is taken apart or put into one. Found by nlohmann's library by its name.
void to_json(nlohmann::ordered_json& tree, const JsonText& value);

}  // namespace kto::api
