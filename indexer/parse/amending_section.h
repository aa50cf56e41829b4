// One § of an amending act: the sentence that names the amended document, then a list of commands whose items take
// their context from the items above them.
//
//   § 1. W Regulaminie … stanowiącym załącznik do zarządzenia nr 56/12/2018 … wprowadzam następujące zmiany:
//   1) w § 3:                     context § 3
//   a) w ust. 1:                  context § 3 ust. 1
//   – uchyla się pkt 3            Repeal § 3 ust. 1 pkt 3, place § 1 pkt 1 lit. a tiret 1
#pragma once

#include "indexer/law/act.h"
#include "indexer/parse/ledger.h"
#include "indexer/parse/outline.h"

namespace kto::parse {

// True when the § commands changes of another text.
bool is_amending(const Source& source, const Node& section);

// Appends the amendments and diagnostics of the § to `act`. `document` is what the § before amended; a naming sentence
// replaces it.
void read_amending_section(const Source& source, const Node& section, law::Document& document, Ledger& ledger,
                           law::Act& act);

}  // namespace kto::parse
