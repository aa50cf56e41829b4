#include "searchd/api/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "indexer/text/utf8.h"

namespace kto::api {
namespace {

// Signs that stand in a text only behind a backslash.
constexpr unsigned char kFirstPlain = 0x20;

bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= kFirstPlain && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\';
}

void write_escaped(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t", kNames = "\"\\bfnrt";
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '\\';
  if (const std::size_t at = kNamed.find(c); at != std::string_view::npos) {
    out += kNames[at];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  out += "u00";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xF];
}

// False where a byte is not UTF-8; then `out` holds a part of it.
bool write_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    out.append(text, at, end - at);
    if (end == text.size()) return true;
    const text::CodePoint here = text::decode(text, end);
    if (!here.valid) return false;
    if (here.length == 1)
      write_escaped(out, text[end]);
    else
      out.append(text, end, here.length);
    at = end + here.length;
  }
  return true;
}

void write_quoted(std::string& out, std::string_view text) {
  using Tree = nlohmann::ordered_json;
  const std::size_t before = out.size();
  out.reserve(before + text.size() + 2);
  out += '"';
  if (write_text(out, text)) {
    out += '"';
    return;
  }
  out.resize(before);
  out += Tree(std::string(text)).dump(-1, ' ', false, Tree::error_handler_t::replace);
}

}  // namespace

// As nlohmann's library writes it: the shortest digits that give the same number, with a fraction.
JsonText::JsonText(double value) {
  if (!std::isfinite(value)) {
    text_ = "null";
    return;
  }
  std::array<char, 400> digits{};  // a double has up to 309 before its point
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  text_.assign(digits.data(), end);
  if (text_.find('.') == std::string::npos) text_ += ".0";
}

JsonText::JsonText(std::string_view value) {
  write_quoted(text_, value);
}

JsonText::JsonText(const std::vector<std::string>& values) : text_("[") {
  for (const std::string& value : values) {
    if (text_.size() > 1) text_ += ',';
    write_quoted(text_, value);
  }
  text_ += ']';
}

JsonText::JsonText(std::initializer_list<Member> members) {
  constexpr std::size_t kBeside = 4;  // two quotation marks, a colon, a comma
  std::size_t size = 2;
  for (const Member& member : members) size += member.name.size() + member.value.text_.size() + kBeside;
  text_.reserve(size);
  text_ += '{';
  for (const Member& member : members) {
    if (text_.size() > 1) text_ += ',';
    text_ += '"';
    text_ += member.name;
    text_ += "\":";
    text_ += member.value.text_;
  }
  text_ += '}';
}

JsonText JsonText::array() {
  return std::vector<std::string>();
}

// Takes the end off; what stands before it is parted from what comes.
void JsonText::open_up(char end) {
  if (text_.back() == end) text_.pop_back();
  if (text_.size() > 1) text_ += ',';
}

void JsonText::push_back(const JsonText& value) {
  open_up(']');
  text_ += value.text_;
  text_ += ']';
}

void JsonText::add(std::string_view name, const JsonText& value) {
  open_up('}');
  text_ += '"';
  text_ += name;
  text_ += "\":";
  text_ += value.text_;
  text_ += '}';
}

void to_json(nlohmann::ordered_json& tree, const JsonText& value) {
  tree = nlohmann::ordered_json::parse(value.text());
}

}  // namespace kto::api
