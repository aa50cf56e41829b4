// Acts and provisions.
#include "searchd/api/law_json.h"

#include "indexer/store/reader.h"

namespace kto::api {
namespace {

using api::to_json;  // beside those below

Json lines_json(const law::Lines& lines) {
  return {lines.first, lines.last};
}

Json to_json(const law::ActRef& act) {
  return {{"number", or_null(act.number)}, {"date", or_null(act.date)}};
}

Json to_json(const ActEntry& entry) {
  const law::ActSummary& act = entry.act;
  return {{"id", entry.slug},
          {"office", entry.office},
          {"number", or_null(act.number)},
          {"kind", or_null(act.kind)},
          {"organ", or_null(act.organ)},
          {"title", or_null(act.title)},
          {"date", or_null(act.date)},
          {"in_force", or_null(act.in_force)},
          {"in_force_rule", or_null(act.in_force_rule)},
          {"amends", act.amends ? to_json(*act.amends) : Json(nullptr)},
          {"repeals", array_of(act.repeals, [](const law::ActRef& one) { return to_json(one); })},
          {"operations", {{"all", act.operations}, {"not_applied", act.not_applied}}},
          {"file", or_null(act.file)}};
}

Json operation_json(const law::Operation& operation) {
  return {{"place", operation.place},
          {"kind", operation.kind},
          {"document", to_json(operation.document)},
          {"targets", operation.targets},
          {"anchor", or_null(operation.anchor)},
          {"effective", or_null(operation.effective)},
          {"lines", lines_json(operation.lines)},
          {"old", or_null(operation.old_text)},
          {"new", or_null(operation.new_text)},
          {"applied", operation.applied},
          {"note", or_null(operation.note)}};
}

Json version_json(const law::ProvisionVersion& version, const ActNames& names) {
  return {{"id", version.id},
          {"citation", law::to_string(version.citation)},
          {"text", version.text},
          {"closing", or_null(version.closing)},
          {"valid", to_json(version.validity)},
          {"made_by", to_json(names.cite(version.made_by))},
          {"ended_by", version.ended_by ? to_json(names.cite(*version.ended_by)) : Json(nullptr)},
          {"file", or_null(version.file)},
          {"lines", lines_json(version.lines)}};
}

Json wording_json(const WordingVersion& wording, const ActNames& names) {
  Json out = version_json(wording.version, names);
  out["words"] = wording.words.empty() ? Json(nullptr) : to_json(wording.words);
  return out;
}

Json to_json(const Renumbering& one, const ActNames& names) {
  return {{"from", law::to_string(one.from)},
          {"to", law::to_string(one.to)},
          {"on", or_null(one.on)},
          {"by", to_json(names.cite(one.by))}};
}

Json history_of(const ProvisionHistory& found, const ActNames& names) {
  const auto operation = [&](const law::Operation& one) {
    Json out{{"by", to_json(names.cite({one.act, one.place}))}};
    out.update(operation_json(one));
    return out;
  };
  return {{"office", found.office},
          {"document", to_json(found.document)},
          {"citation", law::to_string(found.citation)},
          {"as_of", law::to_string(found.as_of)},
          {"versions", array_of(found.versions, [&](const auto& one) { return wording_json(one, names); })},
          {"below", array_of(found.below, [&](const auto& one) { return version_json(one, names); })},
          {"tasks", array_of(found.tasks, [&](const auto& one) { return to_json(one, names); })},
          {"operations", array_of(found.operations, operation)},
          {"unknown", array_of(found.unknown, [&](const auto& one) { return to_json(one, names); })},
          {"renumbered", array_of(found.renumbered, [&](const auto& one) { return to_json(one, names); })}};
}

}  // namespace

NamesOf names_of(const store::Reader& index) {
  NamesOf out;
  for (const store::Office* office : offices_of(index, "")) out.emplace(office->summary.id, *office);
  return out;
}

Json with_basis(Json answer, const Basis& basis) {
  answer["freshness"] = to_json(basis.freshness);
  answer["index"] = basis.index;
  return answer;
}

Json to_json(const law::Document& document) {
  return {{"act", or_null(document.act)}, {"annex", or_null(document.annex)}};
}

Json to_json(const CitedAct& act) {
  return {{"act", act.number}, {"id", or_null(act.slug)}, {"place", or_null(act.place)}};
}

Json to_json(const std::vector<law::Provenance>& by, const ActNames& names) {
  return array_of(by, [&](const law::Provenance& one) { return to_json(names.cite(one)); });
}

Json to_json(const std::vector<changes::Piece>& words) {
  return array_of(words, [](const changes::Piece& piece) {
    return Json{{"what", changes::to_string(piece.kind)}, {"text", piece.text}};
  });
}

Json to_json(const law::UnknownEnd& end, const ActNames& names) {
  return {{"citation", law::to_string(end.citation)},
          {"ended_on", law::to_string(end.ended_on)},
          {"how", end.repealed ? "repealed" : "replaced"},
          {"by", to_json(names.cite(end.ended_by))}};
}

Json to_json(const law::TaskPoint& task, const ActNames& names) {
  return {{"id", task.id},
          {"citation", law::to_string(task.citation)},
          {"text", task.text},
          {"context", or_null(task.context)},
          {"unit", task.unit ? to_json(*task.unit) : Json(nullptr)},
          {"post", or_null(task.post)},
          {"position", task.position},
          {"role", law::to_string(task.role)},
          {"valid", to_json(task.validity)},
          {"made_by", to_json(names.cite(task.made_by))},
          {"ended_by", task.ended_by ? to_json(names.cite(*task.ended_by)) : Json(nullptr)}};
}

Json to_json(const law::Unit& unit, const std::string& office, const ActNames& names) {
  Json out = to_json(office, unit);
  out.erase("act");
  out["made_by"] = unit.act.empty() ? Json(nullptr) : to_json(names.cite({unit.act, unit.place}));
  out["ended_by"] = unit.ended_by ? to_json(names.cite(*unit.ended_by)) : Json(nullptr);
  return out;
}

Json acts_json(const NamedQuery& query, const std::vector<ActEntry>& acts, const Basis& basis) {
  return with_basis({{"query", {{"office", or_null(query.office)}}},
                     {"acts", array_of(acts, [](const ActEntry& one) { return to_json(one); })}},
                    basis);
}

Json act_json(const NamedQuery& query, const ActEntry& act, const std::vector<law::Operation>& operations,
              const Basis& basis) {
  return with_basis({{"query", {{"id", query.name}, {"office", or_null(query.office)}}},
                     {"act", to_json(act)},
                     {"operations", array_of(operations, operation_json)}},
                    basis);
}

Json provisions_json(const ProvisionQuery& query, const std::vector<ProvisionHistory>& found, const NamesOf& names,
                     const Basis& basis) {
  return with_basis(
      {{"query",
        {{"citation", law::to_string(query.citation)},
         {"as_of", law::to_string(query.as_of)},
         {"office", or_null(query.office)}}},
       {"provisions", array_of(found, [&](const auto& one) { return history_of(one, names.at(one.office)); })}},
      basis);
}

Json provision_json(const std::string& id, const ProvisionHistory& found, const NamesOf& names, const Basis& basis) {
  Json version = nullptr;
  for (const WordingVersion& one : found.versions)
    if (one.version.id == id) version = wording_json(one, names.at(found.office));
  return with_basis(
      {{"query", {{"id", id}}}, {"version", version}, {"provision", history_of(found, names.at(found.office))}}, basis);
}

}  // namespace kto::api
