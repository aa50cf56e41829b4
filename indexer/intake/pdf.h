// The text layer of a PDF → pages of printed lines (poppler). Pictures are not read: a scan has no text.
#pragma once

#include <string>
#include <vector>

#include "indexer/intake/printed_page.h"

namespace kto::intake {

struct PdfText {
  std::vector<PrintedPage> pages;
  std::size_t unreadable = 0;  // letters whose font does not say what they are
};

// Throws law::Error with `name` as the place: act-unreadable (no PDF, broken, locked by a password), act-too-large.
PdfText read_pdf(const std::string& bytes, const std::string& name);

}  // namespace kto::intake
