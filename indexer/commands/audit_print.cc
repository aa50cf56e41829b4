#include "indexer/commands/audit_print.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "indexer/commands/table.h"

namespace kto::commands {
namespace {

using law::Severity;

constexpr std::size_t kIndent = 2;
constexpr std::array<Severity, 3> kSeverities{Severity::error, Severity::warning, Severity::info};

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string_view name_of(Severity severity) {
  return severity == Severity::info ? "note" : law::to_string(severity);
}

std::string source_of(const Place& place) {
  if (place.file.empty()) return {};
  return place.line == 0 ? place.file : place.file + ":" + std::to_string(place.line);
}

Row place_row(const Place& place) {
  return {{"citation", place.citation.empty() ? Row(nullptr) : Row(place.citation)},
          {"file", place.file.empty() ? Row(nullptr) : Row(place.file)},
          {"line", place.line == 0 ? Row(nullptr) : Row(place.line)}};
}

void print_rule(std::ostream& out, const Rule& rule, Severity severity, const std::vector<Finding>& findings,
                std::size_t columns) {
  Table table({"", "", ""});
  for (const Finding& finding : findings)
    if (finding.code == rule.code && finding.severity == severity)
      table.add({finding.place.citation, source_of(finding.place), finding.message});
  if (table.empty()) return;
  out << '\n' << name_of(severity) << ": " << rule.title << "  [" << rule.code << "]\n";
  print_paragraph(out, "→ " + std::string(rule.hint), kIndent, columns);
  table.print(out, kIndent, columns);
}

}  // namespace

void print(std::ostream& out, const corpus::OfficeLaw& law, law::Date day, const std::vector<Finding>& findings,
           std::size_t columns) {
  out << law.name << "   audit of the law of " << law::to_string(day) << "\n\n"
      << std::string(kIndent, ' ') << counted(count(findings, Severity::error), "error") << ", "
      << counted(count(findings, Severity::warning), "warning") << ", "
      << counted(count(findings, Severity::info), "note") << "\n";
  for (const Severity severity : kSeverities)
    for (const Rule& rule : rules()) print_rule(out, rule, severity, findings, columns);
}

std::vector<Row> finding_rows(const corpus::OfficeLaw& law, const std::vector<Finding>& findings) {
  std::vector<Row> out;
  for (const Finding& finding : findings) {
    Row others = Row::array();
    for (const Place& place : finding.others) others.push_back(place_row(place));
    Row row{{"office", law.id}, {"code", finding.code}, {"severity", law::to_string(finding.severity)}};
    row.update(place_row(finding.place));
    row["message"] = finding.message;
    row["hint"] = rule(finding.code).hint;
    row["others"] = std::move(others);
    out.push_back(std::move(row));
  }
  return out;
}

Row finding_counts(const std::vector<Finding>& findings) {
  Row out;
  for (const Severity severity : kSeverities) out[std::string(law::to_string(severity))] = count(findings, severity);
  return out;
}

}  // namespace kto::commands
