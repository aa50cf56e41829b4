#include "tests/api/law_office.h"

#include <stdexcept>

#include "indexer/changes/successors.h"
#include "indexer/corpus/office_law.h"
#include "searchd/api/law_routes.h"
#include "searchd/front/router.h"
#include "searchd/front/target.h"
#include "tests/support/index.h"

namespace kto::test {
namespace {

std::vector<law::Catalogue> catalogues() {
  std::vector<law::Catalogue> out;
  for (const auto& source : corpus::read_corpus("corpus")) {
    out.push_back(to_catalogue(corpus::read_law(source)));
    out.back().successions = changes::successions(out.back());
  }
  return out;
}

const front::Router& router() {
  static const TinyIndex index(catalogues());
  static const front::Router kRouter = [] {
    api::Service service;
    service.reader = [] { return std::shared_ptr<const store::Reader>(&index.reader(), [](const auto*) {}); };
    service.clock = [] { return day("2026-11-24"); };
    front::Router out;
    api::add_law_routes(out, service);
    return out;
  }();
  return kRouter;
}

}  // namespace

front::Response ask_law(const std::string& target, const std::string& if_none_match) {
  front::Request request;
  const std::string path(front::path_of(target));
  request.path = front::percent_decode(path, false);
  request.parameters = front::parameters(front::query_of(target));
  if (!if_none_match.empty()) request.headers["if-none-match"] = if_none_match;
  return router().answer(request, path);
}

nlohmann::json law_answer(const std::string& target) {
  const front::Response response = ask_law(target);
  if (response.status != 200) throw std::runtime_error(target + ": " + response.body);
  return nlohmann::json::parse(response.body);
}

std::string law_problem(const std::string& target) {
  const front::Response response = ask_law(target);
  const auto problem = nlohmann::json::parse(response.body);
  std::string out = std::to_string(response.status);
  for (const auto& fault : problem["errors"])
    out += " " + fault["field"].get<std::string>() + ":" + fault["code"].get<std::string>();
  if (!problem.contains("nearest")) return out;
  std::string near;
  for (const auto& one : problem["nearest"]) near += (near.empty() ? "" : ", ") + one.get<std::string>();
  return out + " [" + near + "]";
}

std::string cited(const nlohmann::json& by) {
  std::string out;
  for (const auto& one : by)
    out += (out.empty() ? "" : "; ") + one["act"].get<std::string>() + " " +
           (one["place"].is_null() ? "-" : one["place"].get<std::string>());
  return out;
}

}  // namespace kto::test
