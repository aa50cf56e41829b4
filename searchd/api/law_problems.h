// The 404s of the routes that show the law over time: each names the nearest that are known.
#pragma once

#include <string>

#include "searchd/api/law_parameters.h"

namespace kto::store {
class Reader;
}

namespace kto::api {

// No act gives or changes such a provision.
front::Problem unknown_citation(const store::Reader& index, const std::string& office, const law::Citation& citation);
// No version of a provision has the id.
front::Problem unknown_provision(const std::string& id);
front::Problem unknown_act(const store::Reader& index, const std::string& office, const std::string& name);
// Nobody ever bore the code.
front::Problem unknown_code(const store::Reader& index, const std::string& office, const std::string& code);
// The offices meant have more tasks than are compared while somebody waits: 422.
front::Problem too_many_tasks();

}  // namespace kto::api
