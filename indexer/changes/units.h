// What happened to the units themselves between two days.
#pragma once

#include <string>
#include <vector>

#include "indexer/changes/changes.h"

namespace kto::changes {

// `covered`: the law of `from` is known at least in part; else what is there on `to` is first known, not new.
std::vector<UnitChange> unit_changes(const law::Catalogue& catalogue, law::Date from, law::Date to, bool covered);

// What ended something: what is known to, else the acts of its last day.
std::vector<law::Provenance> enders_of(const std::optional<law::Provenance>& ended_by, const law::Validity& validity,
                                       const law::Catalogue& catalogue);

// The acts that entered into force on that day, without a place.
std::vector<law::Provenance> acts_of(const law::Catalogue& catalogue, law::Date day);

}  // namespace kto::changes
