// The structure of an office, /jednostki, and one unit, /jednostki/{code}, on any day.
#pragma once

#include <string>
#include <vector>

#include "searchd/api/structure.h"
#include "searchd/pages/structure_states.h"
#include "searchd/pages/view.h"

namespace kto::pages {

struct StructurePage {
  api::UnitsQuery query;
  api::TypedDay typed;
  std::vector<front::Fault> faults;
  law::Date today;
  std::string office_name;
  Offices offices;
  api::Basis basis;
};

// The structure of one office on the day of the page.
struct OfficeStructure {
  std::string office;  // id
  StructureStates states;
  std::vector<api::Node> roots;  // with the units the last change ended
};
OfficeStructure office_structure(const store::Reader& index, const std::string& office, law::Date day);

Data structure_view(const StructurePage& page, const std::vector<OfficeStructure>& offices);
Data unit_view(const StructurePage& page, const api::UnitDetail& detail);

}  // namespace kto::pages
