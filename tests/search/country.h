// A country in small: more offices than are searched together, which call their units differently.
#pragma once

#include <string>
#include <vector>

#include "tests/support/index.h"

namespace kto::test {

// Offices "o00" to "o44", named "Urząd Gminy …" out of the order of their ids. Every one registers vehicles: those with
// even numbers in a Wydział Komunikacji (KM), the others in a Referat Komunikacji (RK), every fifth in other words. All
// have Straż Gminna (SG) with a wording of its own, which three of them lost at the end of 2023; Biuro Obsługi (BO)
// only cooperates in registering vehicles.
std::vector<law::Catalogue> country();
const TinyIndex& country_index();

}  // namespace kto::test
