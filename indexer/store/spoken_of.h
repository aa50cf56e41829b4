// Units that a task speaks of by the number of their § alone. Inside this room only.
//
//   § 22g pkt 1: nadzór nad … referatem, o którym mowa w § 22h   and § 22h begins with the tasks of the
//   referat ds. wsparcia technicznego                            → that name, for § 22g pkt 1
//
// The task is then found by the name too, which weighs as that of its own unit does; what is shown stays as it is.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/law/catalogue.h"
#include "indexer/store/query.h"

namespace kto::store {

// The names of the units whose lists stand first under the provisions that "o którym mowa w §" names, on any day on
// which the task is law; ranges ("§ 22b-22e") are read, references to other acts are not. `tasks`: all of the office,
// by citation.
std::set<std::string> units_spoken_of(const law::TaskPoint& task, const std::vector<StoredTask>& tasks);

}  // namespace kto::store
