// Page furniture: headers, footers, page numbers, signature lines. They stand between the lines of a provision that
// runs over two pages, and would become its words.
#pragma once

#include <vector>

#include "indexer/intake/printed_page.h"

namespace kto::intake {

// Takes furniture off the pages; returns how many lines went.
//   first and last lines that other pages have too, but for the number of the page: "Dziennik Ustaw – 2 – Poz. 398"
//   numbers of pages: "3", "- 3 -", "Strona 3 z 7"
//   lines of electronic signatures, wherever they stand: "Id: 7EBEB48D-… . Podpisany Strona 1"
unsigned remove_furniture(std::vector<PrintedPage>& pages);

}  // namespace kto::intake
