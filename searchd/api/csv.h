// CSV (RFC 4180) for people: a table opens in a spreadsheet as it is. A cell that a spreadsheet would run as a formula
// (= + - @ or a control character at its beginning) gets an apostrophe in front, as OWASP advises: no act holds
// formulas, and whoever needs each byte takes JSON Lines. Days stay ISO 8601, which every spreadsheet reads as days.
#pragma once

#include <compare>
#include <span>
#include <string>

namespace kto::api {

class Intake;

// How a table is wanted.
struct CsvForm {
  std::string separator = "comma";  // comma, semicolon, tab
  bool bom = false;                 // begins with U+FEFF, by which Excel tells UTF-8
  auto operator<=>(const CsvForm&) const = default;

  char between() const;       // ',' ';' or tab
  std::string begin() const;  // what stands before the first line
  // "text/csv; charset=utf-8; header=present"
  std::string media_type() const;
};

// From the parameters separator and bom.
CsvForm csv_form(Intake& intake);

// One row, its line end included.
std::string csv_line(std::span<const std::string> cells, char separator);

}  // namespace kto::api
