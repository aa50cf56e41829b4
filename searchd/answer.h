// Answer: what kto says to "who handles X", as a value. JSON and the pages are both rendered from it, so they cannot
// differ.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/law/catalogue.h"

namespace kto::searchd {

struct Across;

// What is to be taken as it was typed.
struct AsTyped {
  std::string exact = {};    // words of the question not to be mended, completed or supplemented, blanks between them
  std::string without = {};  // official phrases not to be searched for what was typed, semicolons between them
  auto operator<=>(const AsTyped&) const = default;
};

// A request parsed once into a small ordered value: query, cache key and test subject.
struct WhoQuery {
  std::string q;
  law::Date as_of;
  std::string office;
  std::string unit;  // a code or code prefix; empty: all units
  unsigned limit = 5;
  unsigned tasks = 3;
  AsTyped as_typed = {};
  std::string group =
      {};               // across offices: of this kind of unit alone (AcrossGroup::id), `limit` units from `offset` on
  unsigned offset = 0;  // units, or across offices groups, before the first shown
  bool debug = false;   // also why: see explain.h
  // Also who had it before and, of a few offices, what kinds of units have it; a country is always told by kinds.
  bool beside = true;
  auto operator<=>(const WhoQuery&) const = default;
};

struct TasksQuery {
  std::string q;  // empty: all points in order of citation
  law::Date as_of;
  std::string office;
  std::string unit;
  std::optional<law::Role> role;
  unsigned limit = 20;
  unsigned offset = 0;
  auto operator<=>(const TasksQuery&) const = default;
};

// Who holds a task: a unit, or, where no act names the unit, the provision that holds the list.
struct Holder {
  std::string office;
  std::optional<law::UnitRef> unit;
  std::string unit_reason;            // why it is null or inferred
  std::string position;               // "§ 16 ust. 1"
  std::vector<law::UnitRef> parents;  // from the nearest up
  std::optional<law::Validity> validity;
};

// An act already read changes or ends the point after the day asked about.
struct Upcoming {
  law::Date from;
  std::string act;
  bool ends = false;  // false: it is reworded
};

struct Hit {
  law::TaskPoint task;
  law::ActSummary act;
  Holder holder;
  std::vector<std::pair<unsigned, unsigned>> matched;  // [start, end) in Unicode code points of task.text
  std::optional<Upcoming> upcoming;
  double score = 0;
  unsigned offices = 0;  // across offices: how many have it in these words; 0: one office was asked
};

struct HolderAnswer {
  Holder holder;
  double score = 0;  // 0 to 1
  std::vector<Hit> tasks;
  std::vector<std::string> apart = {};  // of an ambiguous answer: its own words that the others like it lack
};

// A unit that is listed no longer, whose tasks or name were asked for, and who has taken over.
struct FormerHolder {
  struct Successor {
    law::UnitRef unit;                                    // as listed on the day asked about
    law::Certainty certainty = law::Certainty::possible;  // of the least sure step to it
    unsigned tasks = 0, of = 0;                           // of the last step: of the `of` tasks, `tasks` went to it
  };
  Holder holder;  // as on its last day
  law::Date ended;
  std::vector<Successor> successors;  // surest first; empty: no act shows any
  std::vector<Hit> tasks;             // as on its last day, each once
};

enum class Status : std::uint8_t { answered, ambiguous, no_answer, out_of_coverage };

struct UnderstoodWord {
  std::string word;               // as typed
  std::vector<std::string> as;    // lemmas it was taken for
  std::vector<std::string> also;  // also searched
  bool corrected = false;         // `as` is what it was misspelt or shortened for
};

struct Freshness {
  std::optional<law::Date> law_state_as_of;
  std::string last_act;
  unsigned not_applied = 0;
};

struct Answer {
  Status status = Status::no_answer;
  std::vector<HolderAnswer> answers;
  std::vector<HolderAnswer> related;
  std::vector<FormerHolder> former = {};  // after all others: they answer no more
  std::optional<std::string> did_you_mean;
  std::vector<UnderstoodWord> understood;
  Freshness freshness;
  std::string index;   // fingerprint of the index
  unsigned total = 0;  // answers there are, whichever are shown; where kto stands behind none: related ones
  std::shared_ptr<const Across> across = {};  // across.h; null when one office was asked
};

struct Facet {
  std::string value;
  unsigned count = 0;
};

struct TasksAnswer {
  unsigned total = 0;
  std::vector<Hit> tasks;
  std::vector<Facet> by_unit, by_role;
  std::vector<UnderstoodWord> understood;
  Freshness freshness;
  std::string index;
};

}  // namespace kto::searchd
