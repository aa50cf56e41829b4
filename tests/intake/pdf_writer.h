// PDF files made by the tests: words at places on pages of A4, in a typewriter face, with a text layer as office
// programs write it. A letter is 0.6 of its size wide, so that a test can count columns.
#pragma once

#include <string>
#include <vector>

namespace kto::tests {

struct PdfWords {
  double left = 0, foot = 0;  // points from the upper left corner
  double size = 10;
  std::string text;  // UTF-8
};
using PdfPage = std::vector<PdfWords>;

std::string write_pdf(const std::vector<PdfPage>& pages);
// The same, locked by a password that nobody knows.
std::string write_locked_pdf(const std::vector<PdfPage>& pages);

// How paragraphs are set.
struct Typesetting {
  unsigned columns = 75;
  unsigned lines_a_page = 45;
  double size = 10;
  bool hyphenate = false;  // divide long words at line ends
  double hanging = 0;      // points by which lines that go on are moved in
  std::string header;      // "#" stands for the number of the page
  std::string footer;
};
std::vector<PdfPage> typeset(const std::vector<std::string>& paragraphs, const Typesetting& how);

}  // namespace kto::tests
