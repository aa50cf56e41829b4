#include "searchd/pages/view.h"

#include <algorithm>
#include <map>

#include "searchd/api/utf8.h"
#include "searchd/pages/assets.h"
#include "searchd/pages/words.h"

namespace kto::pages {
namespace {

// A list to choose from is read through up to some twenty; all municipalities would be 170 kB of it on every page.
constexpr std::size_t kMostOffered = 20;

constexpr char kUnnamed[] = "komórka o nieznanej nazwie";

using List = kainjow::mustache::list;

Data link(const std::string& name, const std::string& code, const Place& place) {
  Data out;
  out.set("name", shown_name(name));
  out.set("code", code);
  out.set("address", unit_address(code, place));
  return out;
}

List places(const std::vector<law::UnitRef>& parents, const Place& place) {
  List out;
  std::for_each(parents.rbegin(), parents.rend(),
                [&](const law::UnitRef& parent) { out.push_back(link(parent.name, parent.code, place)); });
  return out;
}

// The bracket after the wording says since when; days are shown only when they say more.
std::string span_beyond(const searchd::Hit& hit) {
  const auto& validity = hit.task.validity;
  return validity.to || hit.act.in_force != validity.from ? "obowiązuje " + span(validity) : "";
}

List task_views(std::vector<searchd::Hit>::const_iterator first, std::vector<searchd::Hit>::const_iterator last) {
  List out;
  for (; first != last; ++first) out.push_back(task_view(*first));
  return out;
}

}  // namespace

std::string shown_name(const std::string& name) {
  return api::capitalised(name.empty() ? kUnnamed : name);
}

Data text_or_false(const std::string& text) {
  return text.empty() ? Data(false) : Data(text);
}

std::vector<Stretch> stretches(std::string_view text, const std::vector<std::pair<unsigned, unsigned>>& matched) {
  const std::u32string points = api::decode_utf8(text).value_or(U"");
  std::vector<Stretch> out;
  std::size_t at = 0;
  const auto take = [&](std::size_t until, bool hit) {
    if (until <= at) return;
    out.push_back({api::encode_utf8(std::u32string_view(points).substr(at, until - at)), hit});
    at = until;
  };
  for (const auto& [start, end] : matched) {
    take(std::min<std::size_t>(start, points.size()), false);
    take(std::min<std::size_t>(end, points.size()), true);
  }
  take(points.size(), false);
  return out;
}

Data task_view(const searchd::Hit& hit) {
  const auto& task = hit.task;
  List words;
  for (const auto& stretch : stretches(task.text, hit.matched)) {
    Data word;
    word.set("text", stretch.text);
    word.set("hit", stretch.hit);
    words.push_back(word);
  }
  Data out;
  out.set("words", words);
  out.set("context", text_or_false(task.context));
  out.set("citation", law::to_string(task.citation));
  // A task that an office gave itself has no provision to show.
  out.set("cite_address", task.file.empty() ? Data(false) : Data(provision_address(task.id)));
  out.set("post", text_or_false(task.post));
  out.set("role", text_or_false(role_words(task.role)));
  out.set("act", act_words(hit.act));
  out.set("act_from", text_or_false(hit.act.in_force ? law::to_polish(*hit.act.in_force) : ""));
  out.set("span", text_or_false(span_beyond(hit)));
  out.set("upcoming", text_or_false(hit.upcoming ? upcoming_words(*hit.upcoming) : ""));
  return out;
}

Data answer_view(const searchd::HolderAnswer& answer, const Card& card) {
  const auto& holder = answer.holder;
  const auto first = answer.tasks.begin(), last = answer.tasks.end();
  const auto cut = first + static_cast<std::ptrdiff_t>(std::min(card.shown, answer.tasks.size()));
  Data out;
  out.set("id", card.id);
  out.set("office", text_or_false(card.office_name));
  out.set("unit", holder.unit.has_value());
  out.set("name", holder.unit ? shown_name(holder.unit->name) : "");
  out.set("code", holder.unit ? holder.unit->code : "");
  out.set("address", holder.unit ? unit_address(holder.unit->code, card.place) : "");
  out.set("position", text_or_false(holder.position));
  out.set("has_parents", !holder.parents.empty());
  out.set("parents", places(holder.parents, card.place));
  out.set("reason", text_or_false(holder.unit_reason));
  out.set("tasks", task_views(first, cut));
  out.set("more", text_or_false(cut == last ? "" : tasks_counted(static_cast<std::size_t>(last - cut))));
  out.set("more_tasks", task_views(cut, last));
  out.set("has_apart", false);
  return out;
}

Data unit_link(const law::Unit& unit, const Place& place) {
  Data out = link(unit.name, unit.code, place);
  out.set("inferred", text_or_false(unit.inferred));
  return out;
}

Data freshness_view(const api::Basis& basis) {
  Data out;
  const auto& fresh = basis.freshness;
  out.set("law_day", text_or_false(fresh.law_state_as_of ? law::to_polish(*fresh.law_state_as_of) : ""));
  out.set("last_act", text_or_false(fresh.last_act));
  out.set("not_applied", text_or_false(fresh.not_applied ? std::to_string(fresh.not_applied) : ""));
  out.set("covered_from", text_or_false(basis.covered_from ? law::to_polish(*basis.covered_from) : ""));
  return out;
}

// The fields a form shows can be jumped to; the faults of a day belong to the first of its three.
std::string anchor_of(const std::string& field) {
  static const std::map<std::string, std::string> kAnchors = {{"q", "q"},           {"as_of", "d"}, {"d", "d"},
                                                              {"m", "d"},           {"y", "d"},     {"from", "from_d"},
                                                              {"from_d", "from_d"}, {"to", "to_d"}, {"to_d", "to_d"}};
  const auto found = kAnchors.find(field);
  return found == kAnchors.end() ? "" : found->second;
}

std::string fault_of(const std::vector<front::Fault>& faults, std::string_view field) {
  for (const auto& fault : faults)
    if (fault.field == field) return fault.message;
  return "";
}

Data faults_view(const std::vector<front::Fault>& faults) {
  List out;
  for (const auto& fault : faults) {
    Data one;
    one.set("anchor", text_or_false(anchor_of(fault.field)));
    one.set("field", fault.field);
    const bool from = fault.field.starts_with("from"), to = fault.field.starts_with("to");  // two days may be wrong
    one.set("message", (from ? "Od dnia: " : to ? "Do dnia: " : "") + fault.message);
    out.push_back(one);
  }
  return out;
}

Data frame_view(const Frame& frame) {
  Data assets;
  assets.set("style", asset_address("kto.css"));
  assets.set("script", asset_address("kto.js"));
  assets.set("suggest", asset_address("suggest.js"));
  assets.set("sign", asset_address("sign.svg"));
  Data out;
  out.set("title", frame.title);
  out.set("office_name", frame.office_name);
  out.set("structure_address", structure_address(frame.place));
  out.set("letter_address", letter_address(frame.place));
  out.set("home_address", frame.place.office.empty() ? "/" : "/?office=" + escaped(frame.place.office));
  out.set("changes_address", frame.place.office.empty() ? "/zmiany" : "/zmiany?office=" + escaped(frame.place.office));
  out.set("acts_address", acts_address(frame.place));
  out.set("at_changes", frame.at_changes);
  out.set("at_search", frame.at_search);
  out.set("at_structure", frame.at_structure);
  out.set("at_letter", frame.at_letter);
  out.set("assets", assets);
  out.set("freshness", frame.basis ? freshness_view(*frame.basis) : Data(false));
  return out;
}

std::string Offices::name(const std::string& id) const {
  for (const auto& [one, its_name] : all)
    if (one == id) return its_name;
  return "";
}

void set_offices(Data& data, const Offices& offices) {
  const bool many = offices.all.size() > kMostOffered;
  data.set("many_offices", many ? Data(std::to_string(offices.all.size())) : Data(false));
  Data chosen;
  chosen.set("id", offices.chosen);
  chosen.set("name", offices.name(offices.chosen));
  data.set("chosen", many && !offices.chosen.empty() ? chosen : Data(false));
  data.set("has_offices", !many && !offices.all.empty());
  if (many) return;
  List choices;
  for (const auto& [id, name] : offices.all) {
    Data one;
    one.set("id", id);
    one.set("name", name);
    one.set("selected", id == offices.chosen);
    choices.push_back(one);
  }
  data.set("offices", choices);
}

Data day_view(const DayField& field, const std::vector<front::Fault>& faults) {
  const auto& [legend, address, fields, date, typed] = field;
  const std::string of_fields = fault_of(faults, fields + "d");
  const std::string wrong = of_fields.empty() ? fault_of(faults, address) : of_fields;
  const std::chrono::year_month_day ymd{date};
  const bool as_typed = typed.sent && !wrong.empty();
  Data out;
  out.set("legend", legend);
  out.set("d", fields + "d");
  out.set("m", fields + "m");
  out.set("y", fields + "y");
  out.set("day", as_typed ? typed.day : std::to_string(static_cast<unsigned>(ymd.day())));
  out.set("month", as_typed ? typed.month : std::to_string(static_cast<unsigned>(ymd.month())));
  out.set("year", as_typed ? typed.year : std::to_string(static_cast<int>(ymd.year())));
  out.set("wrong", text_or_false(wrong));
  return out;
}

void set_day(Data& data, law::Date as_of, const api::TypedDay& typed, const std::vector<front::Fault>& faults) {
  data.set("asked_day", day_view({"Na dzień", "as_of", "", as_of, typed}, faults));
}

}  // namespace kto::pages
