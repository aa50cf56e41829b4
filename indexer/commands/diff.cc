#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/diff_print.h"
#include "indexer/commands/offices.h"
#include "indexer/law/error.h"

namespace kto::commands {
namespace {

// The catalogue does not know who ended a task or a unit; the timeline does.
void say_who_ended(const Versions& versions, changes::TaskChange& change) {
  if (change.after || !change.before->validity.to) return;
  const law::Date ended_on = *change.before->validity.to;
  const auto* version = versions.of(*change.before, ended_on - std::chrono::days{1});
  if (version != nullptr && version->ended_by && version->validity.to == ended_on) change.by = {*version->ended_by};
}
void say_who_ended(const corpus::OfficeLaw& law, changes::UnitChange& change) {
  if (change.after) return;
  for (const law::ProvisionVersion& version : law.timeline.versions)
    if (version.ended_by && change.before->id.rfind(version.id + "-u", 0) == 0) change.by = {*version.ended_by};
}

OfficeChanges read_changes(const corpus::OfficeLaw& law, const law::Catalogue& catalogue, const DiffRequest& request) {
  OfficeChanges out{&catalogue, changes::between(catalogue, request.from, request.to), {}};
  const Versions versions(law);
  for (changes::TaskChange& change : out.changes.tasks) say_who_ended(versions, change);
  for (changes::UnitChange& change : out.changes.units) say_who_ended(law, change);
  out.chapters = changes::by_unit(out.changes, catalogue);
  return out;
}

}  // namespace

int diff(const DiffRequest& request, const Streams& streams) {
  if (request.from > request.to)
    throw law::Error("days-reversed",
                     "--from " + law::to_string(request.from) + " is after --to " + law::to_string(request.to),
                     "name the earlier day with --from");
  Row all = Row::array();
  bool first = true;
  for (const corpus::OfficeLaw& law : read_offices(request.corpus, request.office)) {
    const law::Catalogue catalogue = corpus::to_catalogue(law);
    const OfficeChanges office = read_changes(law, catalogue, request);
    if (request.json) {
      all.push_back(changes_row(office));
    } else {
      if (!first) streams.out << "\n\n";
      print(streams.out, office, streams.columns);
    }
    first = false;
  }
  if (request.json) {
    const Row whole{
        {"from", law::to_string(request.from)}, {"to", law::to_string(request.to)}, {"offices", std::move(all)}};
    streams.out << whole.dump(2) << '\n';
  }
  return kDone;
}

}  // namespace kto::commands
