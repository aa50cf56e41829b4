#include "searchd/api/unit_history.h"

#include <algorithm>
#include <set>

#include "indexer/store/reader.h"
#include "searchd/api/codes.h"

namespace kto::api {
namespace {

bool is_head(const law::Unit& unit) {
  return unit.kind == law::UnitKind::kierownik;
}

// The code as the acts write it.
std::optional<std::string> known_code(const law::Catalogue& catalogue, const std::string& typed) {
  const std::string code = canonical_code(typed);
  for (const law::Unit& unit : catalogue.units)
    if (!unit.code.empty() && canonical_code(unit.code) == code) return unit.code;
  for (const law::TaskPoint& task : catalogue.tasks)
    if (task.unit && !task.unit->code.empty() && canonical_code(task.unit->code) == code) return task.unit->code;
  return std::nullopt;
}

class Historian {
 public:
  Historian(const law::Catalogue& catalogue, std::string code) : catalogue_(catalogue) {
    out_.office = catalogue.office;
    out_.code = std::move(code);
  }

  UnitHistory run() {
    std::set<law::Date> days;
    const auto add = [&days](const law::Validity& validity) {
      days.insert(validity.from);
      if (validity.to) days.insert(*validity.to);
    };
    for (const law::Unit& unit : catalogue_.units) {
      if (unit.code != out_.code) continue;
      add(unit.validity);
      if (!is_head(unit)) out_.listings.push_back(unit);
    }
    for (const law::TaskPoint& task : catalogue_.tasks)
      if (task.unit && task.unit->code == out_.code) add(task.validity);
    for (const law::Date day : days) read_day(day);
    read_successions();
    std::stable_sort(out_.listings.begin(), out_.listings.end(),
                     [](const law::Unit& a, const law::Unit& b) { return a.validity.from < b.validity.from; });
    return std::move(out_);
  }

 private:
  void read_day(law::Date day) {
    const changes::Changes all = changes::between(catalogue_, day - std::chrono::days{1}, day);
    HistoryDay out{day, {}, {}};
    for (const changes::UnitChange& change : all.units)
      if ((change.before && change.before->code == out_.code) || (change.after && change.after->code == out_.code))
        out.units.push_back(change);
    const auto is_ours = [this](const std::optional<law::TaskPoint>& task) {
      return task && task->unit && task->unit->code == out_.code;
    };
    for (const changes::TaskChange& change : all.tasks)
      if (is_ours(change.before) || is_ours(change.after)) out.tasks.push_back(change);
    if (!out.units.empty() || !out.tasks.empty()) out_.days.push_back(std::move(out));
  }

  void read_successions() {
    for (const law::Succession& one : catalogue_.successions) {
      if (one.to == out_.code) out_.predecessors.push_back(one);
      if (one.from == out_.code) out_.successors.push_back(one);
    }
  }

  const law::Catalogue& catalogue_;
  UnitHistory out_;
};

// Units, acts and who followed whom: what is at hand without reading a task.
law::Catalogue listings_of(const store::Reader& index, const store::Office& office) {
  law::Catalogue out;
  out.office = office.summary.id;
  out.acts = office.acts;
  out.units = office.units;
  if (const auto* outline = index.outline(office.summary.id)) {
    out.successions = outline->successions;
    out.unknown_ends = outline->unknown_ends;
  }
  return out;
}

}  // namespace

std::vector<UnitHistory> listing_histories(const store::Reader& index, const std::string& office,
                                           const std::string& code) {
  std::vector<UnitHistory> out;
  for (const store::Office* one : offices_of(index, office)) {
    const law::Catalogue catalogue = listings_of(index, *one);
    if (auto known = known_code(catalogue, code)) out.push_back(Historian(catalogue, std::move(*known)).run());
  }
  return out;
}

std::vector<UnitHistory> unit_histories(const store::Reader& index, const std::string& office,
                                        const std::string& code) {
  std::vector<UnitHistory> out;
  for (const store::Office* one : offices_of(index, office)) {
    const auto catalogue = index.catalogue(one->summary.id);
    if (!catalogue) continue;
    if (auto known = known_code(*catalogue, code)) out.push_back(Historian(*catalogue, std::move(*known)).run());
  }
  return out;
}

}  // namespace kto::api
