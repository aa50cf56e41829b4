// Any bytes as a web page: what comes out is lines of valid UTF-8 without blanks at their ends, and nothing is read
// outside the page. Bytes of an encoding that is not certain are read as the page declares, or not at all.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "indexer/intake/encoding.h"
#include "indexer/intake/html.h"
#include "indexer/intake/lost_sections.h"
#include "indexer/text/normalize.h"

using namespace kto;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const std::string& text) {
  require(!text::invalid_utf8(text));
  require(text.empty() || text.back() == '\n');
  require(text.find("\n\n") == std::string::npos && text.find('\r') == std::string::npos);
  require(text.find("  ") == std::string::npos && text.find(" \n") == std::string::npos);
}

// Lost section signs are put back, and nothing else: every other letter stays.
void check_sections(const std::string& before) {
  const auto letters = [](const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return c == 0 || std::strchr(" \t\r\n\f", c) == nullptr; });
  };
  std::string after = before;
  const unsigned signs = intake::restore_sections(after);
  require(letters(after) == letters(before) + 2 * static_cast<std::ptrdiff_t>(signs));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = intake::decode(bytes, intake::declared_charset(bytes));
  if (!decoded) return 0;
  check(intake::read_html(decoded->text).text);
  check_sections(decoded->text);
  return 0;
}
