// CSV: one task point a line, under a line of names. How cells are written: csv.h.
//
//   office,id,citation,text,…
//   lublin,lublin-par16-…,§ 16 ust. 1 pkt 8,administrowania systemem poczty elektronicznej,…
#include <array>

#include "searchd/api/csv.h"
#include "searchd/api/export_form.h"

namespace kto::api {
namespace {

constexpr std::array kColumns = {"office",    "id",         "citation",   "text",     "context", "unit_code",
                                 "unit_name", "unit_kind",  "inferred",   "reason",   "post",    "position",
                                 "role",      "valid_from", "valid_to",   "act",      "place",   "ended_by",
                                 "ended_at",  "file",       "first_line", "last_line"};

front::Pieces begin(const ExportContext& context) {
  std::array<std::string, kColumns.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kColumns[i];
  return once(context.query.csv.begin() + csv_line(names, context.query.csv.between()));
}

std::string row(const store::StoredTask& stored, const ExportContext& context) {
  const auto& task = stored.task;
  const auto unit = task.unit.value_or(law::UnitRef{});
  const auto ended_by = task.ended_by.value_or(law::Provenance{});
  const std::array<std::string, kColumns.size()> cells = {stored.office,
                                                          task.id,
                                                          law::to_string(task.citation),
                                                          task.text,
                                                          task.context,
                                                          unit.code,
                                                          unit.name,
                                                          task.unit ? std::string(law::to_string(unit.kind)) : "",
                                                          task.inferred ? "1" : "0",
                                                          task.unit_reason,
                                                          task.post,
                                                          task.position,
                                                          std::string(law::to_string(task.role)),
                                                          law::to_string(task.validity.from),
                                                          task.validity.to ? law::to_string(*task.validity.to) : "",
                                                          task.made_by.act,
                                                          task.made_by.place,
                                                          ended_by.act,
                                                          ended_by.place,
                                                          task.file,
                                                          std::to_string(task.lines.first),
                                                          std::to_string(task.lines.last)};
  return csv_line(cells, context.query.csv.between());
}

std::string end(const ExportContext&) {
  return "";
}

}  // namespace

const ExportForm kCsvForm{begin, row, end};

}  // namespace kto::api
