// Case marks (znak sprawy): the name of a case in an office's registry.
//
//   IT-ES.1431.5.2024        unit IT-ES, class 1431 of the office's list of files, fifth case of 2024
//   WO.I.0050.12.3.2024.JK   unit WO.I, a case kept apart (12, its third), marked by its clerk
//
// The form: § 5 of the office instruction, annex 1 to the regulation of 18 January 2011 (Dz. U. nr 14 poz. 67). It is
// read in any case, with blanks and with slashes for dots; what bears the mark is not looked up here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kto::api {

struct CaseMark {
  std::string unit;        // as typed, in capitals, without blanks: "WO.I"
  std::string file_class;  // symbol of the class of files
  std::string number;      // "5"; of a case kept apart "12.3"
  unsigned year = 0;
  std::string rest;  // what stands behind the year; mostly empty
  bool operator==(const CaseMark&) const = default;
};

std::optional<CaseMark> parse_case_mark(std::string_view text);

// The ways in which the unit's code may be written in a list of units: "WO.I", "WO-I" and "WO/I".
bool is_code_of_mark(std::string_view code, std::string_view unit);

}  // namespace kto::api
