// Footnotes at the foot of pages. They stand between the lines of a provision that goes on overleaf, and in
// consolidated texts they say who changed what: they are taken out and written behind the text, as "[^1]: W brzmieniu
// …".
#pragma once

#include <vector>

#include "indexer/intake/printed_page.h"

namespace kto::intake {

// Takes the footnotes off the pages. Where a page counts anew from 1, its marks become "1_2": second of that number.
std::vector<Footnote> take_footnotes(std::vector<PrintedPage>& pages);

}  // namespace kto::intake
