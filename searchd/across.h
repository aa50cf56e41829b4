// Across: who does it, over all offices: kinds of units, each with its best wordings and with the units of that kind.
//
//   "rejestracja pojazdów" → Wydział Komunikacji, in 280 offices
//                              1. "rejestrowania pojazdów"            211 units
//                              2. "wydawania dowodów rejestracyjnych" 190 units
//                            Biłgoraj: KM, § 12 pkt 3 · Biała Podlaska: WK, § 20 ust. 1 pkt 4 · …
//
// Wordings, not tasks, are ranked: what 300 offices say in the same words is one finding. A wording stands in the
// answer once; kinds and units name it by its number. What kinds of units are is said in unit_names.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::searchd {

struct AcrossWording {
  std::string text, context;                           // as the first office that has it writes them
  std::vector<std::pair<unsigned, unsigned>> matched;  // [start, end) in Unicode code points of text
  unsigned offices = 0;                                // that have it in force, whatever the kind of unit
  double score = 0;
};

// A unit that does it, by the best wording it has; or, where no act names the unit, an office in which somebody does.
struct AcrossHolder {
  std::string office, office_name;
  std::optional<law::UnitRef> unit;
  std::string post;  // of the task; empty: the unit's own
  std::string task;  // permanent id
  law::Citation citation;
  std::string act;  // number of the act that gave it; may be empty
  law::Role role = law::Role::owner;
  law::Validity validity;
  std::size_t wording = 0;  // number in Across::wordings
  unsigned tasks = 0;       // how many of the wordings found it has
};

struct AcrossGroup {
  struct Said {
    std::size_t wording = 0;  // number in Across::wordings
    unsigned holders = 0;     // units of this kind that have it
  };
  std::string id;                     // names the group in `group=`
  std::string label;                  // the commonest of its names; empty: units that no act names
  std::vector<std::string> names;     // the commonest first, some of them
  unsigned offices = 0, total = 0;    // offices with such units, and those units
  double score = 0;                   // 0 to 1
  std::vector<Said> wordings;         // best first
  std::vector<AcrossHolder> holders;  // one page of `total`, by name of office in Polish order, then by code
  std::optional<unsigned> next;       // where the next page begins; none: this is the last
};

struct Across {
  unsigned offices = 0;                 // asked
  std::vector<std::string> missing;     // offices that could not be asked now
  bool whole = true;                    // false: more wordings may say it than were looked at; counts are of the best
  std::vector<AcrossWording> wordings;  // those that the groups shown name, in order of first mention
  unsigned total = 0;                   // groups in all
  std::vector<AcrossGroup> groups;      // one page of them, best first; of a group asked for that one
  std::optional<unsigned> next;         // where the next page of groups begins
};

}  // namespace kto::searchd
