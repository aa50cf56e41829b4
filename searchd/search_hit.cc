#include "searchd/search_hit.h"

#include <algorithm>
#include <set>

namespace kto::searchd {
namespace {

// An office of the index: of its units and acts only those are read that are asked for.
struct OfficeOf {
  const store::Reader& index;
  const std::string& id;

  const std::vector<law::Unit>& units(const std::string& code) const { return index.units(id, code); }
  const std::vector<law::ActSummary>& acts() const { return index.acts(id); }
};

const law::Unit* unit_on(const OfficeOf& office, const std::string& code, law::Date day) {
  for (const law::Unit& unit : office.units(code))
    // The head post bears its unit's code and stands below it: not the unit itself.
    if (unit.parent != code && unit.validity.contains(day)) return &unit;
  return nullptr;
}

const law::Unit* unit_on(const OfficeOf& office, const law::UnitRef& wanted, law::Date day) {
  if (!wanted.code.empty()) return unit_on(office, wanted.code, day);
  for (const law::Unit& unit : office.units(""))
    if (unit.name == wanted.name && unit.validity.contains(day)) return &unit;
  return nullptr;
}

std::vector<law::UnitRef> parents_of(const OfficeOf& office, const law::Unit* unit, law::Date day) {
  std::vector<law::UnitRef> parents;
  std::set<std::string> seen;  // an office's own data may hold a circle
  while (unit && unit->parent && seen.insert(unit->code).second) {
    unit = unit_on(office, *unit->parent, day);
    if (unit) parents.push_back({unit->code, unit->name, unit->kind});
  }
  return parents;
}

law::ActSummary act_of(const OfficeOf& office, const std::string& id) {
  for (const law::ActSummary& act : office.acts())
    if (act.id == id) return act;
  law::ActSummary unknown;
  unknown.id = id;
  return unknown;
}

std::string name_of(const law::ActSummary& act) {
  return act.number.empty() ? act.id : act.number;
}

std::string act_in_force_on(const OfficeOf& office, law::Date day) {
  for (const law::ActSummary& act : office.acts())
    if (act.in_force == day) return name_of(act);
  return "";
}

// Who ends the version: what its record says, else the act of the day.
std::string ender_of(const OfficeOf& office, const law::TaskPoint& task) {
  if (task.ended_by) return name_of(act_of(office, task.ended_by->act));
  return task.validity.to ? act_in_force_on(office, *task.validity.to) : "";
}

std::optional<Upcoming> upcoming_of(const OfficeOf& office, const store::StoredTask& stored, law::Date as_of) {
  const std::optional<law::Date> end = stored.task.validity.to;
  const bool is_alone = stored.before + stored.behind == 0;
  for (const store::StoredTask& version : is_alone ? std::vector<store::StoredTask>() : office.index.versions(stored)) {
    const law::Date from = version.task.validity.from;
    if (version.task.id == stored.task.id || from <= as_of || provision_of(version.task) != provision_of(stored.task))
      continue;
    if (end && *end < from) break;  // a gap lies between: this version ends
    // Where only its holder changes, the next version has the words of the act that made this one.
    const std::string ender = end == from ? ender_of(office, stored.task) : "";
    return Upcoming{from, ender.empty() ? name_of(act_of(office, version.task.made_by.act)) : ender, false};
  }
  if (end && *end > as_of) return Upcoming{*end, ender_of(office, stored.task), true};
  return std::nullopt;
}

// A byte that does not continue a code point begins one.
unsigned code_points(const std::string& text, std::size_t begin, std::size_t end) {
  return static_cast<unsigned>(std::count_if(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                             text.begin() + static_cast<std::ptrdiff_t>(end),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool shares_reading(const store::Reader& index, const text::Token& token, const std::set<std::string>& readings) {
  if (token.kind != text::TokenKind::word) return readings.contains(token.text);
  const std::vector<text::Reading>& own = index.readings(token);
  return std::any_of(own.begin(), own.end(), [&](const text::Reading& one) { return readings.contains(one.lemma); });
}

}  // namespace

bool same_unit(const law::UnitRef& a, const law::UnitRef& b) {
  return unit_key(a.code, a.name) == unit_key(b.code, b.name);
}

std::string provision_of(const law::TaskPoint& task) {
  const std::size_t end = task.id.find_last_not_of("0123456789-");
  return law::to_string(task.citation) + " " + task.id.substr(0, end == std::string::npos ? 0 : end + 1);
}

Holder holder_of(const store::Reader& index, const store::StoredTask& stored, law::Date as_of) {
  Holder holder;
  holder.office = stored.office;
  holder.unit = stored.task.unit;
  holder.unit_reason = stored.task.unit_reason;
  holder.position = stored.task.position;
  if (!holder.unit) return holder;
  const OfficeOf office{index, stored.office};
  const law::Unit* unit = unit_on(office, *holder.unit, as_of);
  if (!unit) return holder;
  holder.validity = unit->validity;
  holder.parents = parents_of(office, unit, as_of);
  return holder;
}

Hit hit_of(const store::Reader& index, const store::StoredTask& stored, const Question& question, law::Date as_of) {
  Hit hit;
  hit.task = stored.task;
  hit.holder = holder_of(index, stored, as_of);
  hit.matched = matched_words(index, stored.task.text, question);
  if (index.holds(stored.office)) {
    const OfficeOf office{index, stored.office};
    hit.act = act_of(office, stored.task.made_by.act);
    hit.upcoming = upcoming_of(office, stored, as_of);
  }
  return hit;
}

std::vector<std::pair<unsigned, unsigned>> matched_words(const store::Reader& index, const std::string& text,
                                                         const Question& question) {
  std::vector<std::pair<unsigned, unsigned>> spans;
  if (question.readings.empty()) return spans;
  unsigned at = 0;
  std::size_t byte = 0;
  for (const text::Token& token : text::tokenize(text)) {
    const unsigned begin = at + code_points(text, byte, token.begin);
    const unsigned end = begin + code_points(text, token.begin, token.end);
    if (shares_reading(index, token, question.readings)) spans.emplace_back(begin, end);
    at = end;
    byte = token.end;
  }
  return spans;
}

}  // namespace kto::searchd
