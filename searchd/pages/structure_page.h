// The structure of an office, /jednostki, and one unit, /jednostki/{code}, on any day.
#pragma once

#include <string>
#include <vector>

#include "searchd/api/structure.h"
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

Data structure_view(const StructurePage& page, const std::vector<api::Node>& roots);
Data unit_view(const StructurePage& page, const api::UnitDetail& detail);

}  // namespace kto::pages
