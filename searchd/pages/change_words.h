// Words for changes: what happened to a task or a unit, in Polish; one place for the page of changes and the history of
// a unit.
#pragma once

#include <array>
#include <string>

#include "searchd/api/change_list.h"

namespace kto::pages {

// In the order in which a reader asks: what is to be done now that was not, then what is not.
inline constexpr std::array kKindsShown = {changes::Kind::came, changes::Kind::moved,      changes::Kind::reworded,
                                           changes::Kind::went, changes::Kind::renumbered, changes::Kind::first_known};

// "Nowe zadania"
std::string kind_words(changes::Kind kind);

// "Nowa w strukturze.", "Inna nazwa: „a” → „b”"; of a head post behind its name.
std::string unit_change_words(const changes::UnitChange& change);

}  // namespace kto::pages
