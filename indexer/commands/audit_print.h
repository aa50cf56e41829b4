// The findings of an office for people, and as JSON.
#pragma once

#include <iosfwd>
#include <vector>

#include "indexer/commands/audit_findings.h"
#include "indexer/commands/rows.h"

namespace kto::commands {

void print(std::ostream& out, const corpus::OfficeLaw& law, law::Date day, const std::vector<Finding>& findings,
           std::size_t columns);
// One row a finding.
std::vector<Row> finding_rows(const corpus::OfficeLaw& law, const std::vector<Finding>& findings);
// {"error": 1, "warning": 12, "info": 3}
Row finding_counts(const std::vector<Finding>& findings);

}  // namespace kto::commands
