// Printed lines → paragraphs, a line each. A label must begin a line, and a wrapped line must not look like one:
//
//   2) prowadzi rejestr, o którym mowa w ust.      2) prowadzi rejestr, o którym mowa w ust. 3. Rejestr jest jawny;
//   3. Rejestr jest jawny;                     →   3) wydaje zaświadczenia.
//   3) wydaje zaświadczenia.
#pragma once

#include <string>
#include <vector>

#include "indexer/intake/hyphenation.h"
#include "indexer/intake/printed_page.h"

namespace kto::intake {

struct Paragraphs {
  std::string text;      // with LF line ends
  unsigned wrapped = 0;  // printed lines that were joined to the one before
  unsigned hyphens = 0;  // words put together again
};

// `dictionary` may be empty (hyphenation.h).
Paragraphs to_paragraphs(const std::vector<PrintedPage>& pages, const WordList& dictionary);

}  // namespace kto::intake
