// Views: values → what the templates print. Every name a template uses is set on every level, because mustache looks a
// missing name up further out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/answer.h"
#include "searchd/api/parameters.h"
#include "searchd/api/structure.h"
#include "searchd/pages/address.h"
#include "searchd/pages/templates.h"

namespace kto::pages {

// A stretch of a text, marked or not.
struct Stretch {
  std::string text;
  bool hit = false;
  bool operator==(const Stretch&) const = default;
};
// `matched`: [start, end) in code points, in order; what overlaps or lies outside is cut to fit, never out of bounds.
std::vector<Stretch> stretches(std::string_view text, const std::vector<std::pair<unsigned, unsigned>>& matched);

// The name of a unit as a heading has it; words for it where no act names the unit.
std::string shown_name(const std::string& name);

// Of a text that is empty: false, so that {{#name}} skips it.
Data text_or_false(const std::string& text);

Data task_view(const searchd::Hit& hit);

// A card of an answer. Of its tasks the first `shown` are in sight, the others one click away.
struct Card {
  std::string id;  // of its heading, unique in the page
  std::size_t shown;
  Place place;
  std::string office_name;  // empty where there is only one
};
Data answer_view(const searchd::HolderAnswer& answer, const Card& card);
Data unit_link(const law::Unit& unit, const Place& place);
Data freshness_view(const api::Basis& basis);
Data faults_view(const std::vector<front::Fault>& faults);

// What head and foot need, the same on every page.
struct Frame {
  std::string title;
  std::string office_name;
  Place place;
  const api::Basis* basis = nullptr;  // none: the index cannot be asked (an error page)
  bool at_search = false, at_structure = false, at_letter = false, at_changes = false;
};
Data frame_view(const Frame& frame);
// The offices of the index, to choose from; empty when it holds only one, for then there is no choice.
struct Offices {
  std::vector<std::pair<std::string, std::string>> all;  // id, name
  std::string chosen;                                    // id; empty: all of them

  std::string name(const std::string& id) const;
  Place place(law::Date as_of) const { return {as_of, all.empty() ? "" : chosen}; }
  // Where a thing of one office is.
  Place place_in(law::Date as_of, const std::string& office) const { return {as_of, all.empty() ? "" : office}; }
};
void set_offices(Data& data, const Offices& offices);
// A day to be typed in three fields.
struct DayField {
  std::string legend;
  std::string address;  // the parameter that holds it as one: "as_of"
  std::string fields;   // what the names of the three begin with: "" for d, m and y
  law::Date day;
  const api::TypedDay& typed;
};
// The fields as typed when they were wrong, else the day itself; what web/day.mustache prints.
Data day_view(const DayField& field, const std::vector<front::Fault>& faults);
// The day asked about.
void set_day(Data& data, law::Date as_of, const api::TypedDay& typed, const std::vector<front::Fault>& faults);
// The first fault of a field, else empty.
std::string fault_of(const std::vector<front::Fault>& faults, std::string_view field);

}  // namespace kto::pages
