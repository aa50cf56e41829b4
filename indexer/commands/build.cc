#include <chrono>
#include <iomanip>
#include <memory>
#include <ostream>
#include <utility>

#include "indexer/changes/successors.h"
#include "indexer/commands/catalogue_files.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/open_analyser.h"
#include "indexer/commands/progress.h"
#include "indexer/corpus/office_law.h"
#include "indexer/law/error.h"
#include "indexer/store/remote.h"
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

// One source an office that is read already.
store::OfficeSource source_of(law::Catalogue catalogue) {
  const auto kept = std::make_shared<law::Catalogue>(std::move(catalogue));
  return {kept->office, {}, kept->tasks.size(), [kept] { return std::move(*kept); }};
}

// Builds; a fault in a row is told with all the others, in the order of their lines.
store::BuildReport build_all(std::vector<store::OfficeSource> sources, const CatalogueFiles& files,
                             const BuildRequest& request, const Streams& streams) {
  const auto analyser = open_analyser(request.dictionary);
  Progress progress(streams.err);
  store::BuildOptions options;
  if (streams.progress) options.progress = [&progress](const store::BuildProgress& at) { progress.tell(at); };
  try {
    return store::build_from(std::move(sources), *analyser, request.index, options);
  } catch (const law::Error& error) {
    if (error.code() == "catalogue-invalid")
      for (const auto& file : files) file->tell_faults();
    throw;
  }
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

// A folder that names machines holds nothing of its own.
store::BuildReport build_front(const BuildRequest& request) {
  if (!request.corpora.empty() || !request.catalogues.empty())
    throw law::Error(
        "front-with-offices", "--remote stands beside --corpus or --catalogue",
        "build the offices of this machine into another folder, serve that, and name it with --remote too");
  std::vector<store::Remote> remotes;
  for (const std::string& name : request.remotes) {
    remotes.push_back(store::remote_from(name));
    if (request.remote_timeout > 0) remotes.back().timeout_ms = request.remote_timeout;
  }
  return store::build_remote(std::move(remotes), *open_analyser(request.dictionary), request.index);
}

int tell(const store::BuildReport& report, const BuildRequest& request, const Streams& streams) {
  if (request.timings)
    for (const store::BuildStage& stage : report.stages) print_stage(streams, stage.name, stage.seconds);
  if (report.offices > 1 && request.remotes.empty())
    streams.err << report.written << " of " << report.offices << " offices built, the others are as they were\n";
  streams.err << (report.built ? "built generation " : "nothing changed since generation ") << report.generation << ": "
              << report.acts << " acts, " << report.documents << " task points, " << (report.bytes + 1023) / 1024
              << " KiB\n";
  return kDone;
}

}  // namespace

int build(const BuildRequest& request, const Streams& streams) {
  const auto start = Clock::now();
  if (!request.remotes.empty()) return tell(build_front(request), request, streams);
  if (request.corpora.empty() && request.catalogues.empty())
    throw law::Error("nothing-to-build", "build has nothing to read",
                     "give --corpus DIR, --catalogue FILE or both, or --remote HOST:PORT");
  const CatalogueFiles files = open_catalogue_files(request.catalogues, request.index);
  std::vector<store::OfficeSource> sources = sources_of(files);
  bool serious = false;
  for (const auto& folder : request.corpora) {
    for (const corpus::OfficeSource& source : corpus::read_corpus(folder)) {
      if (streams.progress) streams.err << "reading the law of " << source.id << " …\n";
      const corpus::OfficeLaw law = corpus::read_law(source);
      serious = tell_diagnostics(law, streams) || serious;
      law::Catalogue catalogue = corpus::to_catalogue(law);
      catalogue.successions = changes::successions(catalogue);
      sources.push_back(source_of(std::move(catalogue)));
    }
  }
  if (request.timings) print_stage(streams, "read the law", seconds_since(start));
  if (request.strict && serious) {
    streams.err << "kto-indexer: --strict: there are warnings, so nothing was written\n";
    return kDiagnosed;
  }
  return tell(build_all(std::move(sources), files, request, streams), request, streams);
}

}  // namespace kto::commands
