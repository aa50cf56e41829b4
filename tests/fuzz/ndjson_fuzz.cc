// Any bytes as a body read line by line, chunked or of a given length: the same lines come out whole and byte by byte,
// nothing is kept beyond the longest line, and what is broken stays broken.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/front/body_lines.h"

using namespace kto::front;

namespace {

constexpr std::size_t kLongest = 32;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string read(std::string_view body, std::optional<std::uint64_t> length, std::size_t step) {
  BodyLines lines(length, kLongest);
  std::string out;
  std::uint64_t last = 0;
  if (body.empty()) lines.feed(body);
  for (std::size_t at = 0; at < body.size(); at += step) {
    lines.feed(body.substr(at, step));
    require(step > 1 || lines.held() <= kLongest + 1);
    while (const auto line = lines.next()) {
      require(line->number > last && line->text.size() <= kLongest && line->text.find('\n') == std::string::npos);
      require(!line->too_long || line->text.empty());
      last = line->number;
      out += std::to_string(line->number) + (line->too_long ? "!" : ":") + line->text + "\n";
    }
  }
  return out + (lines.ended() ? "end " : "more ") + std::to_string(lines.take_failure());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  require(read(body, std::nullopt, 1) == read(body, std::nullopt, size + 1));
  require(read(body, size, 1) == read(body, size, size + 1));
  require(read(body, size / 2, 1) == read(body, size / 2, size + 1));
  return 0;
}
