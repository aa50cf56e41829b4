#include "searchd/api/change_list.h"

#include <algorithm>
#include <set>

#include "indexer/store/reader.h"

namespace kto::api {
namespace {

constexpr std::chrono::days kOneDay{1};

bool is_by(const std::vector<law::Provenance>& by, const std::string& act) {
  return std::any_of(by.begin(), by.end(), [&](const law::Provenance& one) { return one.act == act; });
}

// Adds what `day` says the act did.
void add_day(changes::Changes& out, changes::Changes day, const std::string& act) {
  for (changes::UnitChange& change : day.units)
    if (is_by(change.by, act)) out.units.push_back(std::move(change));
  for (changes::TaskChange& change : day.tasks)
    if (is_by(change.by, act)) out.tasks.push_back(std::move(change));
  for (law::UnknownEnd& end : day.unknown)
    if (end.ended_by.act == act) out.unknown.push_back(std::move(end));
  out.known_from = day.known_from;
}

}  // namespace

bool is_comparable(unsigned tasks) {
  return tasks <= kMostCompared;
}

bool is_comparable(const store::Manifest& index, const std::string& office) {
  unsigned tasks = 0;
  for (const store::OfficeSummary& one : index.offices)
    if (office.empty() || one.id == office) tasks += one.tasks;
  return is_comparable(tasks);
}

OfficeChanges changes_between(const store::Reader& index, const std::string& office, law::Date from, law::Date to) {
  const auto catalogue = index.catalogue(office);
  OfficeChanges out{office, {}, {}};
  if (!catalogue) return out;
  out.changes = changes::between(*catalogue, from, to);
  out.chapters = changes::by_unit(out.changes, *catalogue);
  return out;
}

std::vector<law::Date> days_of(const store::Reader& index, const ActEntry& act) {
  std::set<law::Date> days;
  for (const law::Operation& operation : index.operations(act.office, act.act.id))
    if (operation.effective) days.insert(*operation.effective);
  // A base act commands nothing: it gives the regulation.
  if (days.empty() && act.act.in_force) days.insert(*act.act.in_force);
  return {days.begin(), days.end()};
}

OfficeChanges changes_by(const store::Reader& index, const ActEntry& act) {
  const auto catalogue = index.catalogue(act.office);
  const std::vector<law::Date> days = days_of(index, act);
  OfficeChanges out{act.office, {}, {}};
  out.changes.office = act.office;
  out.changes.acts = {act.act.id};
  if (!catalogue || days.empty()) return out;
  for (const law::Date day : days) add_day(out.changes, changes::between(*catalogue, day - kOneDay, day), act.act.id);
  out.changes.from = days.front() - kOneDay;
  out.changes.to = days.back();
  out.chapters = changes::by_unit(out.changes, *catalogue);
  return out;
}

}  // namespace kto::api
