// Groups: wordings found over all offices → kinds of units, ranked as units of one office are.
//
// A wording speaks for each kind of unit that has it, with what the names of that kind hold of the question and no
// other name. Then kinds are ranked by the rules of rank.h. A wording that weighs less than half of the best and
// holds less of the question says something else: it speaks for nobody, and who has it alone is not told.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/store/wording.h"
#include "searchd/rank.h"
#include "searchd/search_words.h"
#include "searchd/unit_names.h"

namespace kto::searchd {

struct UnitsOfAKind {
  // A unit with the best wording it has; a unit without a name stands for all such of its office.
  struct Member {
    std::size_t match = 0;                         // number of the wording among the matches
    const store::WordingHolder* holder = nullptr;  // lives as long as the matches
    unsigned tasks = 0;                            // how many of the group's wordings it has
  };
  struct Said {
    std::size_t match = 0;
    unsigned holders = 0;
  };
  KindOfUnit kind;
  std::vector<Said> said;       // best first
  std::vector<Member> members;  // no unit twice, and none in two groups
  unsigned offices = 0;
};

// In one order, best first.
struct Groups {
  std::vector<Ranked> ranked;  // their wordings as points; `code` is the kind's id
  std::vector<UnitsOfAKind> units;
};

// A kind that only helps with a wording comes after one that does it.
Groups grouped(const store::WordingMatches& found, const Question& question, const text::Analyser& analyser);

}  // namespace kto::searchd
