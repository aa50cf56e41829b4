#include "searchd/pages/problem_page.h"

#include "searchd/pages/address.h"
#include "searchd/pages/view.h"

namespace kto::pages {

Data problem_view(const front::Problem& problem, law::Date as_of) {
  const auto words = front::plain_problem(problem.status);
  const std::string heading = problem.title.empty() ? words.title : problem.title;
  Data data = frame_view({heading + " – kto", "", {as_of}, nullptr, false, false});
  data.set("heading", heading);
  data.set("detail", problem.detail.empty() ? words.detail : problem.detail);
  // A single fault is the detail itself.
  data.set("has_faults", problem.errors.size() > 1);
  data.set("faults", faults_view(problem.errors));
  kainjow::mustache::list nearest;
  for (const auto& code : problem.nearest) {
    Data one;
    one.set("code", code);
    one.set("address", unit_address(code, {as_of}));
    nearest.push_back(one);
  }
  data.set("has_nearest", !problem.nearest.empty());
  data.set("nearest", nearest);
  return data;
}

}  // namespace kto::pages
