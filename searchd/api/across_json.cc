#include "searchd/api/across_json.h"

#include "searchd/api/utf8.h"

namespace kto::api {
namespace {

using api::to_json;  // beside those below

constexpr std::size_t kShown = 40;  // letters of what was typed: a sentence is to be read

JsonText to_json(const searchd::AcrossWording& wording) {
  return {{"text", wording.text},
          {"context", or_null(wording.context)},
          {"matched", to_json(wording.matched)},
          {"offices", wording.offices},
          {"score", rounded(wording.score)}};
}

JsonText to_json(const searchd::AcrossHolder& holder) {
  const auto& unit = holder.unit;
  return {{"office", holder.office},
          {"office_name", holder.office_name},
          {"code", unit ? JsonText(unit->code) : JsonText(nullptr)},
          {"name", unit ? or_null(unit->name) : JsonText(nullptr)},
          {"kind", unit ? JsonText(law::to_string(unit->kind)) : JsonText(nullptr)},
          {"post", or_null(holder.post)},
          {"role", law::to_string(holder.role)},
          {"wording", holder.wording},
          {"task", holder.task},
          {"citation", law::to_string(holder.citation)},
          {"act", or_null(holder.act)},
          {"valid", to_json(holder.validity)},
          {"tasks", holder.tasks}};
}

JsonText to_json(const searchd::AcrossGroup& group) {
  const auto said = [](const searchd::AcrossGroup::Said& one) {
    return JsonText{{"wording", one.wording}, {"holders", one.holders}};
  };
  return {{"id", group.id},
          {"label", or_null(group.label)},
          {"names", group.label.empty() ? JsonText::array() : JsonText(group.names)},
          {"offices", group.offices},
          {"total", group.total},
          {"score", rounded(group.score)},
          {"wordings", array_of(group.wordings, said)},
          {"holders", array_of(group.holders, [](const searchd::AcrossHolder& one) { return to_json(one); })},
          {"next", or_null(group.next)}};
}

}  // namespace

JsonText to_json(const searchd::Across& across) {
  return {{"offices", across.offices},
          {"missing", across.missing},
          {"whole", across.whole},
          {"wordings", array_of(across.wordings, [](const searchd::AcrossWording& one) { return to_json(one); })},
          {"total", across.total},
          {"groups", array_of(across.groups, [](const searchd::AcrossGroup& one) { return to_json(one); })},
          {"next", or_null(across.next)}};
}

bool lacks_group(const searchd::WhoQuery& query, const searchd::Answer& answer) {
  return !query.group.empty() && answer.across && answer.across->total > 0 && answer.across->groups.empty();
}

front::Problem unknown_group(const std::string& group) {
  front::Problem problem;
  problem.status = 404;
  problem.type = "urn:problem-type:kto:unknown-group";
  problem.title = "Nie ma takiego rodzaju komórek";
  problem.detail = "Odpowiedź na to pytanie nie ma rodzaju komórek „" + clipped(group, kShown) +
                   "”. Rodzaje wymienia odpowiedź bez group.";
  problem.errors = {{"group", "unknown-group", problem.detail}};
  return problem;
}

}  // namespace kto::api
