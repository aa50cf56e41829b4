// A whole amending act around a few commands, so that a test row is one command.
#pragma once

#include <string>

#include "indexer/parse/act.h"

namespace kto::tests {

// "1) w § 3 uchyla się pkt 2;" → an act of 2 January 2024, in force from 1 February 2024, that amends a regulation.
inline std::string amending_act(const std::string& commands, const std::string& number = "1/2024",
                                const std::string& in_force = "1 lutego 2024 r.") {
  return "Zarządzenie nr " + number +
         "\nBurmistrza Miasta\nz dnia 2 stycznia 2024 r.\nzmieniające zarządzenie nr 9/2019 z dnia 3 marca 2019 r.\n"
         "Na podstawie art. 33 ust. 3 ustawy zarządzam, co następuje:\n§ 1\n"
         "W Regulaminie Organizacyjnym stanowiącym załącznik do zarządzenia nr 9/2019 Burmistrza Miasta z dnia 3 marca "
         "2019 r. wprowadzam następujące zmiany:\n" +
         commands + "\n§ 2\nZarządzenie wchodzi w życie z dniem " + in_force + "\nBurmistrz Miasta\n(-) Jan Przykład\n";
}

inline law::Act parse_commands(const std::string& commands) {
  return parse::parse_act({"test.txt", amending_act(commands)});
}

}  // namespace kto::tests
