#include "searchd/pages/structure_page.h"

#include "searchd/pages/address.h"
#include "searchd/pages/view.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

// A nested list as a flat row of openings and closings: templates cannot call themselves.
enum class Mark { open_list, item, close_item, close_list };

Data row(Mark mark, const api::Node* node, law::Date as_of) {
  Data out = node ? unit_link(node->unit, as_of) : Data();
  out.set("open_list", mark == Mark::open_list);
  out.set("item", mark == Mark::item);
  out.set("close_item", mark == Mark::close_item);
  out.set("close_list", mark == Mark::close_list);
  return out;
}

void flatten(const std::vector<api::Node>& nodes, law::Date as_of, List& rows) {
  if (nodes.empty()) return;
  rows.push_back(row(Mark::open_list, nullptr, as_of));
  for (const auto& node : nodes) {
    rows.push_back(row(Mark::item, &node, as_of));
    flatten(node.children, as_of, rows);
    rows.push_back(row(Mark::close_item, nullptr, as_of));
  }
  rows.push_back(row(Mark::close_list, nullptr, as_of));
}

List links(const std::vector<law::Unit>& units, law::Date as_of) {
  List out;
  for (const auto& unit : units) out.push_back(unit_link(unit, as_of));
  return out;
}

Data page_view(const StructurePage& page, const std::string& title) {
  Data data = frame_view({title + " – kto", page.office_name, page.query.as_of, &page.basis, false, true});
  set_day(data, page.query.as_of, page.typed, page.faults);
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  return data;
}

List task_views(const std::vector<searchd::Hit>& tasks) {
  List out;
  for (const auto& hit : tasks) out.push_back(task_view(hit));
  return out;
}

}  // namespace

Data structure_view(const StructurePage& page, const std::vector<api::Node>& roots) {
  Data data = page_view(page, "Struktura");
  List rows;
  flatten(roots, page.query.as_of, rows);
  const auto first = page.basis.covered_from;
  data.set("shown_day", law::to_polish(page.query.as_of));
  data.set("not_covered", roots.empty());
  data.set("covered_from", text_or_false(first ? law::to_polish(*first) : ""));
  data.set("rows", rows);
  return data;
}

Data unit_view(const StructurePage& page, const api::UnitDetail& detail) {
  const auto as_of = page.query.as_of;
  const auto& unit = detail.unit;
  Data data = page_view(page, unit.code + " " + unit.name);
  const Data self = unit_link(unit, as_of);
  for (const char* name : {"name", "code", "inferred"}) data.set(name, *self.get(name));
  data.set("parents", links({detail.parents.rbegin(), detail.parents.rend()}, as_of));
  data.set("other_day", text_or_false(as_of == page.today ? "" : law::to_polish(as_of)));
  data.set("today", law::to_polish(page.today));
  data.set("today_address", unit_address(unit.code, page.today));
  data.set("self_address", "/jednostki/" + escaped(unit.code));
  data.set("listed_at", text_or_false(unit.listed_at));
  data.set("act", text_or_false(unit.act));
  data.set("span", span(unit.validity));
  data.set("has_posts", !detail.posts.empty());
  data.set("posts", links(detail.posts, as_of));
  data.set("has_children", !detail.children.empty());
  data.set("children", links(detail.children, as_of));
  data.set("has_tasks", !detail.tasks.empty());
  data.set("tasks", task_views(detail.tasks));
  return data;
}

}  // namespace kto::pages
