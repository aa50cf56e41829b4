#include "searchd/front/target.h"

#include <optional>

namespace kto::front {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

// The byte that "%XX" at `at` stands for.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return std::nullopt;
  const auto high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high << 4 | *low);
}

}  // namespace

std::string percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (const auto byte = text[i] == '%' ? escaped_byte(text, i) : std::nullopt) {
      decoded += *byte;
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

std::string_view query_of(std::string_view target) {
  const auto mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

std::vector<std::string> path_segments(std::string_view raw_path) {
  if (!raw_path.empty() && raw_path.front() == '/') raw_path.remove_prefix(1);
  std::vector<std::string> segments;
  for (;;) {
    const auto slash = raw_path.find('/');
    segments.push_back(percent_decode(raw_path.substr(0, slash), false));
    if (slash == std::string_view::npos) return segments;
    raw_path.remove_prefix(slash + 1);
  }
}

std::multimap<std::string, std::string> parameters(std::string_view query) {
  std::multimap<std::string, std::string> found;
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto piece = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    const auto equals = piece.find('=');
    const auto name = percent_decode(piece.substr(0, equals), true);
    if (name.empty()) continue;
    found.emplace(name, equals == std::string_view::npos ? "" : percent_decode(piece.substr(equals + 1), true));
  }
  return found;
}

}  // namespace kto::front
