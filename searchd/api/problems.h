// The problems of the routes, beyond those of the front: what was asked wrongly, and what is not there that day.
#pragma once

#include <string>
#include <vector>

#include "searchd/api/parameters.h"
#include "searchd/front/problem.h"

namespace kto::store {
class Reader;
}

namespace kto::api {

// 400: all faults of a request at once.
front::Problem invalid_parameters(std::vector<front::Fault> faults);

// The same, but 404 with the nearest known names when all that is wrong is that nobody has the office or unit named.
front::Problem refused(std::vector<front::Fault> faults);

// 404: no unit bears the code on the day. Says when one did, else names the codes that look like it.
front::Problem unknown_unit(const UnitsQuery& query, const std::vector<law::Unit>& units_of_all_times);

// Whether what is asked is of one office, none is named, and there are too many to go through (Reader::is_country).
bool needs_office(const store::Reader& index, const std::string& office);
// 422: tells that, and where the offices are found.
front::Problem office_needed();

}  // namespace kto::api
