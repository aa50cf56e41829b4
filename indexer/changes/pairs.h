// Pairs: which task of the first day is which task of the second.
#pragma once

#include <string>
#include <vector>

#include "indexer/changes/changes.h"

namespace kto::changes {

struct Pair {
  Kind kind = Kind::moved;  // or reworded, or renumbered
  const law::TaskPoint* before = nullptr;
  const law::TaskPoint* after = nullptr;
};

struct Pairing {
  std::vector<Pair> pairs;
  std::vector<const law::TaskPoint*> only_before, only_after;
};

// Two wordings of one unit, neither of which has the citation of the other, are taken for one task reworded when they
// are alike this much or more.
extern const double kReworded;

// The pointers are those given.
Pairing pair_up(const std::vector<const law::TaskPoint*>& before, const std::vector<const law::TaskPoint*>& after);

// The provision a task is, whatever its day: its id without the first day.
std::string place_of(const law::TaskPoint& task);

// The words that are compared: the lead-in of a lettered point and the point.
std::string wording_of(const law::TaskPoint& task);

}  // namespace kto::changes
