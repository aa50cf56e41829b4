#include <algorithm>
#include <ostream>

#include "indexer/commands/audit_print.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/offices.h"

namespace kto::commands {

int audit(const AuditRequest& request, const Streams& streams) {
  std::vector<Finding> all;
  Row rows = Row::array();
  bool first = true;
  for (const corpus::OfficeLaw& law : read_offices(request.corpus, request.office)) {
    const std::vector<Finding> findings = audit_law(law, request.as_of);
    all.insert(all.end(), findings.begin(), findings.end());
    if (request.json) {
      for (Row& row : finding_rows(law, findings)) rows.push_back(std::move(row));
    } else {
      if (!first) streams.out << "\n\n";
      print(streams.out, law, request.as_of, findings, streams.columns);
    }
    first = false;
  }
  if (request.json) {
    const Row whole{{"as_of", law::to_string(request.as_of)}, {"counts", finding_counts(all)}, {"findings", rows}};
    streams.out << whole.dump(2) << '\n';
  }
  const bool serious = std::any_of(all.begin(), all.end(),
                                   [](const Finding& finding) { return finding.severity != law::Severity::info; });
  return request.strict && serious ? kDiagnosed : kDone;
}

}  // namespace kto::commands
