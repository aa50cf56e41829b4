// Rows: what `kto-indexer dump` prints, one JSON object a line. Field names are part of the contract with other
// programs.
#pragma once

#include <vector>

#include "indexer/catalogue/row_parts.h"
#include "indexer/corpus/office_law.h"

namespace kto::commands {

using catalogue::Row;

// Only what is law on `as_of` (operations and acts: what has entered into force by then), if given.
std::vector<Row> act_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);
std::vector<Row> operation_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);
std::vector<Row> provision_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);
std::vector<Row> unit_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);
std::vector<Row> task_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);
std::vector<Row> diagnostic_rows(const corpus::OfficeLaw& law, std::optional<law::Date> as_of);

}  // namespace kto::commands
