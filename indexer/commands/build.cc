#include <algorithm>
#include <chrono>
#include <iomanip>
#include <ostream>

#include "indexer/changes/successors.h"
#include "indexer/commands/catalogue_files.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/open_analyser.h"
#include "indexer/corpus/office_law.h"
#include "indexer/law/error.h"
#include "indexer/store/writer.h"

namespace kto::commands {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void print_stage(const Streams& streams, const std::string& name, double seconds) {
  streams.err << "  " << std::left << std::setw(24) << name << std::right << std::fixed << std::setprecision(3)
              << seconds << " s\n";
}

// Tells the diagnostics of an office; true when one of them is a warning or worse.
bool tell_diagnostics(const corpus::OfficeLaw& law, const Streams& streams) {
  bool serious = false;
  for (const law::Diagnostic& diagnostic : corpus::diagnostics(law)) {
    if (diagnostic.severity == law::Severity::info) continue;
    serious = true;
    streams.err << law::render(diagnostic);
  }
  return serious;
}

}  // namespace

int build(const BuildRequest& request, const Streams& streams) {
  const auto start = Clock::now();
  if (request.corpora.empty() && request.catalogues.empty())
    throw law::Error("nothing-to-build", "build has nothing to read", "give --corpus DIR, --catalogue FILE or both");
  std::vector<law::Catalogue> catalogues = read_catalogue_files(request.catalogues);
  bool serious = false;
  std::size_t acts = 0;
  for (const law::Catalogue& catalogue : catalogues) acts += catalogue.acts.size();
  for (const auto& folder : request.corpora) {
    for (const corpus::OfficeSource& source : corpus::read_corpus(folder)) {
      if (streams.progress) streams.err << "reading the law of " << source.id << " …\n";
      const corpus::OfficeLaw law = corpus::read_law(source);
      serious = tell_diagnostics(law, streams) || serious;
      acts += law.acts.size();
      catalogues.push_back(corpus::to_catalogue(law));
    }
  }
  for (law::Catalogue& catalogue : catalogues) catalogue.successions = changes::successions(catalogue);
  if (request.timings) print_stage(streams, "read the law", seconds_since(start));
  if (request.strict && serious) {
    streams.err << "kto-indexer: --strict: there are warnings, so nothing was written\n";
    return kDiagnosed;
  }
  const auto analyser = open_analyser(request.dictionary);
  const store::BuildReport report = store::build_index(catalogues, *analyser, request.index);
  if (request.timings)
    for (const store::BuildStage& stage : report.stages) print_stage(streams, stage.name, stage.seconds);
  streams.err << (report.built ? "built generation " : "nothing changed since generation ") << report.generation << ": "
              << acts << " acts, " << report.documents << " task points, " << (report.bytes + 1023) / 1024 << " KiB\n";
  return kDone;
}

}  // namespace kto::commands
