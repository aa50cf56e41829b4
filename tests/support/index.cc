#include "tests/support/index.h"

#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>

#include "indexer/store/writer.h"
#include "indexer/text/dictionary.h"

namespace kto::test {

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "kto-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::shared_ptr<const text::Dictionary> dictionary() {
  static const auto kDictionary = text::Dictionary::open(text::default_dictionary_path());
  return kDictionary;
}

std::shared_ptr<const text::Analyser> analyser() {
  static const auto kAnalyser = text::Analyser::open(text::default_dictionary_path());
  return kAnalyser;
}

law::Date day(const std::string& iso) {
  return law::parse_date(iso).value();
}

namespace {

law::Unit unit_of(const std::string& office, const std::string& described, law::Date from) {
  const std::size_t blank = described.find(' ');
  law::Unit unit;
  unit.code = described.substr(0, blank);
  unit.name = blank == std::string::npos ? "" : described.substr(blank + 1);
  unit.id = office + "/" + (unit.code.empty() ? unit.name : unit.code);
  unit.kind = law::UnitKind::referat;
  unit.validity.from = from;
  return unit;
}

// IT-ES-II → IT-ES, if there is one.
void place(law::Unit& unit, const std::map<std::string, law::Unit>& units) {
  for (std::size_t dash = unit.code.rfind('-'); dash != std::string::npos && dash > 0;
       dash = unit.code.rfind('-', dash - 1))
    if (units.contains(unit.code.substr(0, dash))) {
      unit.parent = unit.code.substr(0, dash);
      return;
    }
}

law::TaskPoint task_of(const std::string& office, const Point& point) {
  law::TaskPoint task;
  task.id = office + "/" + point.citation + "/" + point.from;
  task.citation = law::parse_citation(point.citation).value();
  task.text = point.text;
  task.post = point.post;
  task.position = to_string(task.citation.parent());
  task.role = point.role;
  task.validity.from = day(point.from);
  if (!point.to.empty()) task.validity.to = day(point.to);
  task.made_by = {"act of " + point.from, "§ 1"};
  if (point.unit.empty()) task.unit_reason = "no act names it";
  return task;
}

}  // namespace

law::Catalogue office(const std::string& id, const std::vector<Point>& points) {
  law::Catalogue catalogue;
  catalogue.office = id;
  catalogue.office_name = "Urząd " + id;
  std::map<std::string, law::Unit> units;
  std::set<std::string> days;
  for (const Point& point : points) {
    law::TaskPoint task = task_of(id, point);
    if (!point.unit.empty()) {
      const law::Unit unit = unit_of(id, point.unit, task.validity.from);
      const law::Unit& known = units.try_emplace(unit.code.empty() ? unit.name : unit.code, unit).first->second;
      task.unit = law::UnitRef{known.code, known.name, known.kind};
    }
    days.insert(point.from);
    catalogue.tasks.push_back(task);
  }
  for (auto& [code, unit] : units) place(unit, units);
  for (const auto& [code, unit] : units) catalogue.units.push_back(unit);
  for (const std::string& from : days) {
    law::ActSummary act;
    act.id = act.number = "act of " + from;
    act.in_force = day(from);
    catalogue.acts.push_back(act);
  }
  return catalogue;
}

TinyIndex::TinyIndex(const std::vector<Point>& points) : TinyIndex(std::vector{office("lublin", points)}) {}

TinyIndex::TinyIndex(const std::vector<law::Catalogue>& catalogues) {
  store::build_index(catalogues, *analyser(), folder_.path());
  reader_ = std::make_unique<store::Reader>(store::Reader::open(folder_.path(), analyser()));
}

}  // namespace kto::test
