// A catalogue as JSON Lines, one object a line: what `kto-indexer dump tasks` and /api/v1/export write and
// `kto-indexer build --catalogue` reads (read.h). A row without "type" is a task point; the other types say what task
// points do not: an office's name, the days of its acts, the places of its units.
//
//   {"type":"office","office":"lublin","name":"Urząd Miasta Lublin","example":false}
//   {"type":"act","office":"lublin","id":"19/11/2023","number":"19/11/2023",…}
//   {"type":"unit","office":"lublin","id":"…","code":"IT-ES","name":"referat …","kind":"referat",…}
//   {"office":"lublin","id":"…","citation":"§ 16 ust. 1 pkt 8","text":"administrowania …",…}
//
// Field names are part of the contract with other programs. What is empty is null. Pure functions.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/law/catalogue.h"

namespace kto::catalogue {

using Row = nlohmann::ordered_json;

Row task_row(const std::string& office, const law::TaskPoint& task);
// Without "type", as `dump units` prints it.
Row unit_row(const std::string& office, const law::Unit& unit);

Row typed_office_row(const std::string& office, const std::string& name, bool example);
Row typed_act_row(const std::string& office, const law::ActSummary& act);
Row typed_unit_row(const std::string& office, const law::Unit& unit);

// The line, without its end. Bytes that are not UTF-8 are replaced.
std::string to_line(const Row& row);

}  // namespace kto::catalogue
