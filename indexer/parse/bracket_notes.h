// Notes in brackets: what an office writes into its own consolidated regulation about who changed a provision.
//
//   3) prowadzenie rejestrów (zm. zarz. nr 5/2020 z dnia 3 lutego 2020 r.);
//   4) [uchylony zarządzeniem nr 7/2021 z dnia 3 maja 2021 r.]
//   § 12a. (dodany uchwałą nr 9/2019 z dnia 2 marca 2019 r., która weszła w życie 1 kwietnia 2019 r.) Do zadań …
//
// They are no words of the law and are taken out of them; they date the provision as footnotes do (consolidated.h). The
// day is that of entry into force where the note gives it, else that of the act, which is said.
#pragma once

#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/ledger.h"
#include "indexer/parse/outline.h"

namespace kto::parse {

// Takes the notes out of the text of the nodes. That a provision is repealed stays as its text.
std::vector<law::FormerChange> take_bracket_notes(const Source& source, std::vector<Node>& nodes,
                                                  const law::Document& document, Ledger& ledger,
                                                  std::vector<law::Diagnostic>& diagnostics);

}  // namespace kto::parse
