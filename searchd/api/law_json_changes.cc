// Changes between days, the history of a unit, and what a mark led to.
#include "indexer/store/reader.h"
#include "searchd/api/law_json.h"

namespace kto::api {
namespace {

using api::to_json;  // beside those below

Json former_json(const std::optional<law::UnknownEnd>& former, const ActNames& names) {
  return former ? to_json(*former, names) : Json(nullptr);
}

Json counts_json(const changes::Changes& changes) {
  Json out;
  for (const auto kind : {changes::Kind::moved, changes::Kind::reworded, changes::Kind::renumbered, changes::Kind::came,
                          changes::Kind::first_known, changes::Kind::went}) {
    unsigned count = 0;
    for (const changes::TaskChange& change : changes.tasks) count += change.kind == kind ? 1 : 0;
    out[std::string(changes::to_string(kind))] = count;
  }
  return out;
}

Json chapter_json(const changes::Chapter& chapter, const std::string& office, const ActNames& names) {
  return {{"code", or_null(chapter.code)},
          {"name", or_null(chapter.name)},
          {"position", or_null(chapter.position)},
          {"units", array_of(chapter.units, [&](const auto& one) { return to_json(one, office, names); })},
          {"tasks", array_of(chapter.tasks, [&](const auto& one) { return to_json(one, names); })}};
}

Json office_changes_json(const OfficeChanges& one, const ActNames& names) {
  const changes::Changes& all = one.changes;
  const bool has_days = !all.acts.empty() || all.known_from;
  return {{"office", one.office},
          {"from", has_days ? Json(law::to_string(all.from)) : Json(nullptr)},
          {"to", has_days ? Json(law::to_string(all.to)) : Json(nullptr)},
          {"known_from", or_null(all.known_from)},
          {"acts", array_of(all.acts,
                            [&](const std::string& id) {
                              return to_json(names.cite({id, ""}));
                            })},
          {"counts", counts_json(all)},
          {"units", array_of(one.chapters, [&](const auto& each) { return chapter_json(each, one.office, names); })},
          {"unknown", array_of(all.unknown, [&](const auto& end) { return to_json(end, names); })}};
}

Json to_json(const law::Succession& one, const ActNames& names) {
  return {{"on", law::to_string(one.on)},
          {"from", one.from},
          {"to", one.to},
          {"certainty", law::to_string(one.certainty)},
          {"reasons", array_of(one.reasons, [](auto reason) { return Json(law::to_string(reason)); })},
          {"tasks", one.tasks},
          {"of", one.of},
          {"by", to_json(one.by, names)}};
}

Json to_json(const UnitHistory& history, const ActNames& names) {
  const auto listing = [&](const law::Unit& unit) { return to_json(unit, history.office, names); };
  const auto day = [&](const HistoryDay& one) {
    return Json{{"on", law::to_string(one.on)},
                {"units", array_of(one.units, [&](const auto& each) { return to_json(each, history.office, names); })},
                {"tasks", array_of(one.tasks, [&](const auto& each) { return to_json(each, names); })}};
  };
  const auto succession = [&](const law::Succession& one) { return to_json(one, names); };
  return {{"office", history.office},
          {"code", history.code},
          {"listings", array_of(history.listings, listing)},
          {"days", array_of(history.days, day)},
          {"predecessors", array_of(history.predecessors, succession)},
          {"successors", array_of(history.successors, succession)}};
}

Json to_json(const Waypoint& point) {
  return {{"code", point.unit ? Json(point.unit->code) : Json(nullptr)},
          {"name", point.unit ? or_null(point.unit->name) : Json(nullptr)},
          {"kind", point.unit ? Json(law::to_string(point.unit->kind)) : Json(nullptr)},
          {"citation", point.task ? Json(law::to_string(point.task->citation)) : Json(nullptr)},
          {"id", point.task ? Json(point.task->id) : Json(nullptr)},
          {"text", point.task ? Json(point.task->text) : Json(nullptr)}};
}

Json to_json(const Onward& onward) {
  Json out = to_json(onward.at);
  out["certainty"] = law::to_string(onward.certainty);
  out["reasons"] = array_of(onward.reasons, [](auto reason) { return Json(law::to_string(reason)); });
  out["tasks"] = onward.tasks;
  out["of"] = onward.of;
  return out;
}

Json to_json(const ChainStep& step, const ActNames& names) {
  return {{"on", law::to_string(step.on)},
          {"what", to_string(step.kind)},
          {"from", to_json(step.from)},
          {"to", array_of(step.to, [](const Onward& one) { return to_json(one); })},
          {"by", to_json(step.by, names)}};
}

Json to_json(const Resolution& one, const ActNames& names) {
  const auto holder = [](const searchd::Holder& each) { return to_json(each); };
  return {{"office", one.office},
          {"known", to_string(one.known)},
          {"day", law::to_string(one.day)},
          {"code", or_null(one.code)},
          {"holders", array_of(one.holders, holder)},
          {"tasks", array_of(one.tasks, [&](const auto& task) { return to_json(task, names); })},
          {"steps", array_of(one.chain.steps, [&](const auto& step) { return to_json(step, names); })},
          {"today", array_of(one.today, holder)}};
}

Json read_as_json(const ReadAs& read_as) {
  const auto& mark = read_as.mark;
  const char* kind = read_as.citation ? "citation" : mark ? "case_mark" : "code";
  return {{"kind", kind},
          {"citation", read_as.citation ? Json(law::to_string(*read_as.citation)) : Json(nullptr)},
          {"code", or_null(read_as.code)},
          {"class", mark ? Json(mark->file_class) : Json(nullptr)},
          {"number", mark ? Json(mark->number) : Json(nullptr)},
          {"year", mark ? Json(mark->year) : Json(nullptr)},
          {"rest", mark ? or_null(mark->rest) : Json(nullptr)}};
}

}  // namespace

Json to_json(const changes::TaskChange& change, const ActNames& names) {
  const auto side = [&](const std::optional<law::TaskPoint>& task) {
    return task ? to_json(*task, names) : Json(nullptr);
  };
  return {{"what", changes::to_string(change.kind)},
          {"before", side(change.before)},
          {"after", side(change.after)},
          {"words", change.words.empty() ? Json(nullptr) : to_json(change.words)},
          {"by", to_json(change.by, names)},
          {"former", former_json(change.former, names)}};
}

Json to_json(const changes::UnitChange& change, const std::string& office, const ActNames& names) {
  const auto side = [&](const std::optional<law::Unit>& unit) {
    return unit ? to_json(*unit, office, names) : Json(nullptr);
  };
  return {{"what", changes::to_string(change.kind)},
          {"before", side(change.before)},
          {"after", side(change.after)},
          {"by", to_json(change.by, names)},
          {"former", former_json(change.former, names)}};
}

Json changes_json(const ChangesQuery& query, const std::vector<OfficeChanges>& offices, const NamesOf& names,
                  const Basis& basis) {
  const bool by_act = !query.act.empty();
  return with_basis(
      {{"query",
        {{"from", by_act ? Json(nullptr) : Json(law::to_string(query.from))},
         {"to", by_act ? Json(nullptr) : Json(law::to_string(query.to))},
         {"act", or_null(query.act)},
         {"office", or_null(query.office)}}},
       {"offices", array_of(offices, [&](const auto& one) { return office_changes_json(one, names.at(one.office)); })}},
      basis);
}

Json history_json(const NamedQuery& query, const std::vector<UnitHistory>& found, const NamesOf& names,
                  const Basis& basis) {
  return with_basis(
      {{"query", {{"code", query.name}, {"office", or_null(query.office)}}},
       {"histories", array_of(found, [&](const auto& one) { return to_json(one, names.at(one.office)); })}},
      basis);
}

Json resolve_json(const ResolveQuery& query, const Resolved& resolved, const NamesOf& names, const Basis& basis) {
  return with_basis(
      {{"query", {{"mark", query.mark}, {"as_of", law::to_string(resolved.as_of)}, {"office", or_null(query.office)}}},
       {"read_as", read_as_json(resolved.read_as)},
       {"resolutions",
        array_of(resolved.resolutions, [&](const auto& one) { return to_json(one, names.at(one.office)); })},
       {"today", law::to_string(resolved.today)}},
      basis);
}

}  // namespace kto::api
