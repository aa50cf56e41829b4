// Naming sentences: which text the commands of a § amend.
//
//   W Regulaminie …, stanowiącym załącznik do zarządzenia nr 5/2020 …, wprowadza się następujące zmiany:
//   Wprowadza się zmiany w Regulaminie …, stanowiącym załącznik do zarządzenia nr 5/2020 …:
//   W § 12 Regulaminu …, stanowiącego załącznik do zarządzenia nr 5/2020 …, uchyla się ust. 3
#pragma once

#include <optional>
#include <vector>

#include "indexer/parse/token.h"

namespace kto::parse {

struct Naming {
  std::size_t begin = 0, end = 0;  // tokens; a citation may stand before `begin`, commands behind `end`
  std::size_t end_byte = 0;        // of the clean text, where the naming words end
  bool below_citation = false;
};

// `anywhere`: the name may stand in the middle of the sentence, as announcements of errors have it.
std::optional<Naming> find_naming(const std::vector<Token>& tokens, bool anywhere);

// A regulation or statute is named, which an act has given.
bool names_regulation(const std::vector<Token>& tokens, const Naming& naming);

}  // namespace kto::parse
