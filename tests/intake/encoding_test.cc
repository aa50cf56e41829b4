#include "indexer/intake/encoding.h"

#include "tests/support/catch.h"

using kto::intake::decode;

namespace {

std::string repeated(const std::string& words, int times) {
  std::string out;
  while (times-- > 0) out += words;
  return out;
}

// "zarządzenie, ścieżki, źródła, część" in the two encodings: ą ś ź differ.
const std::string kWindows =
    "zarz\xB9"
    "dzenie, \x9C"
    "cie\xBFki, \x9Fr\xF3"
    "d\xB3"
    "a, cz\xEA\x9C\xE6 ";
const std::string kLatin =
    "zarz\xB1"
    "dzenie, \xB6"
    "cie\xBFki, \xBCr\xF3"
    "d\xB3"
    "a, cz\xEA\xB6\xE6 ";
const std::string kUtf8 = "zarządzenie, ścieżki, źródła, część ";

}  // namespace

TEST_CASE("an encoding is told only when it is certain") {
  struct Row {
    std::string bytes, declared;
    std::string encoding;  // empty: not certain
    std::string text;
  };
  const Row rows[] = {
      {kUtf8, "", "UTF-8", kUtf8},
      {"\xEF\xBB\xBF" + kUtf8, "", "UTF-8", kUtf8},
      {std::string("\xFF\xFEz\0\x05\x01", 6), "", "UTF-16", "zą"},
      {std::string("\xFE\xFF\0z\x01\x05", 6), "", "UTF-16", "zą"},
      {std::string("\xFF\xFE\x00\xD8", 4), "", "UTF-16", "\uFFFD"},  // half a pair
      {repeated(kWindows, 5), "", "Windows-1250", repeated(kUtf8, 5)},
      {repeated(kLatin, 5), "", "ISO-8859-2", repeated(kUtf8, 5)},
      // A few letters prove nothing; the page's own word is taken then.
      {kWindows, "", "", ""},
      {kWindows, "Windows-1250", "Windows-1250", kUtf8},
      {kLatin, "iso-8859-2", "ISO-8859-2", kUtf8},
      // The bytes are believed before the page: offices declare one and write the other.
      {repeated(kWindows, 5), "iso-8859-2", "Windows-1250", repeated(kUtf8, 5)},
      // Both at once is neither.
      {repeated(kWindows, 5) + repeated(kLatin, 5), "", "", ""},
      // Letters the two have in common, without ą ś ź: either is right.
      {repeated("cz\xEA\xE6 \xB3\xF3\xBFka ", 6), "", "Windows-1250", repeated("częć łóżka ", 6)},
      // Quotation marks and dashes of Windows.
      {repeated(kWindows + "\x84x\x94 \x96 \xA7 1 ", 5), "", "Windows-1250", repeated(kUtf8 + "„x” – § 1 ", 5)},
      // Mazovia, CP852 and pictures are none of these.
      {repeated("zarz\xA5"
                "dzenie \x98"
                "cie\xBEki ",
                9),
       "", "", ""},
      {"\x89PNG\r\n\x1a\n", "", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.bytes);
    const auto found = decode(row.bytes, row.declared);
    CHECK((found ? found->encoding : "") == row.encoding);
    if (found) CHECK(found->text == row.text);
  }
}
