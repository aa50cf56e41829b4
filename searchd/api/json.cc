#include "searchd/api/json.h"

#include "searchd/api/across_json.h"

namespace kto::api {
namespace {

using api::to_json;  // beside those below
using searchd::Facet;
using searchd::HolderAnswer;

Json to_json(const Hit& hit) {
  const auto& task = hit.task;
  Json upcoming = nullptr;
  if (hit.upcoming)
    upcoming = {{"from", law::to_string(hit.upcoming->from)}, {"act", hit.upcoming->act}, {"ends", hit.upcoming->ends}};
  return {{"id", task.id},
          {"citation", law::to_string(task.citation)},
          {"text", task.text},
          {"context", or_null(task.context)},
          {"post", or_null(task.post)},
          {"role", law::to_string(task.role)},
          {"matched", to_json(hit.matched)},
          {"valid", to_json(task.validity)},
          {"upcoming", upcoming},
          {"act",
           {{"number", hit.act.number},
            {"date", or_null(hit.act.date)},
            {"in_force", or_null(hit.act.in_force)},
            {"place", task.made_by.place}}},
          {"score", rounded(hit.score)}};
}

Json to_json(const std::vector<HolderAnswer>& answers) {
  Json out = Json::array();
  for (const auto& answer : answers) {
    Json tasks = Json::array();
    for (const auto& hit : answer.tasks) tasks.push_back(to_json(hit));
    out.push_back({{"holder", to_json(answer.holder)}, {"score", rounded(answer.score)}, {"tasks", tasks}});
    if (!answer.apart.empty()) out.back()["apart"] = answer.apart;
  }
  return out;
}

Json to_json(const searchd::FormerHolder& former) {
  const auto successor = [](const searchd::FormerHolder::Successor& one) {
    Json out = to_json(one.unit);
    out["certainty"] = law::to_string(one.certainty);
    out["tasks"] = one.tasks;
    out["of"] = one.of;
    return out;
  };
  return {{"holder", to_json(former.holder)},
          {"ended", law::to_string(former.ended)},
          {"successors", array_of(former.successors, successor)},
          {"tasks", array_of(former.tasks, [](const Hit& hit) { return to_json(hit); })}};
}

Json to_json(const std::vector<searchd::UnderstoodWord>& words) {
  Json out = Json::array();
  for (const auto& word : words)
    out.push_back({{"word", word.word}, {"as", word.as}, {"also", word.also}, {"corrected", word.corrected}});
  return out;
}

Json to_json(const std::vector<Facet>& facets) {
  Json out = Json::array();
  for (const auto& facet : facets) out.push_back({{"value", facet.value}, {"count", facet.count}});
  return out;
}

Json to_json(const std::string& office, const std::vector<law::Unit>& units) {
  Json out = Json::array();
  for (const auto& unit : units) out.push_back(to_json(office, unit));
  return out;
}

Json to_json(const Node& node) {
  Json out = to_json(node.office, node.unit);
  out["posts"] = to_json(node.office, node.posts);
  auto& children = out["children"] = Json::array();
  for (const auto& child : node.children) children.push_back(to_json(child));
  return out;
}

Json next_page(const searchd::WhoQuery& query, const searchd::Answer& answer) {
  if (answer.across && !query.group.empty())
    return answer.across->groups.empty() ? Json(nullptr) : or_null(answer.across->groups.front().next);
  const unsigned end = query.offset + query.limit;
  return end < answer.total ? Json(end) : Json(nullptr);
}

Json query_json(const UnitsQuery& query) {
  return {{"as_of", law::to_string(query.as_of)}, {"office", or_null(query.office)}};
}

}  // namespace

std::string_view to_string(searchd::Status status) {
  constexpr std::string_view kNames[] = {"answered", "ambiguous", "no_answer", "out_of_coverage"};
  return kNames[static_cast<std::size_t>(status)];
}

Json to_json(const searchd::WhoQuery& query, const searchd::Answer& answer) {
  return {{"query",
           {{"q", query.q},
            {"as_of", law::to_string(query.as_of)},
            {"office", or_null(query.office)},
            {"unit", or_null(query.unit)},
            {"exact", or_null(query.as_typed.exact)},
            {"without", or_null(query.as_typed.without)},
            {"group", or_null(query.group)},
            {"limit", query.limit},
            {"offset", query.offset}}},
          {"status", to_string(answer.status)},
          {"answers", to_json(answer.answers)},
          {"related", to_json(answer.related)},
          {"former", array_of(answer.former, [](const searchd::FormerHolder& one) { return to_json(one); })},
          {"did_you_mean", or_null(answer.did_you_mean)},
          {"understood", to_json(answer.understood)},
          {"freshness", to_json(answer.freshness)},
          {"index", answer.index},
          {"total", answer.total},
          {"next", next_page(query, answer)},
          {"across", answer.across ? to_json(*answer.across) : Json(nullptr)}};
}

Json to_json(const searchd::TasksQuery& query, const searchd::TasksAnswer& answer) {
  Json tasks = Json::array();
  for (const auto& hit : answer.tasks) {
    tasks.push_back(to_json(hit));
    tasks.back()["holder"] = to_json(hit.holder);
    if (hit.offices > 0) tasks.back()["offices"] = hit.offices;
  }
  return {{"query",
           {{"q", or_null(query.q)},
            {"as_of", law::to_string(query.as_of)},
            {"office", or_null(query.office)},
            {"unit", or_null(query.unit)},
            {"role", query.role ? Json(law::to_string(*query.role)) : Json(nullptr)},
            {"limit", query.limit},
            {"offset", query.offset}}},
          {"total", answer.total},
          {"tasks", tasks},
          {"facets", {{"unit", to_json(answer.by_unit)}, {"role", to_json(answer.by_role)}}},
          {"understood", to_json(answer.understood)},
          {"freshness", to_json(answer.freshness)},
          {"index", answer.index}};
}

Json to_json(const UnitsQuery& query, const Structure& structure) {
  Json units = Json::array();
  for (const auto& root : structure.roots) units.push_back(to_json(root));
  return {{"query", query_json(query)},
          {"covered_from", or_null(structure.basis.covered_from)},
          {"units", units},
          {"freshness", to_json(structure.basis.freshness)},
          {"index", structure.basis.index}};
}

Json to_json(const UnitsQuery& query, const UnitDetail& detail) {
  Json asked = query_json(query);
  asked["code"] = detail.unit.code;
  Json tasks = Json::array();
  for (const auto& hit : detail.tasks) {
    tasks.push_back(to_json(hit));
    tasks.back().erase("matched");
    tasks.back().erase("score");
  }
  return {{"query", asked},
          {"unit", to_json(detail.office, detail.unit)},
          {"parents", to_json(detail.office, detail.parents)},
          {"posts", to_json(detail.office, detail.posts)},
          {"children", to_json(detail.office, detail.children)},
          {"tasks", tasks},
          {"freshness", to_json(detail.basis.freshness)},
          {"index", detail.basis.index}};
}

}  // namespace kto::api
