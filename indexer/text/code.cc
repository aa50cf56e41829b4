#include "indexer/text/code.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "indexer/text/normalize.h"
#include "indexer/text/utf8.h"

namespace kto::text {
namespace {

// Words that people also write in capitals and that have the shape of a code.
constexpr std::array<std::string_view, 6> kWords{"HI-FI", "KNOW-HOW", "NON-STOP", "ON-LINE", "OFF-LINE", "WI-FI"};

struct Shape {
  std::size_t letters = 0, digits = 0;
  bool capitals = true;
  std::size_t size() const { return letters + digits; }
};

Shape shape_of(std::string_view part) {
  Shape shape;
  for (std::size_t i = 0; i < part.size();) {
    const CodePoint c = decode(part, i);
    i += c.length;
    if (u_isdigit(static_cast<UChar32>(c.value))) {
      ++shape.digits;
    } else {
      ++shape.letters;
      shape.capitals = shape.capitals && u_isupper(static_cast<UChar32>(c.value));
    }
  }
  return shape;
}

// I to XXXIX, in any case: no office has more sections under one code.
bool is_roman(std::string_view part) {
  std::string text = upper(part);
  if (text.empty() || text.find_first_not_of("IVX") != std::string::npos) return false;
  text.erase(0, std::min<std::size_t>(text.find_first_not_of('X'), 3));
  constexpr std::array<std::string_view, 10> kUnits{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  return std::find(kUnits.begin(), kUnits.end(), text) != kUnits.end();
}

bool is_code_in_capitals(const std::vector<Shape>& parts, std::size_t count) {
  const Shape& head = parts.front();
  if (head.digits > 0 || head.letters < 2 || head.letters > 6 || !head.capitals) return false;
  bool letter = false;
  for (std::size_t i = 1; i < count; ++i) {
    if (!parts[i].capitals || parts[i].size() > 5) return false;
    letter = letter || parts[i].letters > 0;
  }
  return letter;
}

bool is_code_by_numeral(const std::vector<Shape>& parts, std::size_t count, std::string_view last) {
  const Shape& head = parts.front();
  if (head.digits > 0 || head.letters < 2 || head.letters > 4 || !is_roman(last)) return false;
  return std::all_of(parts.begin() + 1, parts.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Shape& part) { return part.size() <= 4; });
}

}  // namespace

std::size_t code_length(const std::vector<std::string>& parts, const KnownCodes& codes) {
  std::vector<Shape> shapes;
  shapes.reserve(parts.size());
  for (const std::string& part : parts) shapes.push_back(shape_of(part));
  for (std::size_t count = parts.size(); count >= 2; --count) {
    const std::string code = code_text(parts, count);
    if (codes.contains(code)) return count;
    if (std::find(kWords.begin(), kWords.end(), code) != kWords.end()) continue;
    if (is_code_in_capitals(shapes, count) || is_code_by_numeral(shapes, count, parts[count - 1])) return count;
  }
  return 0;
}

std::string code_text(const std::vector<std::string>& parts, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i ? "-" : "") + upper(parts[i]);
  return out;
}

}  // namespace kto::text
