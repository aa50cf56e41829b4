// CSV (RFC 4180) for people: a table opens in a spreadsheet as it is. A cell that a spreadsheet would run as a formula
// (= + - @ or a control character at its beginning) gets an apostrophe in front, as OWASP advises: no act holds
// formulas, and whoever needs each byte takes JSON Lines. Days stay ISO 8601, which every spreadsheet reads as days.
#pragma once

#include <span>
#include <string>

namespace kto::api {

// One row, its line end included.
std::string csv_line(std::span<const std::string> cells, char separator);

}  // namespace kto::api
