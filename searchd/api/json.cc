#include "searchd/api/json.h"

#include "searchd/api/across_json.h"

namespace kto::api {
namespace {

using api::to_json;  // beside those below
using searchd::Facet;
using searchd::HolderAnswer;

// `found`: also what of it the question holds, and its weight.
JsonText hit_json(const Hit& hit, bool found) {
  const auto& task = hit.task;
  JsonText out{{"id", task.id},
               {"citation", law::to_string(task.citation)},
               {"text", task.text},
               {"context", or_null(task.context)},
               {"post", or_null(task.post)},
               {"role", law::to_string(task.role)}};
  if (found) out.add("matched", to_json(hit.matched));
  out.add("valid", to_json(task.validity));
  const auto& next = hit.upcoming;
  out.add("upcoming",
          next ? JsonText{{"from", law::to_string(next->from)}, {"act", next->act}, {"ends", next->ends}} : nullptr);
  out.add("act", {{"number", hit.act.number},
                  {"date", or_null(hit.act.date)},
                  {"in_force", or_null(hit.act.in_force)},
                  {"place", task.made_by.place}});
  if (found) out.add("score", rounded(hit.score));
  return out;
}

JsonText to_json(const Hit& hit) {
  return hit_json(hit, true);
}

JsonText to_json(const HolderAnswer& answer) {
  JsonText out{{"holder", to_json(answer.holder)},
               {"score", rounded(answer.score)},
               {"tasks", array_of(answer.tasks, [](const Hit& hit) { return to_json(hit); })}};
  if (!answer.apart.empty()) out.add("apart", answer.apart);
  return out;
}

JsonText to_json(const std::vector<HolderAnswer>& answers) {
  return array_of(answers, [](const HolderAnswer& one) { return to_json(one); });
}

JsonText to_json(const searchd::FormerHolder& former) {
  const auto successor = [](const searchd::FormerHolder::Successor& one) {
    JsonText out = to_json(one.unit);
    out.add("certainty", law::to_string(one.certainty));
    out.add("tasks", one.tasks);
    out.add("of", one.of);
    return out;
  };
  return {{"holder", to_json(former.holder)},
          {"ended", law::to_string(former.ended)},
          {"successors", array_of(former.successors, successor)},
          {"tasks", array_of(former.tasks, [](const Hit& hit) { return to_json(hit); })}};
}

JsonText to_json(const std::vector<searchd::UnderstoodWord>& words) {
  JsonText out = JsonText::array();
  for (const auto& word : words)
    out.push_back({{"word", word.word}, {"as", word.as}, {"also", word.also}, {"corrected", word.corrected}});
  return out;
}

JsonText to_json(const std::vector<Facet>& facets) {
  JsonText out = JsonText::array();
  for (const auto& facet : facets) out.push_back({{"value", facet.value}, {"count", facet.count}});
  return out;
}

JsonText to_json(const std::string& office, const std::vector<law::Unit>& units) {
  JsonText out = JsonText::array();
  for (const auto& unit : units) out.push_back(to_json(office, unit));
  return out;
}

JsonText to_json(const Node& node) {
  JsonText out = to_json(node.office, node.unit);
  out.add("posts", to_json(node.office, node.posts));
  out.add("children", array_of(node.children, [](const Node& child) { return to_json(child); }));
  return out;
}

JsonText next_page(const searchd::WhoQuery& query, const searchd::Answer& answer) {
  if (answer.across && !query.group.empty())
    return answer.across->groups.empty() ? JsonText(nullptr) : or_null(answer.across->groups.front().next);
  const unsigned end = query.offset + query.limit;
  return end < answer.total ? JsonText(end) : JsonText(nullptr);
}

JsonText query_json(const UnitsQuery& query) {
  return {{"as_of", law::to_string(query.as_of)}, {"office", or_null(query.office)}};
}

}  // namespace

std::string_view to_string(searchd::Status status) {
  constexpr std::string_view kNames[] = {"answered", "ambiguous", "no_answer", "out_of_coverage"};
  return kNames[static_cast<std::size_t>(status)];
}

JsonText to_json(const searchd::WhoQuery& query, const searchd::Answer& answer) {
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
          {"across", answer.across ? to_json(*answer.across) : JsonText(nullptr)}};
}

JsonText to_json(const searchd::TasksQuery& query, const searchd::TasksAnswer& answer) {
  const auto task = [](const Hit& hit) {
    JsonText out = to_json(hit);
    out.add("holder", to_json(hit.holder));
    if (hit.offices > 0) out.add("offices", hit.offices);
    return out;
  };
  return {{"query",
           {{"q", or_null(query.q)},
            {"as_of", law::to_string(query.as_of)},
            {"office", or_null(query.office)},
            {"unit", or_null(query.unit)},
            {"role", query.role ? JsonText(law::to_string(*query.role)) : JsonText(nullptr)},
            {"limit", query.limit},
            {"offset", query.offset}}},
          {"total", answer.total},
          {"tasks", array_of(answer.tasks, task)},
          {"facets", {{"unit", to_json(answer.by_unit)}, {"role", to_json(answer.by_role)}}},
          {"understood", to_json(answer.understood)},
          {"freshness", to_json(answer.freshness)},
          {"index", answer.index}};
}

JsonText to_json(const UnitsQuery& query, const Structure& structure) {
  JsonText units = JsonText::array();
  for (const auto& root : structure.roots) units.push_back(to_json(root));
  return {{"query", query_json(query)},
          {"covered_from", or_null(structure.basis.covered_from)},
          {"units", units},
          {"freshness", to_json(structure.basis.freshness)},
          {"index", structure.basis.index}};
}

JsonText to_json(const UnitsQuery& query, const UnitDetail& detail) {
  JsonText asked = query_json(query);
  asked.add("code", detail.unit.code);
  return {{"query", asked},
          {"unit", to_json(detail.office, detail.unit)},
          {"parents", to_json(detail.office, detail.parents)},
          {"posts", to_json(detail.office, detail.posts)},
          {"children", to_json(detail.office, detail.children)},
          {"tasks", array_of(detail.tasks, [](const Hit& hit) { return hit_json(hit, false); })},
          {"freshness", to_json(detail.basis.freshness)},
          {"index", detail.basis.index}};
}

}  // namespace kto::api
