#include "searchd/pages/structure_page.h"

#include <algorithm>

#include "searchd/api/utf8.h"
#include "searchd/pages/address.h"
#include "searchd/pages/structure_picture.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

using List = kainjow::mustache::list;

// A nested list as a flat row of openings and closings: templates cannot call themselves.
enum class Mark { open_list, item, close_item, close_list };

Data row(Mark mark, const Data& link) {
  Data out = link;
  out.set("open_list", mark == Mark::open_list);
  out.set("item", mark == Mark::item);
  out.set("close_item", mark == Mark::close_item);
  out.set("close_list", mark == Mark::close_list);
  return out;
}

void flatten(const std::vector<api::Node>& nodes, const StructureStates& states, const Place& place, List& rows) {
  if (nodes.empty()) return;
  rows.push_back(row(Mark::open_list, {}));
  for (const auto& node : nodes) {
    Data item = unit_link(node.unit, place);
    item.set("state", text_or_false(states.words(node.unit.id)));
    item.set("gone", states.state(node.unit.id) == UnitState::gone);
    rows.push_back(row(Mark::item, item));
    flatten(node.children, states, place, rows);
    rows.push_back(row(Mark::close_item, {}));
  }
  rows.push_back(row(Mark::close_list, {}));
}

// A link to the structure on another day; false where there is none.
Data day_link(std::optional<law::Date> day, const Place& place) {
  if (!day) return Data(false);
  Data out;
  out.set("day", law::to_polish(*day));
  out.set("address", structure_address({*day, place.office}));
  return out;
}

// A tree for each office, under its name where there are several.
List trees(const StructurePage& page, const std::vector<OfficeStructure>& offices) {
  List out;
  for (const auto& [office, states, roots] : offices) {
    if (roots.empty()) continue;
    const Place place = page.offices.place_in(page.query.as_of, office);
    List rows;
    flatten(roots, states, place, rows);
    Data tree;
    tree.set("office", text_or_false(page.offices.chosen.empty() ? page.offices.name(office) : ""));
    tree.set("rows", rows);
    tree.set("picture", structure_picture(roots, states, place));
    tree.set("changed", states.changed ? Data(law::to_polish(*states.changed)) : Data(false));
    const auto before = states.changed ? std::optional(*states.changed - std::chrono::days{1}) : std::nullopt;
    tree.set("before", day_link(before, place));
    tree.set("next", day_link(states.next, place));
    out.push_back(tree);
  }
  return out;
}

List links(const std::vector<law::Unit>& units, const Place& place) {
  List out;
  for (const auto& unit : units) out.push_back(unit_link(unit, place));
  return out;
}

Data page_view(const StructurePage& page, const std::string& title) {
  Data data =
      frame_view({title + " – kto", page.office_name, page.offices.place(page.query.as_of), &page.basis, false, true});
  set_offices(data, page.offices);
  set_day(data, page.query.as_of, page.typed, page.faults);
  data.set("has_faults", !page.faults.empty());
  data.set("faults", faults_view(page.faults));
  return data;
}

using Hits = std::vector<searchd::Hit>;

std::string act_since(const searchd::Hit& hit) {
  return act_words(hit.act) + (hit.act.in_force ? ", od " + law::to_polish(*hit.act.in_force) : "");
}

// Tasks of one list of the regulation under its citation; what all of them share is said once.
Data group_view(Hits::const_iterator first, Hits::const_iterator last) {
  const bool one_act = std::all_of(first, last, [&](const auto& hit) { return act_since(hit) == act_since(*first); });
  List tasks;
  for (auto hit = first; hit != last; ++hit) {
    Data task = task_view(*hit);
    task.set("post", false);
    if (one_act) task.set("act", false);
    tasks.push_back(task);
  }
  const auto& post = first->task.post;
  Data out;
  out.set("heading", post.empty() ? first->task.position : api::capitalised(post) + ", " + first->task.position);
  out.set("common_act", one_act ? Data(act_since(*first)) : Data(false));
  out.set("tasks", tasks);
  return out;
}

List groups(const Hits& hits) {
  const auto same_list = [](const searchd::Hit& a, const searchd::Hit& b) {
    return a.task.position == b.task.position && a.task.post == b.task.post;
  };
  List out;
  for (auto first = hits.begin(); first != hits.end();) {
    const auto last = std::find_if(first, hits.end(), [&](const auto& hit) { return !same_list(*first, hit); });
    out.push_back(group_view(first, last));
    first = last;
  }
  return out;
}

}  // namespace

OfficeStructure office_structure(const store::Reader& index, const std::string& office, law::Date day) {
  auto states = structure_states(api::all_units(index, office), day, api::basis(index, office).covered_from);
  auto roots = api::tree(office, states.units, day);
  return {office, std::move(states), std::move(roots)};
}

Data structure_view(const StructurePage& page, const std::vector<OfficeStructure>& offices) {
  Data data = page_view(page, "Struktura");
  const auto first = page.basis.covered_from;
  data.set("shown_day", law::to_polish(page.query.as_of));
  data.set("not_covered",
           std::all_of(offices.begin(), offices.end(), [](const auto& one) { return one.roots.empty(); }));
  data.set("covered_from", text_or_false(first ? law::to_polish(*first) : ""));
  data.set("trees", trees(page, offices));
  return data;
}

Data unit_view(const StructurePage& page, const api::UnitDetail& detail, const Data& timeline) {
  const auto as_of = page.query.as_of;
  const Place place = page.offices.place_in(as_of, detail.office);
  const auto& unit = detail.unit;
  Data data = page_view(page, unit.code + " " + unit.name);
  const Data self = unit_link(unit, place);
  for (const char* name : {"name", "code", "inferred"}) data.set(name, *self.get(name));
  data.set("parents", links({detail.parents.rbegin(), detail.parents.rend()}, place));
  data.set("other_day", text_or_false(as_of == page.today ? "" : law::to_polish(as_of)));
  data.set("today", law::to_polish(page.today));
  data.set("today_address", unit_address(unit.code, page.offices.place_in(page.today, detail.office)));
  data.set("own_office", text_or_false(place.office));
  data.set("self_address", "/jednostki/" + escaped(unit.code));
  data.set("listed_at", text_or_false(unit.listed_at));
  data.set("act", text_or_false(unit.act));
  data.set("span", span(unit.validity));
  data.set("has_posts", !detail.posts.empty());
  data.set("posts", links(detail.posts, place));
  data.set("has_children", !detail.children.empty());
  data.set("children", links(detail.children, place));
  data.set("has_tasks", !detail.tasks.empty());
  data.set("groups", groups(detail.tasks));
  data.set("timeline", timeline);
  return data;
}

Data unit_gone_view(const StructurePage& page, const std::vector<law::Unit>& listings, const Place& place,
                    const Data& timeline) {
  const law::Date asked = page.query.as_of;
  const law::Unit *before = nullptr, *after = nullptr;  // nearest to the day, on either side
  for (const auto& unit : listings) {
    if (unit.validity.to && *unit.validity.to <= asked && (!before || *before->validity.to < *unit.validity.to))
      before = &unit;
    if (unit.validity.from > asked && (!after || unit.validity.from < after->validity.from)) after = &unit;
  }
  const law::Unit& known = before ? *before : after ? *after : listings.front();
  const auto nearest = [&](const law::Unit* unit, law::Date day) {
    if (!unit) return Data(false);
    Data out = unit_link(*unit, {day, place.office});
    out.set("day", law::to_polish(day));
    return out;
  };
  Data data = page_view(page, known.code + " " + known.name);
  data.set("name", shown_name(known.name));
  data.set("code", known.code);
  data.set("day", law::to_polish(asked));
  data.set("last", nearest(before, before ? *before->validity.to - std::chrono::days{1} : asked));
  data.set("first", nearest(after, after ? after->validity.from : asked));
  data.set("timeline", timeline);
  return data;
}

}  // namespace kto::pages
