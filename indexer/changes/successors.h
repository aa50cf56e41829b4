// Successors: who took over from a unit on the day it is listed no longer. No act says so in one sentence; it is read
// from what the acts of that day did:
//
//   same_tasks   tasks of the old unit are tasks of the new one: moved (changes.h), or moved and reworded
//   same_name    a unit of that kind and name is new that day, under another code
//   same_place   a unit is new that day where the old one was listed
//   unit_above   none of these, and the unit it was part of goes on
//
//   certain      the same name, or all tasks of the old unit
//   likely       half of its tasks or more, or some of them and the same place
//   possible     anything less
//
// Why these, and what was rejected: docs/decisions/0011. A pure function of a catalogue.
#pragma once

#include <string>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::changes {

// By day, then by the old unit's place in the catalogue; of one unit the surest first, then who has most of its tasks.
// A unit none of whose successors can be told has none here.
std::vector<law::Succession> successions(const law::Catalogue& catalogue);

}  // namespace kto::changes
