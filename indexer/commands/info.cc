#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/store/reader.h"

namespace kto::commands {

int info(const InfoRequest& request, const Streams& streams) {
  const store::IndexInfo info = store::index_info(request.index);
  const store::Manifest& manifest = info.manifest;
  std::ostream& out = streams.out;
  out << "file         " << info.file.string() << "\n"
      << "generation   " << info.generation << "\n"
      << "schema       " << manifest.schema << "\n"
      << "built by     " << manifest.program << "\n"
      << "fingerprint  " << manifest.fingerprint << "\n"
      << "analysis     " << manifest.analysis << "\n"
      << "task points  " << info.documents << "\n"
      << "bytes        " << info.bytes << "\n";
  for (const store::OfficeSummary& office : manifest.offices) {
    out << "office       " << office.id << ", " << office.name << ": " << office.acts << " acts, " << office.units
        << " units, " << office.tasks << " task points";
    if (office.covered_from) out << ", known from " << law::to_string(*office.covered_from);
    if (office.law_state_as_of)
      out << ", law as of " << law::to_string(*office.law_state_as_of) << " (" << office.last_act << ")";
    out << ", " << office.not_applied << " operations not applied\n";
  }
  if (!info.problem.empty()) out << "problem      " << info.problem << "\n";
  return kDone;
}

}  // namespace kto::commands
