#include "indexer/catalogue/rows.h"

#include <algorithm>

namespace kto::catalogue {
Row task_row(const std::string& office, const law::TaskPoint& task) {
  return {{"office", office},
          {"id", task.id},
          {"citation", law::to_string(task.citation)},
          {"text", task.text},
          {"context", null_or(task.context)},
          {"unit", null_or(task.unit)},
          {"inferred", task.inferred ? Row(task.unit_reason) : Row(false)},
          {"reason", task.inferred ? Row(nullptr) : null_or(task.unit_reason)},
          {"post", null_or(task.post)},
          {"position", task.position},
          {"role", law::to_string(task.role)},
          {"valid_from", law::to_string(task.validity.from)},
          {"valid_to", null_or(task.validity.to)},
          {"act", task.made_by.act},
          {"place", task.made_by.place},
          {"ended_by", null_or(task.ended_by)},
          {"file", task.file},
          {"lines", row_of(task.lines)}};
}

Row unit_row(const std::string& office, const law::Unit& unit) {
  return {{"office", office},
          {"id", unit.id},
          {"code", unit.code},
          {"name", null_or(unit.name)},
          {"kind", law::to_string(unit.kind)},
          {"parent", unit.parent ? Row(*unit.parent) : Row(nullptr)},
          {"valid_from", law::to_string(unit.validity.from)},
          {"valid_to", null_or(unit.validity.to)},
          {"act", unit.act},
          {"place", null_or(unit.place)},
          {"listed_at", null_or(unit.listed_at)},
          {"ended_by", null_or(unit.ended_by)},
          {"inferred", false_or(unit.inferred)}};
}

Row provision_row(const std::string& office, const law::ProvisionVersion& version) {
  return {{"office", office},
          {"id", version.id},
          {"document", row_of(version.document)},
          {"citation", law::to_string(version.citation)},
          {"text", version.text},
          {"closing", null_or(version.closing)},
          {"valid_from", law::to_string(version.validity.from)},
          {"valid_to", null_or(version.validity.to)},
          {"act", version.made_by.act},
          {"place", version.made_by.place},
          {"ended_by", null_or(version.ended_by)},
          {"file", version.file},
          {"lines", row_of(version.lines)}};
}

Row operation_row(const std::string& office, const law::Operation& operation) {
  return {{"office", office},
          {"act", operation.act},
          {"place", operation.place},
          {"kind", operation.kind},
          {"targets", operation.targets},
          {"anchor", null_or(operation.anchor)},
          {"document", row_of(operation.document)},
          {"effective", null_or(operation.effective)},
          {"lines", row_of(operation.lines)},
          {"old", null_or(operation.old_text)},
          {"new", null_or(operation.new_text)},
          {"applied", operation.applied},
          {"note", null_or(operation.note)}};
}

Row typed_office_row(const OfficeNames& office) {
  Row accessibility = Row::object();
  for (const auto& [field, said] : office.details.accessibility) accessibility[field] = said;
  return {{"type", "office"},
          {"office", office.id},
          {"name", office.name},
          {"example", office.example},
          {"information_desk", null_or(office.details.information_desk)},
          {"accessibility", accessibility}};
}

Row typed_act_row(const std::string& office, const law::ActSummary& act) {
  Row repeals = Row::array();
  for (const law::ActRef& repealed : act.repeals) repeals.push_back(row_of(repealed));
  return {{"type", "act"},
          {"office", office},
          {"id", act.id},
          {"number", null_or(act.number)},
          {"kind", null_or(act.kind)},
          {"organ", null_or(act.organ)},
          {"date", null_or(act.date)},
          {"in_force", null_or(act.in_force)},
          {"in_force_rule", null_or(act.in_force_rule)},
          {"title", null_or(act.title)},
          {"amends", act.amends ? row_of(*act.amends) : Row(nullptr)},
          {"repeals", repeals},
          {"file", null_or(act.file)},
          {"operations", act.operations},
          {"not_applied", act.not_applied}};
}

Row typed_unknown_end_row(const std::string& office, const law::UnknownEnd& end) {
  return {{"type", "unknown_end"},
          {"office", office},
          {"document", row_of(end.document)},
          {"citation", law::to_string(end.citation)},
          {"ended_on", law::to_string(end.ended_on)},
          {"ended_by", null_or(std::optional(end.ended_by))},
          {"repealed", end.repealed}};
}

Row typed_text_row(const std::string& office, const std::string& act, const TextPart& part) {
  return {{"type", "text"}, {"office", office}, {"act", act}, {"part", part.number}, {"text", part.text}};
}

std::vector<TextPart> parts_of(std::string_view text) {
  const auto is_inside_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  std::vector<TextPart> out;
  do {
    std::size_t length = std::min(text.size(), kTextPart);
    for (int back = 0; back < 3 && length < text.size() && is_inside_letter(text[length]); ++back) --length;
    out.push_back({static_cast<unsigned>(out.size()), std::string(text.substr(0, length))});
    text.remove_prefix(length);
  } while (!text.empty());
  return out;
}

Row typed(const char* type, const Row& row) {
  Row out = {{"type", type}};
  out.update(row);
  return out;
}

std::string to_line(const Row& row) {
  return row.dump(-1, ' ', false, Row::error_handler_t::replace);
}

}  // namespace kto::catalogue
