// Payload: the text inside a quotation → the provisions it holds, checked against the targets the command named.
#pragma once

#include <vector>

#include "indexer/law/act.h"
#include "indexer/parse/command.h"
#include "indexer/parse/ledger.h"

namespace kto::parse {

Payload read_payload(const Source& source, const Quotation& quotation, const std::vector<law::Target>& targets,
                     Ledger& ledger, std::vector<law::Diagnostic>& diagnostics);

}  // namespace kto::parse
