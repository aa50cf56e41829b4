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
// `timeline`: its past (timeline_view()); false: not to be had while somebody waits.
Data unit_view(const StructurePage& page, const api::UnitDetail& detail, const Data& timeline = Data(false));
// A unit that acts know, but not on the day asked about: its past, and the days nearest to it. `listings` are not
// empty.
Data unit_gone_view(const StructurePage& page, const std::vector<law::Unit>& listings, const Place& place,
                    const Data& timeline);

}  // namespace kto::pages
