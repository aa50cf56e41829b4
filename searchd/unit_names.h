// UnitNames: which names of units are names of the same kind of unit, across offices.
//
//   "Wydział Komunikacji", "Referat komunikacji", "Wydział Komunikacji i Dróg"            → one kind, "Wydział
//   Komunikacji" "Urząd Stanu Cywilnego", "Referat ds. Stanu Cywilnego", "Urząd Stanu Cywilnego, stanowisko 2"  → one
//   kind
//
// The rule. A name is the set of its words as the dictionary has them, whatever their case and inflection, without the
// words of its form (wydział, referat, stanowisko do spraw …), stop words and numbers. Names with the same set are one
// kind, and so are those that differ only by the kind of office they name (Straż Miejska, Straż Gminna). Then kinds are
// taken from the commonest on; one whose words are all among those of a commoner kind, or the other way round, joins
// the one it shares most words with. Only the kind's own words decide that, so that kinds do not join in a chain. The
// label of a kind is the commonest of its names, as an office writes it: nothing is made up.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "indexer/text/analysis.h"

namespace kto::searchd {

struct CountedName {
  std::string name;  // as written; empty: no act names the unit
  unsigned units = 0;
};

struct KindOfUnit {
  std::string id;                  // of its words: "cywilny_stan"; of units without a name "_"
  std::string label;               // empty: units that no act names
  std::vector<std::string> names;  // all that were given, the commonest first
  std::set<std::string> words;     // of all its names, as the dictionary has them
  unsigned units = 0;
};

struct KindsOfUnits {
  std::vector<KindOfUnit> kinds;      // the commonest first
  std::vector<std::size_t> of_names;  // for each name given, the number of its kind
};

// No name twice.
KindsOfUnits kinds_of_units(const text::Analyser& analyser, const std::vector<CountedName>& names);

}  // namespace kto::searchd
