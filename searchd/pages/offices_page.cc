#include "searchd/pages/offices_page.h"

#include "indexer/store/manifest.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

Data office_view(const store::OfficeSummary& office, law::Date as_of) {
  const Place place{as_of, office.id};
  Data out;
  out.set("name", office.name);
  out.set("example", office.example);
  out.set("tasks", tasks_counted(office.tasks));
  out.set("structure_address", structure_address(place));
  out.set("search_address", "/?office=" + escaped(office.id));
  return out;
}

}  // namespace

Data offices_view(const OfficesPage& page) {
  Data data = frame_view({"Urzędy – kto", "", {page.as_of, ""}, &page.basis, false, true});
  const unsigned total = page.found.total;
  kainjow::mustache::list listed;
  for (const auto* office : page.found.shown) listed.push_back(office_view(*office, page.as_of));
  data.set("name", page.name);
  data.set("day", law::to_string(page.as_of));
  data.set("counted", std::to_string(total) + polish_plural(total, " urząd", " urzędy", " urzędów"));
  data.set("cut", total > listed.size() ? Data(std::to_string(listed.size())) : Data(false));
  data.set("none", total == 0);
  data.set("listed", listed);
  return data;
}

}  // namespace kto::pages
