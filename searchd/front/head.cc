#include "searchd/front/head.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/law/ascii.h"

namespace kto::front {
namespace {

// No <cctype>: it depends on the locale and is undefined for negative chars.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// token of RFC 9110, 5.6.2
bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return law::is_digit(c) || is_letter(c) || is_one_of(c, "!#$%&'*+-.^_`|~");
  });
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// CR only before LF, LF only after CR, no NUL.
bool has_clean_lines(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') return false;
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) return false;
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) return false;
  }
  return true;
}

// Whether a comma-separated list names the word, in any case: "keep-alive, Close".
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (lower_case(trim(list.substr(0, comma))) == word) return true;
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return false;
}

int check_method(std::string_view method) {
  static constexpr std::array kAnswered = {"GET", "HEAD", "POST", "OPTIONS"};
  static constexpr std::array kKnown = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECT"};
  if (!is_token(method)) return 400;
  if (std::find(kAnswered.begin(), kAnswered.end(), method) != kAnswered.end()) return 0;
  return std::find(kKnown.begin(), kKnown.end(), method) != kKnown.end() ? 405 : 501;
}

int check_version(std::string_view version) {
  if (version.size() != 8 || version.substr(0, 5) != "HTTP/" || !law::is_digit(version[5]) || version[6] != '.' ||
      !law::is_digit(version[7]))
    return 400;
  return version[5] == '1' ? 0 : 505;
}

// Origin form alone ("/path?query"): the absolute form is for proxies, which this is not.
int check_target(std::string_view target, const Limits& limits) {
  if (target.size() > limits.target) return 414;
  if (target.empty() || target.front() != '/') return 400;
  for (const char c : target)
    if (is_control(c) || c == ' ' || c == '#') return 400;
  return target.substr(0, target.find('?')).size() > limits.path ? 414 : 0;
}

class HeadReader {
 public:
  HeadReader(const Limits& limits, const BodyRules& rules) : limits_(limits), rules_(rules) {}

  HeadReading read(std::string_view text) {
    const int status = read_all(text);
    return {status, status == 0 ? std::move(head_) : Head()};
  }

 private:
  int read_all(std::string_view text) {
    if (text.size() > limits_.head) return 431;
    if (!has_clean_lines(text) || text.size() < 4 || text.substr(text.size() - 4) != "\r\n\r\n") return 400;
    auto end = text.find("\r\n");
    if (const int status = read_request_line(text.substr(0, end))) return status;
    for (text.remove_prefix(end + 2); text.size() > 2; text.remove_prefix(end + 2)) {
      end = text.find("\r\n");
      if (++fields_ > limits_.fields) return 431;
      if (const int status = read_field(text.substr(0, end))) return status;
    }
    return conclude();
  }

  int read_request_line(std::string_view line) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return 400;
    const auto method = line.substr(0, first), target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (const int status = check_version(version)) return status;
    if (const int status = check_method(method)) return status;
    if (const int status = check_target(target, limits_)) return status;
    head_.method = method;
    head_.target = target;
    http_1_0_ = version == "HTTP/1.0";
    return 0;
  }

  int read_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;  // folded lines, "Name :"
    const auto name = lower_case(line.substr(0, colon));
    const auto value = trim(line.substr(colon + 1));
    if (std::any_of(value.begin(), value.end(), [](char c) { return is_control(c) && c != '\t'; })) return 400;
    if (const int status = read_framing(name, value)) return status;
    if (const int status = check_value(name, value)) return status;
    if (is_kept_field(name) && value.size() <= limits_.field_value) head_.fields.emplace_back(name, value);
    return 0;
  }

  // What decides where the request ends and whether another may follow.
  int read_framing(std::string_view name, std::string_view value) {
    if (name == "transfer-encoding") return read_encoding(value);
    if (name == "content-length") return read_length(value);
    if (name == "connection") {
      asks_close_ |= lists(value, "close");
      asks_keep_alive_ |= lists(value, "keep-alive");
    } else if (name == "expect") {
      if (lower_case(value) != "100-continue") return 417;
      head_.expects_continue = true;
    }
    return 0;
  }

  // What smuggling is made of: once, and nothing but "chunked".
  int read_encoding(std::string_view value) {
    if (head_.chunked || lower_case(value) != "chunked") return 411;
    head_.chunked = true;
    return 0;
  }

  int read_length(std::string_view value) {
    if (has_length_) return 400;
    has_length_ = true;
    if (value.empty() || value.size() > 18) return 400;  // 18 digits always fit 64 bits
    for (const char c : value) {
      if (!law::is_digit(c)) return 400;
      head_.body = head_.body * 10 + static_cast<std::size_t>(c - '0');
    }
    return 0;
  }

  int check_value(std::string_view name, std::string_view value) {
    if (name == "host") {
      if (++hosts_ > 1 || value.size() > 255) return 400;  // 255: the longest domain name
      const auto in_host = [](char c) { return law::is_digit(c) || is_letter(c) || is_one_of(c, ".-_:[]"); };
      if (!std::all_of(value.begin(), value.end(), in_host)) return 400;
    } else if (name == "content-encoding") {
      if (lower_case(value) != "identity") return 415;  // decompression bombs
    } else if (name == "content-type") {
      if (lower_case(value.substr(0, 10)) == "multipart/") return 415;  // no form here uploads files
    }
    return 0;
  }

  int conclude() {
    if (!http_1_0_ && hosts_ != 1) return 400;
    if (const int status = check_body()) return status;
    head_.keep_alive = !asks_close_ && (!http_1_0_ || asks_keep_alive_);
    head_.takes_chunks = !http_1_0_;
    head_.expects_continue &= !http_1_0_;  // RFC 9110, 10.1.1
    return 0;
  }

  int check_body() {
    if (head_.chunked && (has_length_ || http_1_0_ || head_.method != "POST")) return 411;
    if (head_.method == "POST" && !has_length_ && !head_.chunked) return 411;
    if (head_.method != "POST") return head_.body > 0 ? 400 : 0;
    const BodyRule rule = rules_ ? rules_(head_) : BodyRule{limits_.body, 0};
    head_.longest_line = rule.longest_line;
    if (rule.longest_line > 0) return 0;
    return head_.chunked ? 411 : head_.body > rule.most ? 413 : 0;
  }

  const Limits& limits_;
  const BodyRules& rules_;
  Head head_;
  std::size_t fields_ = 0, hosts_ = 0;
  bool http_1_0_ = false, has_length_ = false, asks_close_ = false, asks_keep_alive_ = false;
};

}  // namespace

std::string lower_case(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_kept_field(std::string_view name) {
  static constexpr std::array<std::string_view, 11> kKept = {
      "accept",        "accept-encoding", "accept-language", "authorization",     "content-type", "host",
      "if-none-match", "user-agent",      "x-forwarded-for", "x-forwarded-proto", "x-request-id"};
  return std::find(kKept.begin(), kKept.end(), name) != kKept.end();
}

HeadReading read_head(std::string_view text, const Limits& limits, const BodyRules& rules) {
  return HeadReader(limits, rules).read(text);
}

int refuse_early(std::string_view partial, const Limits& limits) {
  if (partial.size() > limits.head) return 431;
  // The longest request line: method and version take less than 64 bytes.
  const auto longest = limits.target + 64;
  const auto newline = partial.find('\n');
  if (newline == std::string_view::npos) return partial.size() > longest ? 414 : 0;
  if (newline > longest) return 414;
  // A bare LF, HTTP/0.9, a TLS greeting, garbage: nothing that follows can mend the first line.
  if (newline == 0 || partial[newline - 1] != '\r') return 400;
  return partial.substr(0, newline).find(" HTTP/") == std::string_view::npos ? 400 : 0;
}

}  // namespace kto::front
